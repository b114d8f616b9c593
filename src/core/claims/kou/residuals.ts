import type { Run, Statistic } from '../run.ts';
import { isSparse, someRows } from '../sparse.ts';
import { scalesOf } from './scales.ts';

/** The entry (j, r, i) at which ⟨w, x_i⟩ is farthest from ⟨w(0), x_i⟩ + ρ, for its bound. */
export interface Residual {
  /** |⟨w, x_i⟩ − ⟨w(0), x_i⟩ − ρ_{j,r,i}|, less what rounding can make. */
  distance: number;
  /** (p/R_min²) Σ_{i′≠i} |ρ_{j,r,i′}|. */
  bound: number;
  /** |⟨w, x_i⟩| + |⟨w(0), x_i⟩|. */
  size: number;
}

const ROUNDING = 8 * Number.EPSILON;

export function residuals(run: Run): Statistic<Residual> {
  const { m, n, start, z0 } = run;
  const { squaredNorms } = start;
  const { crossing } = run.derive(scalesOf);
  const all = Array.from({ length: 2 * m }, (_, r) => r);
  const worst: Residual = { distance: 0, bound: 0, size: 0 };
  return {
    at(state) {
      const ids = isSparse(state.t) ? all : someRows(state.t, m);
      const { z, c } = state.rowsOf(ids);
      worst.distance = -1;
      worst.bound = 1;
      for (const r of ids) {
        let sum = 0;
        for (let i = 0; i < n; i++) sum += Math.abs(c[r * n + i]!) * squaredNorms[i]!;
        for (let i = 0, e = r * n; i < n; i++, e++) {
          const rho = c[e]! * squaredNorms[i]!;
          const size = Math.abs(z[e]!) + Math.abs(z0[e]!);
          const distance = Math.abs(z[e]! - z0[e]! - rho) - ROUNDING * (size + sum);
          const bound = crossing * (sum - Math.abs(rho));
          if (distance * worst.bound <= worst.distance * bound) continue;
          worst.distance = distance;
          worst.bound = bound;
          worst.size = size;
        }
      }
      // On orthogonal data there is nothing but rounding.
      if (worst.distance === -1) Object.assign(worst, { bound: 0, size: 1 });
      worst.distance = Math.max(0, worst.distance);
      return worst;
    },
  };
}
