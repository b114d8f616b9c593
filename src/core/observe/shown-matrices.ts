import { indicesOf } from '../kernels/copies.ts';
import type { Batch } from '../objective.ts';
import type { Problem } from '../problem/problem.ts';
import type { Ground } from '../space/create.ts';
import { gatherRows } from '../space/coefficients.ts';
import type { Groups } from '../space/groups/groups.ts';
import type { ActivationPattern } from './activation-pattern.ts';
import type { SnapshotShape } from './snapshot-shape.ts';

/** Both rows×columns of the shape; the next call overwrites them. */
interface Matrices {
  readonly rho: Float64Array;
  readonly active: Uint8Array;
}

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
  /** Whether all neurons are shown: then C is read where it is. */
  private readonly all: boolean;

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
    this.all = rows.length === neurons;
    this.coefficients = this.all ? ground.space.c : kernels.allocate(rows.length * K);
    this.rho = kernels.allocate(rows.length * columns.length);
    this.active = kernels.allocateBytes(this.rho.length);
  }

  /** Of the C and the pattern that there are. */
  take(): Matrices {
    const { space } = this.ground;
    const { rows } = this.shape;
    if (!this.all) gatherRows(space.c, this.coefficients.length / rows.length, rows, this.coefficients);
    return this.fromCoefficients();
  }

  /** Of groups, of which only the shown neurons' rows of C are written out. */
  takeFromGroups(groups: Groups): Matrices {
    this.shape.rows.forEach((r, at) => groups.coefficientsInto(r, this.coefficients, at * groups.K));
    return this.fromCoefficients();
  }

  private fromCoefficients(): Matrices {
    const { ground, pattern, patchOf, featureOf, squaredNormOf, coefficients } = this;
    const { rows, columns } = this.shape;
    const { kernels } = ground;
    const K = coefficients.length / rows.length;
    kernels.gather(coefficients, featureOf, squaredNormOf, this.rho, rows.length, K, columns.length);
    pattern.read(this.rows, patchOf, this.active);
    return { rho: this.rho, active: this.active };
  }
}
