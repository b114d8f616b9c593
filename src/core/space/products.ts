import { gram } from '../linalg/gram.ts';
import { multiplyTransposed } from '../linalg/multiply-transposed.ts';
import type { Draw, Problem } from '../problem/problem.ts';
import { slices, type Work } from '../slices.ts';

/** The inner products of the features, the test points and W(0) that a run needs. */
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

function* productOf(draw: Draw, name: DrawProduct, take: () => Work<Float64Array>): Work<Float64Array> {
  const known = taken.get(draw) ?? new Map<DrawProduct, Float64Array>();
  taken.set(draw, known);
  const product = known.get(name) ?? (yield* take());
  known.set(name, product);
  return product;
}

/** G = U Uᵀ. */
export function featureGram({ draw }: Problem): Work<Float64Array> {
  const { features, dim } = draw.samples;
  return productOf(draw, 'gram', () => gramOf(features, dim));
}

/** U X_testᵀ. */
export function featureTest({ draw }: Problem): Work<Float64Array> {
  const { features, testX, dim } = draw.samples;
  return productOf(draw, 'featureTest', () => crossOf(features, testX, dim));
}

/** Z(0) = σ₀ (N Uᵀ). */
export function* initialFeatures({ draw, initialScale }: Problem): Work<Float64Array> {
  const { features, dim } = draw.samples;
  const product = yield* productOf(draw, 'initialFeatures', () => crossOf(draw.initialRows, features, dim));
  return scaled(product, initialScale);
}

/** W(0) X_testᵀ = σ₀ (N X_testᵀ). */
export function* initialTest({ draw, initialScale }: Problem): Work<Float64Array> {
  const { testX, dim } = draw.samples;
  const product = yield* productOf(draw, 'initialTest', () => crossOf(draw.initialRows, testX, dim));
  return scaled(product, initialScale);
}

/** W(0) W(0)ᵀ = σ₀² (N Nᵀ). */
export function* initialGram({ draw, initialScale }: Problem): Work<Float64Array> {
  const { dim } = draw.samples;
  const product = yield* productOf(draw, 'initialGram', () => gramOf(draw.initialRows, dim));
  return scaled(product, initialScale * initialScale);
}

/** A Aᵀ for A with rows of `dim` entries. */
function* gramOf(a: Float64Array, dim: number): Work<Float64Array> {
  const rows = a.length / dim;
  const out = new Float64Array(rows * rows);
  yield* slices(rows, rows * dim, (from, to) => gram(a, rows, dim, out, from, to));
  return out;
}

/** A Bᵀ for A and B with rows of `dim` entries. */
function* crossOf(a: Float64Array, b: Float64Array, dim: number): Work<Float64Array> {
  const rows = a.length / dim;
  const columns = b.length / dim;
  const out = new Float64Array(rows * columns);
  yield* slices(rows, columns * dim, (from, to) => multiplyTransposed(a, b, out, from, to, dim, columns));
  return out;
}

function scaled(product: Float64Array, s: number): Float64Array {
  return product.map((value) => s * value);
}
