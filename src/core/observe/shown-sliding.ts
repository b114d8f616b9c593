import type { Flow } from '../method/flow/flow.ts';
import type { Batch } from '../objective.ts';
import type { SnapshotShape } from './snapshot-shape.ts';

/** Which of the shown pairs stay on their kink ⟨w_r, x_i⟩ = 0 by gradient flow, and with which φ′. */
export class ShownSliding {
  private readonly out: Float32Array;

  /** @param full all samples: of each the last patch is looked at */
  constructor(
    private readonly flow: Pick<Flow, 'kinkSlopes'>,
    private readonly full: Pick<Batch, 'patches' | 'features' | 'patchFeature' | 'patchSign'>,
    private readonly shape: SnapshotShape,
    private readonly gamma: number,
  ) {
    this.out = new Float32Array(shape.rows.length * shape.columns.length);
  }

  /** rows×columns of the shape at the flow's last `advance`, as a `Snapshot` has them; the next call overwrites them. */
  take(): Float32Array {
    const { out, full, gamma } = this;
    const { rows, columns } = this.shape;
    const slopes = this.flow.kinkSlopes!;
    let at = 0;
    for (const r of rows) {
      for (const i of columns) {
        const patch = (i + 1) * full.patches - 1;
        const slope = slopes[r * full.features + full.patchFeature[patch]!]!;
        // Of the patch −u_k the sides are the other way round.
        out[at++] = slope < 0 || full.patchSign[patch]! > 0 ? slope : 1 + gamma - slope;
      }
    }
    return out;
  }
}
