import type { Run, Statistic } from '../run.ts';
import { activeAtStart } from './pattern.ts';
import { scalesOf } from './scales.ts';

/** ρ_{y_i,r,i} of a sample's own neurons, by whether they fired for it at the start: n entries each. */
export interface FirstActive {
  /** Over r in S_i(0). */
  readonly least: Float64Array;
  readonly greatest: Float64Array;
  readonly sum: Float64Array;
  /** Over the others; −∞ where there are none. */
  readonly others: Float64Array;
}

export function firstActive(run: Run): Statistic<FirstActive> {
  const { m, n, start } = run;
  const { squaredNorms } = start;
  const { own } = run.derive(scalesOf);
  const members = run.derive(activeAtStart);
  const others = members.map((rows, i) => {
    const inside = new Set(rows);
    const all = Array.from({ length: m }, (_, r) => own[i]! * m + r);
    return Int32Array.from(all.filter((r) => !inside.has(r)));
  });
  const result = {
    least: new Float64Array(n),
    greatest: new Float64Array(n),
    sum: new Float64Array(n),
    others: new Float64Array(n),
  };
  return {
    at({ c }) {
      for (let i = 0; i < n; i++) {
        let least = Infinity;
        let greatest = -Infinity;
        let sum = 0;
        for (const r of members[i]!) {
          const value = c[r * n + i]!;
          if (value < least) least = value;
          if (value > greatest) greatest = value;
          sum += value;
        }
        let other = -Infinity;
        for (const r of others[i]!) if (c[r * n + i]! > other) other = c[r * n + i]!;
        result.least[i] = least * squaredNorms[i]!;
        result.greatest[i] = greatest * squaredNorms[i]!;
        result.sum[i] = sum * squaredNorms[i]!;
        result.others[i] = other * squaredNorms[i]!;
      }
      return result;
    },
  };
}
