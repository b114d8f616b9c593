import { scaledCopy } from '../kernels/copies.ts';
import type { Kernels } from '../kernels/kernels.ts';
import type { Draw, Problem } from '../problem/problem.ts';
import type { Work } from '../slices.ts';
import { ColumnPanels } from './column-panels.ts';
import { Panels } from './panels.ts';
import { TEST_ROWS } from './space.ts';

/** The inner products of the features, the test points and W(0) that a run needs, in arrays of its kernels. */
export interface Products {
  /** G = U Uᵀ, K×K; empty where the space does not need it. */
  readonly gram: Float64Array;
  /** Z(0) = W(0) Uᵀ, 2m×K. */
  readonly z0: Float64Array;
  /** U X_testᵀ, K×(test patches); null where the space does not need it. */
  readonly featureTest: ColumnPanels | null;
  /** W(0) X_testᵀ, 2m×(test patches). */
  readonly initialTest: Float64Array;
  /** W(0) W(0)ᵀ, 2m×2m; null where the stable rank is taken from the rows of W instead. */
  readonly initialGram: Float64Array | null;
}

/** The same before any scale, with N for W(0) = σ₀N: functions of the draw alone, kept with it once taken. */
type DrawProduct = 'gram' | 'initialFeatures' | 'featureTest' | 'initialTest' | 'initialGram';
const taken = new WeakMap<Draw, Map<DrawProduct, Float64Array>>();

/** Takes the inner products of a problem that were not taken yet, and copies them to the kernels. */
export class ProductMaker {
  private panels: Panels | null = null;

  constructor(
    private readonly problem: Problem,
    private readonly kernels: Kernels,
  ) {}

  /** G = U Uᵀ. */
  featureGram(): Work<Float64Array> {
    const { features } = this.problem.samples;
    return this.scaled('gram', features, features, 1);
  }

  /** U X_testᵀ. */
  *featureTest(): Work<ColumnPanels> {
    const { features, testX } = this.problem.samples;
    const product = yield* this.product('featureTest', features, testX);
    return yield* ColumnPanels.of(this.kernels, product, this.problem.featureCount, TEST_ROWS);
  }

  /** Z(0) = σ₀ (N Uᵀ). */
  initialFeatures(): Work<Float64Array> {
    const { draw, samples, initialScale } = this.problem;
    return this.scaled('initialFeatures', draw.initialRows, samples.features, initialScale);
  }

  /** W(0) X_testᵀ = σ₀ (N X_testᵀ). */
  initialTest(): Work<Float64Array> {
    const { draw, samples, initialScale } = this.problem;
    return this.scaled('initialTest', draw.initialRows, samples.testX, initialScale);
  }

  /** W(0) W(0)ᵀ = σ₀² (N Nᵀ). */
  initialGram(): Work<Float64Array> {
    const { draw, initialScale } = this.problem;
    return this.scaled('initialGram', draw.initialRows, draw.initialRows, initialScale * initialScale);
  }

  /** scale·A Bᵀ, in an array of the kernels. */
  private *scaled(name: DrawProduct, a: Float64Array, b: Float64Array, scale: number): Work<Float64Array> {
    return yield* scaledCopy(this.kernels, yield* this.product(name, a, b), scale);
  }

  /** A Bᵀ, taken once for each draw. */
  private *product(name: DrawProduct, a: Float64Array, b: Float64Array): Work<Float64Array> {
    const { draw } = this.problem;
    const known = taken.get(draw) ?? new Map<DrawProduct, Float64Array>();
    taken.set(draw, known);
    let product = known.get(name);
    if (product === undefined) {
      this.panels ??= new Panels(this.kernels, this.problem.samples.dim);
      product = a === b ? yield* this.panels.gram(a) : yield* this.panels.cross(a, b);
      known.set(name, product);
    }
    return product;
  }
}
