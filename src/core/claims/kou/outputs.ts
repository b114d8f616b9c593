import { blocksOf } from '../blocks.ts';
import type { Run, Statistic } from '../run.ts';
import { scalesOf } from './scales.ts';

/** What the network makes of the samples, from Z and the definition (3.1). */
export interface Outputs {
  /** F_j(x_i): 2n entries, those of the positive neurons first. */
  readonly parts: Float64Array;
  /** q_i = y_i (F₊₁ − F₋₁)(x_i): n entries. */
  readonly margins: Float64Array;
}

export function outputs(run: Run): Statistic<Outputs> {
  const { m, n, y } = run;
  const { gamma } = run.derive(scalesOf);
  const parts = new Float64Array(2 * n);
  const margins = new Float64Array(n);
  const all: Outputs = { parts, margins };
  const blocks = blocksOf(m, n);
  return {
    at({ z }) {
      parts.fill(0);
      for (const { part, from, to } of blocks) {
        for (let i = 0; i < n; i++) {
          let firing = 0;
          let resting = 0;
          for (let e = from * n + i; e < to * n; e += n) {
            const value = z[e]!;
            if (value >= 0) firing += value;
            else resting += value;
          }
          parts[part * n + i] = parts[part * n + i]! + (firing + gamma * resting) / m;
        }
      }
      for (let i = 0; i < n; i++) margins[i] = y[i]! * (parts[i]! - parts[n + i]!);
      return all;
    },
  };
}
