import { gramOf } from '../gram.ts';
import type { Run, Statistic } from '../run.ts';

/** μ̂ = Σ_i y_i x_i, in which F finds a large margin (App. D) and all neurons (Lemma E.13). */
export interface Direction {
  readonly norm: number;
  /** ⟨μ̂, y_i x_i⟩, n entries. */
  readonly margins: Float64Array;
}

/** To be had by `run.derive(directionOf)`. */
export function directionOf(run: Run): Direction {
  const { n, y } = run;
  const gram = run.derive(gramOf);
  const margins = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += y[i]! * y[k]! * gram[i * n + k]!;
    margins[i] = sum;
  }
  return { norm: Math.sqrt(margins.reduce((sum, value) => sum + value, 0)), margins };
}

/** Over all neurons, of sign(a_j)⟨w_j, μ̂⟩. */
export interface Alignment {
  least: number;
  /** Of the change since the epoch before; NaN where that was not recorded. */
  leastStep: number;
}

export function alignment(run: Run): Statistic<Alignment> {
  const { m, n, y } = run;
  const result: Alignment = { least: 0, leastStep: NaN };
  const now = new Float64Array(2 * m);
  const before = new Float64Array(2 * m);
  let at = -1;
  let kept = -2;
  const measure = (t: number, z: Float64Array): void => {
    if (at === t) return;
    at = t;
    for (let r = 0; r < 2 * m; r++) {
      let sum = 0;
      for (let i = 0, e = r * n; i < n; i++, e++) sum += y[i]! * z[e]!;
      now[r] = r < m ? sum : -sum;
    }
  };
  return {
    at({ t, z }) {
      measure(t, z);
      const follows = kept === t - 1;
      result.least = Infinity;
      result.leastStep = follows ? Infinity : NaN;
      for (let r = 0; r < 2 * m; r++) {
        result.least = Math.min(result.least, now[r]!);
        if (follows) result.leastStep = Math.min(result.leastStep, now[r]! - before[r]!);
      }
      return result;
    },
    keep({ t, z }, due) {
      if (!due) return;
      measure(t, z);
      before.set(now);
      kept = t;
    },
  };
}
