/**
 * The core's hot loops in WebAssembly with 128-bit SIMD (AssemblyScript). Each function does what its namesake in
 * src/core/kernels/loops.ts does, on arrays given by their addresses, and gives the same bits: the lanes hold sums or
 * entries that the plain version keeps apart too, in the same order. No fused and no relaxed instructions.
 */
export { addProduct, addTransposedProduct, multiply } from './product';
export { rowProducts } from './row-products';
export { addTimes, movedGramTimes, transposedTimes } from './matvec';
export { addNormalised, addScaled, allFinite, deflate, dot, forecast, scaleColumns } from './vectors';
export {
  leakyRelu,
  reluPower,
  reluPowerCurvature,
  smoothLeakyRelu,
  smoothLeakyReluCurvature,
} from './activation';
export { addOutputs, gather, scatterGradient, separateGradient } from './objective';
export {
  addFullGradientPenalty,
  addPerExamplePenalty,
  alongGradient,
  gradientNorms,
  patchBlocks,
} from './regularizer';
export { groupOutputs, groupSquares, hasCrossed, moveGroups } from './groups';
export { nodeMeans, nodeShares, secularMatrix, secularSums } from './nodes';
export { logisticLosses, logisticSlopes } from './loss';
export { movedSquares, neuronNorms } from './norms';
export { splitSignal } from './signal';
export { unpackPattern, updatePattern } from './pattern';

/** The first address that is free for arrays. */
export const ROOM_BEGINS: usize = __heap_base;
