import { addProduct, addTransposedProduct, multiply } from '../linalg/add-product.ts';
import { dot } from '../linalg/dot.ts';
import { addTimes, movedGramTimes, transposedTimes } from '../linalg/matvec.ts';
import { rowProducts } from '../linalg/row-products.ts';
import * as activations from './activations.ts';
import * as groups from './group-loops.ts';
import * as loss from './loss-loops.ts';
import * as nodes from './node-loops.ts';
import * as objective from './objective-loops.ts';
import * as observation from './observation-loops.ts';
import * as regularizer from './regularizer-loops.ts';
import * as vectors from './vector-loops.ts';

/** The hot loops of a run in plain TypeScript: what each computes, and in which order it sums. */
export const LOOPS = {
  addProduct,
  addTransposedProduct,
  multiply,
  rowProducts,
  addTimes,
  movedGramTimes,
  transposedTimes,
  /** aᵀb over the first `count` entries. */
  dot: (a: Float64Array, b: Float64Array, count: number): number => dot(a, 0, b, 0, count),
  ...vectors,
  ...activations,
  ...objective,
  ...regularizer,
  ...observation,
  ...groups,
  ...nodes,
  ...loss,
};
