/**
 * A problem is a finite set of feature vectors u_1..u_K, the patches that the samples make of them up to a sign,
 * labels, test points and W(0). Everything after this point sees vectors of length `dim` only.
 */

import type { GaussianBasis } from './gaussian-basis.ts';

/** Samples of a data model. Patch p of sample i is patchSign[iP+p] · u_{patchFeature[iP+p]}. */
export interface Samples {
  /** Ambient dimension d, for display. */
  readonly d: number;
  /** Length of the vectors held here: d, or fewer in an adapted basis. */
  readonly dim: number;
  /** The basis the vectors are held in, which also draws W(0); null where it is the usual one. */
  readonly basis: GaussianBasis | null;
  /** K×dim, row-major: the distinct vectors that the patches use up to a sign. */
  readonly features: Float64Array;
  /** P: 1 for a fully connected network, 2 for the two-patch CNN. */
  readonly patches: number;
  /** n·P feature indices, sample-major. */
  readonly patchFeature: Int32Array;
  /** n·P signs, ±1. */
  readonly patchSign: Float64Array;
  /** n labels, ±1. */
  readonly y: Float64Array;
  /** Index of the signal μ among the features, for data with a signal patch (M Def. 2.1); null for other data. */
  readonly signalFeature: number | null;
  /** The distinct patches of the test points, sign included: rows of `dim` entries. */
  readonly testX: Float64Array;
  /** Row of testX of each patch of each test point: count·P indices, sample-major. */
  readonly testPatch: Int32Array;
  /** Labels of the test points, ±1. */
  readonly testY: Float64Array;
}

/** What is drawn for an experiment before any scale: samples and the rows N of W(0) = σ₀N. */
export interface Draw {
  readonly samples: Samples;
  /** N, 2m×dim, row-major: standard normals, or the given W(0). */
  readonly initialRows: Float64Array;
}

export interface Problem {
  readonly draw: Draw;
  readonly samples: Samples;
  /** σ₀; 1 where W(0) is given. */
  readonly initialScale: number;
  /** 2m. */
  readonly neurons: number;
  /** K. */
  readonly featureCount: number;
  /** ‖u_k‖², K entries. */
  readonly squaredFeatureNorms: Float64Array;
}

/** 0, 1, …, count − 1. */
export const upTo = (count: number): Int32Array => Int32Array.from({ length: count }, (_, i) => i);

/** Samples of one patch each, all distinct (u_i = x_i), in the usual basis. */
export function onePatchSamples(
  d: number,
  x: Float64Array,
  y: Float64Array,
  testX: Float64Array,
  testY: Float64Array,
): Samples {
  const n = y.length;
  return {
    d,
    dim: d,
    basis: null,
    features: x,
    patches: 1,
    patchFeature: upTo(n),
    patchSign: new Float64Array(n).fill(1),
    y,
    signalFeature: null,
    testX,
    testPatch: upTo(testY.length),
    testY,
  };
}

/** The same in the basis of a Gaussian model. */
export function gaussianSamples(
  basis: GaussianBasis,
  x: Float64Array,
  y: Float64Array,
  testX: Float64Array,
  testY: Float64Array,
): Samples {
  return { ...onePatchSamples(basis.dim, x, y, testX, testY), d: basis.d, basis };
}
