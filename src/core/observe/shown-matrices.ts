import { indicesOf } from '../kernels/copies.ts';
import type { Batch } from '../objective.ts';
import type { Problem } from '../problem/problem.ts';
import type { Ground } from '../space/create.ts';
import { gatherRows } from '../space/coefficients.ts';
import type { ActivationPattern } from './activation-pattern.ts';
import type { SnapshotShape } from './snapshot-shape.ts';

/** The matrices of a snapshot: ρ_{j,r,i} = C_rk ‖u_k‖² for sample i's feature k, and who fires for it. */
export class ShownMatrices {
  /** Of each shown sample: its last patch (M's noise), the feature there and its ‖u_k‖². */
  private readonly patchOf: Int32Array;
  private readonly featureOf: Int32Array;
  private readonly squaredNormOf: Float64Array;
  /** C of the shown neurons, ρ, and who fires. */
  private readonly coefficients: Float64Array;
  private readonly rho: Float64Array;
  private readonly active: Uint8Array;
  private readonly rows: Int32Array;

  constructor(
    problem: Problem,
    full: Batch,
    private readonly ground: Ground,
    private readonly pattern: ActivationPattern,
    private readonly shape: SnapshotShape,
  ) {
    const { rows, columns } = shape;
    const { kernels } = ground;
    const { featureCount: K, neurons, squaredFeatureNorms } = problem;
    this.rows = indicesOf(kernels, rows);
    this.patchOf = indicesOf(
      kernels,
      columns.map((i) => (i + 1) * full.patches - 1),
    );
    this.featureOf = indicesOf(
      kernels,
      this.patchOf.map((patch) => full.patchFeature[patch]!),
    );
    this.squaredNormOf = kernels.allocate(columns.length);
    this.featureOf.forEach((k, i) => (this.squaredNormOf[i] = squaredFeatureNorms[k]!));
    this.coefficients = rows.length === neurons ? ground.space.c : kernels.allocate(rows.length * K);
    this.rho = kernels.allocate(rows.length * columns.length);
    this.active = kernels.allocateBytes(this.rho.length);
  }

  /** Both rows×columns; the next call overwrites them. */
  take(): { readonly rho: Float64Array; readonly active: Uint8Array } {
    const { ground, pattern, patchOf, featureOf, squaredNormOf, coefficients } = this;
    const { rows, columns } = this.shape;
    const { kernels, space } = ground;
    const K = coefficients.length / rows.length;
    if (coefficients !== space.c) gatherRows(space.c, K, rows, coefficients);
    kernels.gather(coefficients, featureOf, squaredNormOf, this.rho, rows.length, K, columns.length);
    pattern.read(this.rows, patchOf, this.active);
    return { rho: this.rho, active: this.active };
  }
}
