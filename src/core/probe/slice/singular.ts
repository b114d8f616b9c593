import { jacobiEigen } from '../../linalg/jacobi.ts';
import type { LiveRun } from '../../observe/live-run.ts';
import { fillNormals } from '../../random/stream.ts';
import { weightsOf } from '../weights.ts';
import { inner } from './frame.ts';

/** Entries of W at most: it is formed once, and multiplied by some dozens of times. */
const LARGEST = 2e7;
/** Vectors that are iterated: one more than are wanted, so that a close third does not hold them up. */
const BLOCK = 3;
const MOST_ROUNDS = 60;
const SETTLED = 1e-11;

/**
 * The two leading right singular directions of W as it stands, by subspace iteration with WᵀW and Rayleigh and Ritz (Golub
 * and Van Loan, §8.2.4): unit vectors of dim entries.
 *
 * @throws RangeError when W is too large
 */
export function singularDirections(live: LiveRun): readonly [Float64Array, Float64Array] {
  const { neurons, samples } = live.stepper.problem;
  const { dim } = samples;
  if (neurons * dim > LARGEST) {
    throw new RangeError(
      `W has ${neurons} × ${dim} entries, too many for its singular directions; choose others`,
    );
  }
  const w = new Float64Array(neurons * dim);
  weightsOf(live, w);
  let block = startBlock(Math.min(BLOCK, dim), dim);
  for (let round = 0, last = 0; round < MOST_ROUNDS; round++) {
    const images = block.map((vector) => squared(w, vector));
    const ritz = rotated(block, images);
    const isSettled = Math.abs(ritz.sum - last) <= SETTLED * ritz.sum;
    last = ritz.sum;
    block = isSettled ? ritz.vectors : orthonormalised(ritz.images);
    if (isSettled) break;
  }
  return [block[0]!, block[1]!];
}

function startBlock(count: number, dim: number): Float64Array[] {
  return orthonormalised(
    Array.from({ length: count }, (_, k) => {
      const vector = new Float64Array(dim);
      fillNormals(0, 'start', k, vector, 0, dim);
      return vector;
    }),
  );
}

/** WᵀW x. */
function squared(w: Float64Array, x: Float64Array): Float64Array {
  const dim = x.length;
  const out = new Float64Array(dim);
  for (let from = 0; from < w.length; from += dim) {
    let sum = 0;
    for (let c = 0; c < dim; c++) sum += w[from + c]! * x[c]!;
    for (let c = 0; c < dim; c++) out[c]! += sum * w[from + c]!;
  }
  return out;
}

/** The block and its images turned to Ritz vectors, the largest value first; the sum of the first two. */
function rotated(block: readonly Float64Array[], images: readonly Float64Array[]) {
  const q = block.length;
  const matrix = Float64Array.from({ length: q * q }, (_, at) =>
    inner(block[Math.floor(at / q)]!, images[at % q]!),
  );
  const turn = Float64Array.from({ length: q * q }, (_, at) => (at % (q + 1) === 0 ? 1 : 0));
  for (let i = 0; i < q; i++) for (let k = 0; k < i; k++) matrix[k * q + i] = matrix[i * q + k]!;
  jacobiEigen(matrix, q, turn, q);
  const order = Array.from({ length: q }, (_, k) => k).sort(
    (a, b) => matrix[b * q + b]! - matrix[a * q + a]!,
  );
  const turned = (vectors: readonly Float64Array[]): Float64Array[] =>
    order.map((k) =>
      vectors[0]!.map((_, c) => vectors.reduce((sum, v, i) => sum + turn[i * q + k]! * v[c]!, 0)),
    );
  const sum = order.slice(0, 2).reduce((total, k) => total + matrix[k * q + k]!, 0);
  return { vectors: turned(block), images: turned(images), sum };
}

/** Gram and Schmidt, twice; a vector of which nothing is left stays 0. */
function orthonormalised(vectors: readonly Float64Array[]): Float64Array[] {
  const found: Float64Array[] = [];
  for (const vector of vectors) {
    const rest = vector.slice();
    for (const unit of [...found, ...found]) {
      const along = inner(rest, unit);
      for (let c = 0; c < rest.length; c++) rest[c]! -= along * unit[c]!;
    }
    const length = Math.sqrt(inner(rest, rest));
    found.push(length > 0 ? rest.map((value) => value / length) : rest);
  }
  return found;
}
