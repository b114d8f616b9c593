/**
 * An Experiment is everything a run depends on, in the papers' terms. The recording of a run is a pure
 * function of its Experiment and of {@link ENGINE_VERSION}; the experiment holds no clock, no thread and
 * no view. Papers: K = Kou, Chen, Gu 2023; F = Frei et al. 2023; M = Meng, Cao, Zou 2023.
 */

/** Changes whenever the same experiment may give other bits than before. Part of every fingerprint. */
export const ENGINE_VERSION = 5;

/** The learning rates that an experiment may have, and that one is suggested from. */
export const ETA_RANGE = { min: 1e-6, max: 1e6 } as const;

/** log t at which a gradient flow may end, and the tolerances that it may have. */
export const LOG_TIME_RANGE = { min: 0, max: 100_000 } as const;
export const TOLERANCE_RANGE = { min: 1e-13, max: 1e-3 } as const;

/** φ. Leaky ReLU: max(γz, z), φ′(0) = 1 (K §3; γ = 0 ReLU, γ = 1 linear). Smoothed: F §4. Power: M §2. */
export type ActivationSpec =
  | { readonly kind: 'leaky-relu'; readonly gamma: number }
  | { readonly kind: 'smooth-leaky-relu'; readonly gamma: number }
  | { readonly kind: 'relu-power'; readonly q: number };

/** ℓ(q) = log(1 + e^−q) or e^−q. */
export type LossName = 'logistic' | 'exponential';

/** a_r = ± 1/m (K §3), ± 1/√(2m) (F: 1/√(number of neurons)), ± 1 (what M's figures need). */
export type SecondLayer = '1/m' | '1/sqrt(2m)' | '1';

/** Gaussian mixture, K §6: μ ~ N(0, meanSd² I_d) once, y Rademacher, x = yμ + ξ, ξ ~ N(0, noiseSd² I_d). */
export interface GaussianMixtureSpec {
  readonly kind: 'gaussian-mixture';
  readonly n: number;
  readonly d: number;
  /** Standard deviation of an entry of μ (K: 0.01). */
  readonly meanSd: number;
  /** σ_p, standard deviation of an entry of ξ (K: 1). */
  readonly noiseSd: number;
}

/** Binary clusters, F App. F.1: x = ỹμ + z, z ~ N(0, I_d), μ = d^meanExponent · 1/√d, y = ỹ flipped w.p. labelNoise. */
export interface BinaryClustersSpec {
  readonly kind: 'binary-clusters';
  readonly n: number;
  readonly d: number;
  /** ‖μ‖ = d^meanExponent (F: 0.26). */
  readonly meanExponent: number;
  /** Probability that a label is flipped, in [0, 0.5] (F: 0.15). Training and test labels alike. */
  readonly labelNoise: number;
}

/** Fully orthogonal data, K App. A.1: x drawn from {e_1..e_d}, y Rademacher. */
export interface OrthogonalBasisSpec {
  readonly kind: 'orthogonal-basis';
  readonly n: number;
  readonly d: number;
  /** K does not say; its Figure 5 needs `false` (EXPERIMENTS B). Without replacement n ≤ d. */
  readonly replacement: boolean;
}

/** F's counter-example, App. B.8: three points of which the first two have the inner product −ε. */
export interface ThreePointsSpec {
  readonly kind: 'three-points';
  /** ε; F takes it to be at most 1/72. */
  readonly epsilon: number;
}

/** Noisy 2-xor, F §5: x = z + ξ, z uniform on {±μ₁, ±μ₂}, μ₁ ⟂ μ₂, y = sign(|⟨μ₁,x⟩| − |⟨μ₂,x⟩|). */
export interface TwoXorSpec {
  readonly kind: 'two-xor';
  readonly n: number;
  readonly d: number;
  /** ‖μ₁‖ = ‖μ₂‖. */
  readonly meanNorm: number;
  /** Standard deviation of an entry of ξ (F: 1). */
  readonly noiseSd: number;
}

/**
 * Signal and noise patches, M Def. 2.1: x = (yμ, ξ) with y Rademacher, ‖μ‖ = meanNorm and
 * ξ ~ N(0, noiseSd² (I − μμᵀ/‖μ‖²)), so that ξ ⟂ μ exactly.
 */
export interface SignalNoiseSpec {
  readonly kind: 'signal-noise';
  readonly n: number;
  /** Dimension of a patch; x has 2d entries. */
  readonly d: number;
  /** ‖μ‖ (M §4.1: 1). */
  readonly meanNorm: number;
  /** σ_p. */
  readonly noiseSd: number;
}

/** Given data: X, y and, where given, W(0) and test points. One patch a sample. */
export interface ExplicitSpec {
  readonly kind: 'explicit';
  readonly n: number;
  readonly d: number;
  /** n×d, row-major. */
  readonly x: Float64Array;
  /** n labels, ±1. */
  readonly y: Float64Array;
  /** 2m×d, row-major, rows 0..m−1 the positive neurons; drawn from N(0, σ₀²) when absent. */
  readonly w0?: Float64Array;
}

