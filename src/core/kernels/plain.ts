import { addProduct, addTransposedProduct, multiply } from '../linalg/add-product.ts';
import { dot } from '../linalg/dot.ts';
import { addTimes, movedGramTimes, transposedTimes } from '../linalg/matvec.ts';
import { rowProducts } from '../linalg/row-products.ts';
import * as activations from './activations.ts';
import type { Kernels, KernelSource } from './kernels.ts';
import * as objective from './objective-loops.ts';
import * as observation from './observation-loops.ts';
import * as regularizer from './regularizer-loops.ts';
import * as vectors from './vector-loops.ts';

/** The kernels in plain TypeScript, on arrays of their own each: the reference, and what runs where SIMD is missing. */
export const PLAIN: Kernels = {
  allocate: (length) => new Float64Array(length),
  allocateIndices: (length) => new Int32Array(length),
  allocateBytes: (length) => new Uint8Array(length),
  addProduct,
  addTransposedProduct,
  multiply,
  rowProducts,
  addTimes,
  movedGramTimes,
  transposedTimes,
  dot: (a, b, count) => dot(a, 0, b, 0, count),
  ...vectors,
  ...activations,
  ...objective,
  ...regularizer,
  ...observation,
};

export const PLAIN_SOURCE: KernelSource = {
  open: () => PLAIN,
  close() {
    // Nothing is held.
  },
};
