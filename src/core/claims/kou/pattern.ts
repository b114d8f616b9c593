import type { Run } from '../run.ts';
import { scalesOf } from './scales.ts';

/** S_i(0) of every sample: the rows r of its own class with ⟨w_{y_i,r}(0), x_i⟩ ≥ 0. To be had by `run.derive`. */
export function activeAtStart(run: Run): readonly Int32Array[] {
  const { m, n, z0 } = run;
  const { own } = run.derive(scalesOf);
  return Array.from({ length: n }, (_, i) => {
    const rows: number[] = [];
    for (let r = own[i]! * m; r < (own[i]! + 1) * m; r++) if (z0[r * n + i]! >= 0) rows.push(r);
    return Int32Array.from(rows);
  });
}
