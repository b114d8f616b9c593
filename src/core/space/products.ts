import { scaledCopyInSlices } from '../kernels/copies.ts';
import type { Kernels } from '../kernels/kernels.ts';
import type { Draw, Problem } from '../problem/problem.ts';
import type { Work } from '../slices.ts';
import { Panels } from './panels.ts';

/** The inner products of the features, the test points and W(0) that a run needs, in arrays of its kernels. */
export interface Products {
  /** G = U Uᵀ, K×K; empty where the space does not need it. */
  readonly gram: Float64Array;
  /** Z(0) = W(0) Uᵀ, 2m×K. */
  readonly z0: Float64Array;
  /** U X_testᵀ, K×(test patches); empty without test points. */
  readonly featureTest: Float64Array;
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
    return this.product('gram', features, features, 1);
  }

  /** U X_testᵀ. */
  featureTest(): Work<Float64Array> {
    const { features, testX } = this.problem.samples;
    return this.product('featureTest', features, testX, 1);
  }

  /** Z(0) = σ₀ (N Uᵀ). */
  initialFeatures(): Work<Float64Array> {
    const { draw, samples, initialScale } = this.problem;
    return this.product('initialFeatures', draw.initialRows, samples.features, initialScale);
  }

  /** W(0) X_testᵀ = σ₀ (N X_testᵀ). */
  initialTest(): Work<Float64Array> {
    const { draw, samples, initialScale } = this.problem;
    return this.product('initialTest', draw.initialRows, samples.testX, initialScale);
  }

  /** W(0) W(0)ᵀ = σ₀² (N Nᵀ). */
  initialGram(): Work<Float64Array> {
    const { draw, initialScale } = this.problem;
    return this.product('initialGram', draw.initialRows, draw.initialRows, initialScale * initialScale);
  }

  /** scale·A Bᵀ. */
  private *product(name: DrawProduct, a: Float64Array, b: Float64Array, scale: number): Work<Float64Array> {
    const { draw } = this.problem;
    const known = taken.get(draw) ?? new Map<DrawProduct, Float64Array>();
    taken.set(draw, known);
    let product = known.get(name);
    if (product === undefined) {
      this.panels ??= new Panels(this.kernels, this.problem.samples.dim);
      product = a === b ? yield* this.panels.gram(a) : yield* this.panels.cross(a, b);
      known.set(name, product);
    }
    return yield* scaledCopyInSlices(this.kernels, product, scale);
  }
}