/** Given patches of M's signal–noise data: μ, ξ_i ⟂ μ and y; the patches of x_i are y_i μ and ξ_i. */
export interface ExplicitPatchesSpec {
  readonly kind: 'explicit-patches';
  readonly n: number;
  readonly d: number;
  /** d entries. */
  readonly mu: Float64Array;
  /** n×d, row-major. */
  readonly xi: Float64Array;
  readonly y: Float64Array;
  readonly w0?: Float64Array;
}

/** How pixel or table values become entries of x. */
export type Normalisation = 'none' | 'divide-255' | 'unit-norm' | 'standardise';

/** A label of a {@link Dataset}: its number, or its name (of a label that is its own name: its decimal digits). */
export type ClassLabel = number | string;

/** A sample of a loaded {@link Dataset}: two groups of its labels, shuffled by seed, n to train and the rest to test. */
export interface DatasetSpec {
  readonly kind: 'dataset';
  /** {@link Dataset.id}; the data themselves are handed to the run apart. */
  readonly id: string;
  readonly n: number;
  /** Labels that become y = +1, and those that become y = −1, by their number or their name in the file; disjoint. */
  readonly positive: readonly ClassLabel[];
  readonly negative: readonly ClassLabel[];
  readonly normalisation: Normalisation;
}

export type DataSpec =
  | GaussianMixtureSpec
  | BinaryClustersSpec
  | OrthogonalBasisSpec
  | ThreePointsSpec
  | TwoXorSpec
  | SignalNoiseSpec
  | ExplicitSpec
  | ExplicitPatchesSpec
  | DatasetSpec;

/** A table of real data, held once by page and worker and named by its content. */
export interface Dataset {
  /** Hash of the content, lower-case hex. */
  readonly id: string;
  /** What the user opened, for display. */
  readonly name: string;
  readonly count: number;
  readonly dim: number;
  /** count×dim, row-major: bytes of images (0..255) or numbers of a table. */
  readonly values: Uint8Array | Float64Array;
  /** count class labels, integers. */
  readonly labels: Int32Array;
  /** Label k → what the file calls it; absent where the labels are the file's own integers. Not part of the content. */
  readonly labelNames?: readonly string[];
}

/**
 * How W moves. SGD goes through a seeded permutation of the samples each epoch, unless `batches` lists them. Gradient flow,
 * dW/dt = −∇L̃, has no steps of its own: its "epochs" are the points of a grid of log t at which it is recorded.
 */
export type MethodSpec =
  | { readonly kind: 'gradient-descent'; readonly eta: number }
  | {
      readonly kind: 'sgd';
      readonly eta: number;
      readonly batchSize: number;
      /** Epoch → mini-batches → sample indices; for reference trajectories. */
      readonly batches?: readonly (readonly (readonly number[])[])[];
    }
  | {
      readonly kind: 'flow';
      /** log t at the end of the grid; times up to e^100,000 are no trouble. */
      readonly logTime: number;
      /** Error of a margin that a step may make. */
      readonly tolerance: number;
      /** log t of each recorded point, ascending, in place of the grid; for reference trajectories. */
      readonly logTimes?: readonly number[];
    };

/** η; NaN of the flow, which has none. */
export const learningRate = (method: MethodSpec): number => (method.kind === 'flow' ? NaN : method.eta);

/** PEGR: (1/2n) Σ‖∇ℓ_i‖² (M §2); FGR: ½‖∇L‖² (M §4.1 without the ½, CLAIMS C3). The objective is L + λ·R while t < until. */
export type RegularizerSpec =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'pegr' | 'fgr';
      readonly lambda: number;
      /** First epoch without the penalty; absent: never switched off. */
      readonly until?: number;
    };

export interface Experiment {
  readonly data: DataSpec;
  /** Neurons in each class; the network has 2m. */
  readonly m: number;
  readonly activation: ActivationSpec;
  readonly secondLayer: SecondLayer;
  readonly loss: LossName;
  readonly regularizer: RegularizerSpec;
  /** Standard deviation of an entry of W(0). */
  readonly sigma0: number;
  readonly method: MethodSpec;
  readonly epochs: number;
  /** Unsigned 32-bit integer. Run r of a batch of runs uses seed + r. */
  readonly seed: number;
  /** Fresh points (or the rest of a dataset, at most so many) on which the test error is measured; 0: none. */
  readonly testPoints: number;
  /**
   * Where the steps are taken; `auto` chooses the cheapest, epoch by epoch. All give the same numbers up to rounding.
   * `grouped`: by groups of neurons that move alike wherever that is possible, however many there are; else in feature space.
   */
  readonly space: 'auto' | 'feature' | 'weight' | 'grouped';
  /** Epochs that are recorded with all of their matrices, and the only ones with any; for reference trajectories. */
  readonly record?: readonly number[];
}
