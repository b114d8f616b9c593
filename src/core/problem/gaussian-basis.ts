import { chi } from '../random/chi.ts';
import { fillNormals } from '../random/stream.ts';
import { slices, WORK_PER_NORMAL, type Work } from '../slices.ts';

/**
 * Coordinates for Gaussian vectors whose inner products alone are observed (DESIGN §2, "Any d at the same cost").
 *
 * With d ≥ c + n + 2m the orthonormal basis is adapted, by Gram and Schmidt, to (c cluster means, the noise of x_1, …,
 * x_n, then the rows of W(0)): a vector's coordinates along the vectors before it are standard normals, and what is
 * left of it is one coordinate, the length χ of a normal vector of the dimensions that remain (Bartlett 1933). All
 * inner products have exactly the law of the d-dimensional ones, and the vectors have c + n + 2m entries whatever d is.
 * With fewer dimensions the vectors are drawn themselves. Either way the means lie along the first c coordinates,
 * which changes no law, as the noise and W(0) have no preferred direction.
 */
export interface GaussianBasis {
  /** Ambient dimension d. */
  readonly d: number;
  /** Entries of a vector: c + n + 2m, or d. */
  readonly dim: number;
  /** Writes the standard normal noise of training point i. */
  noise(seed: number, i: number, x: Float64Array): void;
  /** Writes the standard normal noise of test point i. */
  testNoise(seed: number, i: number, x: Float64Array): void;
  /** Writes a standard normal row of W(0); `order` counts the neurons as they are added, from 0. */
  weights(seed: number, order: number, w: Float64Array): void;
}

/**
 * @param d dimension
 * @param means c, number of directions the cluster means span
 * @param n number of training points
 * @param neurons 2m
 */
export function gaussianBasis(d: number, means: number, n: number, neurons: number): GaussianBasis {
  const reduced = means + n + neurons;
  const plain = d < reduced;
  const dim = plain ? d : reduced;
  /** Normals along what came before, the rest of the vector as a length, zeros after it. */
  const triangular = (
    stream: 'data' | 'init',
    seed: number,
    row: number,
    before: number,
    out: Float64Array,
  ): void => {
    fillNormals(seed, stream, row, out, 0, before);
    out[before] = chi(seed, `${stream}-length`, row, d - before);
    out.fill(0, before + 1);
  };
  return {
    d,
    dim,
    noise(seed, i, x) {
      if (plain) fillNormals(seed, 'data', i, x, 0, dim);
      else triangular('data', seed, i, means + i, x);
    },
    testNoise(seed, i, x) {
      fillNormals(seed, 'test-data', i, x, 0, dim);
    },
    weights(seed, order, w) {
      if (plain) fillNormals(seed, 'init', order, w, 0, dim);
      else triangular('init', seed, order, means + n + order, w);
    },
  };
}

/**
 * Points x_i = c_i + σ ξ_i with ξ_i ~ N(0, I_d), one noise vector an index, so that adding a point leaves the others as
 * they were and σ only scales.
 *
 * @param noise basis.noise or basis.testNoise
 * @param center the coordinate along which c_i lies, and its length there
 * @param before rows of zeros before them
 * @returns (before + count)×dim, row-major
 */
export function* noisyPoints(
  basis: GaussianBasis,
  noise: GaussianBasis['noise'],
  seed: number,
  count: number,
  sigma: number,
  center: (i: number) => { readonly axis: number; readonly length: number },
  before = 0,
): Work<Float64Array> {
  const { dim } = basis;
  const points = new Float64Array((before + count) * dim);
  yield* slices(count, WORK_PER_NORMAL * dim, (from, to) => {
    for (let i = from; i < to; i++) {
      const x = points.subarray((before + i) * dim, (before + i + 1) * dim);
      noise(seed, i, x);
      for (let k = 0; k < dim; k++) x[k] = sigma * x[k]!;
      const { axis, length } = center(i);
      x[axis] = x[axis]! + length;
    }
  });
  return points;
}
