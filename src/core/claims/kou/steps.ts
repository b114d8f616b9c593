import { blocksOf } from '../blocks.ts';
import { columnStatistics } from '../coefficients.ts';
import type { Run, Statistic } from '../run.ts';
import { before } from '../before.ts';
import { scalesOf } from './scales.ts';

/** Of ρ_{j,r,i}(t) − ρ_{j,r,i}(t − 1) over the neurons of a class: 2n entries, those of the positive neurons first. */
export interface Steps {
  readonly least: Float64Array;
  readonly greatest: Float64Array;
  /** The largest distance of a step from Lemma 5.2's j y_i a_i |ℓ′_i| σ′(⟨w, x_i⟩), both at t − 1; a flow takes no such steps. */
  readonly error: Float64Array;
  /** What rounding of C can make of a step. */
  readonly rounding: Float64Array;
  /** a_i |ℓ′_i(t − 1)|; of a flow, which has gone a_i ∫ |ℓ′_i| dt, the largest step there is of sample i: n entries. */
  readonly full: Float64Array;
}

/** Null where the epoch before was not recorded. */
export function steps(run: Run): Statistic<Steps | null> {
  const { m, n, start } = run;
  const { squaredNorms } = start;
  const { a, own, gamma } = run.derive(scalesOf);
  const beforeOf = run.share(before);
  const coefficients = run.share(columnStatistics);
  const make = (parts: number) => new Float64Array(parts * n);
  const all: Steps = { least: make(2), greatest: make(2), error: make(2), rounding: make(2), full: make(1) };
  const { least, greatest, error, rounding, full } = all;
  const blocks = blocksOf(m, n);
  return {
    at(state) {
      const last = beforeOf(state);
      if (last === null) return null;
      const { c } = state;
      const { c: cBefore, z: zBefore, steepness } = last;
      for (let i = 0; i < n; i++) full[i] = run.clock.isFlow ? 0 : a[i]! * steepness[i]!;
      least.fill(Infinity);
      greatest.fill(-Infinity);
      error.fill(0);
      for (const { part, from, to } of blocks) {
        for (let i = 0, at = part * n; i < n; i++, at++) {
          // In units of C.
          const firing = ((own[i] === part ? 1 : -1) * full[i]!) / squaredNorms[i]!;
          const resting = gamma * firing;
          let low = least[at]!;
          let high = greatest[at]!;
          let worst = error[at]!;
          for (let e = from * n + i; e < to * n; e += n) {
            const step = c[e]! - cBefore[e]!;
            if (step < low) low = step;
            if (step > high) high = step;
            const off = Math.abs(step - (zBefore[e]! >= 0 ? firing : resting));
            if (off > worst) worst = off;
          }
          least[at] = low;
          greatest[at] = high;
          error[at] = worst;
        }
      }
      const rho = coefficients(state);
      for (let at = 0; at < 2 * n; at++) {
        const i = at % n;
        const norm = squaredNorms[i]!;
        least[at] = least[at]! * norm;
        greatest[at] = greatest[at]! * norm;
        error[at] = error[at]! * norm;
        if (run.clock.isFlow) full[i] = Math.max(full[i]!, greatest[at]!, -least[at]!);
        rounding[at] = 2 * Number.EPSILON * Math.max(-rho.least[at]!, rho.greatest[at]!);
      }
      return all;
    },
  };
}
