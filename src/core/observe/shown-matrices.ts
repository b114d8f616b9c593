import { indicesOf } from '../kernels/copies.ts';
import type { Batch } from '../objective.ts';
import type { Problem } from '../problem/problem.ts';
import type { Ground } from '../space/create.ts';
import { gatherRows } from '../space/coefficients.ts';
import type { Groups } from '../space/groups/groups.ts';
import type { ActivationPattern } from './activation-pattern.ts';
import type { GroupBase, GroupedMatrices } from './grouped-matrices.ts';
import type { SnapshotShape } from './snapshot-shape.ts';

/** Both rows×columns of the shape; the next call overwrites them, and they are to be read before. */
export interface Matrices {
  readonly rho: Float64Array;
  readonly active: Uint8Array;
  /** The same with one row a group; null where that would be no less. */
  readonly grouped: GroupedMatrices | null;
}

/** Groups are fewer by this factor than the rows that they stand for. */
const FEW = 4;

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
  /** Of the groups' version; null until they have been the same for two snapshots. */
  private base: GroupBase | null = null;
  private version = -1;

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

  /** Of groups, of which the shown neurons' rows of C are only written out when they are read. */
  takeFromGroups(groups: Groups): Matrices {
    const grouped = this.groupedOf(groups);
    if (grouped === null) return this.written(groups);
    let written: Matrices | null = null;
    const read = (): Matrices => (written ??= this.written(groups));
    return {
      get rho() {
        return read().rho;
      },
      get active() {
        return read().active;
      },
      grouped,
    };
  }

  private written(groups: Groups): Matrices {
    this.shape.rows.forEach((r, at) => groups.coefficientsInto(r, this.coefficients, at * groups.K));
    return this.fromCoefficients();
  }

  /** Null the first time that there are these groups: where neurons go to and fro, a base would cost as much each time. */
  private groupedOf(groups: Groups): GroupedMatrices | null {
    const { shape, featureOf, patchOf } = this;
    const { table, moved, version, K } = groups;
    const { count: Q, ofPatch } = groups.network.sites;
    if (version !== this.version) {
      this.version = version;
      this.base = null;
      return null;
    }
    if (FEW * table.count > shape.rows.length) return null;
    this.base ??= this.baseOf(groups);
    const columns = shape.columns.length;
    const shown = {
      moved: new Float64Array(table.count * columns),
      fires: new Uint8Array(table.count * columns),
    };
    for (let g = 0, at = 0; g < table.count; g++) {
      for (let i = 0; i < columns; i++, at++) {
        shown.moved[at] = moved[g * K + featureOf[i]!]!;
        shown.fires[at] = table.fires[g * Q + ofPatch[patchOf[i]!]!]!;
      }
    }
    return { base: this.base, ...shown };
  }

  private baseOf({ stillC, members, K }: Groups): GroupBase {
    const { featureOf, squaredNormOf, shape } = this;
    const { rows, columns } = shape;
    const still = new Float64Array(rows.length * columns.length);
    rows.forEach((r, row) =>
      featureOf.forEach((k, i) => (still[row * columns.length + i] = stillC[r * K + k]!)),
    );
    return {
      still,
      groupOf: rows.map((r) => members.groupOf[r]!),
      squaredNorms: Float64Array.from(squaredNormOf),
    };
  }

  private fromCoefficients(): Matrices {
    const { ground, pattern, patchOf, featureOf, squaredNormOf, coefficients } = this;
    const { rows, columns } = this.shape;
    const { kernels } = ground;
    const K = coefficients.length / rows.length;
    kernels.gather(coefficients, featureOf, squaredNormOf, this.rho, rows.length, K, columns.length);
    pattern.read(this.rows, patchOf, this.active);
    return { rho: this.rho, active: this.active, grouped: null };
  }
}
