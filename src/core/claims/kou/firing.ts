import type { Run, Statistic } from '../run.ts';
import { activeAtStart } from './pattern.ts';
import { scalesOf } from './scales.ts';

/** Who fires for the samples of its own class: S_i(t) = {r : ⟨w_{y_i,r}(t), x_i⟩ ≥ 0}. */
export interface Firing {
  /** |S_i(t)|: n entries. */
  readonly counts: Int32Array;
  /** Σ_i |S_i(s) ∖ S_i(t)|, s the last recorded epoch and 0. */
  lost: number;
  lostSinceStart: number;
}

export function firing(run: Run): Statistic<Firing> {
  const { m, n } = run;
  const { own } = run.derive(scalesOf);
  const initial = run.derive(activeAtStart);
  const counts = new Int32Array(n);
  const result: Firing = { counts, lost: 0, lostSinceStart: 0 };
  /** n×m: 1 where the neuron fired at the last recorded epoch. */
  const fired = new Uint8Array(n * m);
  return {
    at({ z }) {
      result.lost = 0;
      result.lostSinceStart = 0;
      for (let i = 0; i < n; i++) {
        let count = 0;
        let lost = 0;
        const first = own[i]! * m * n + i;
        for (let r = 0, e = first, at = i * m; r < m; r++, e += n, at++) {
          const fires = z[e]! >= 0 ? 1 : 0;
          count += fires;
          lost += fired[at]! & ~fires;
          fired[at] = fires;
        }
        counts[i] = count;
        result.lost += lost;
        const members = initial[i]!;
        for (let k = 0; k < members.length; k++) if (!(z[members[k]! * n + i]! >= 0)) result.lostSinceStart++;
      }
      return result;
    },
  };
}
