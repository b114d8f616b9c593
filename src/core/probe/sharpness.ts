import type { Experiment } from '../experiment.ts';
import { PLAIN } from '../kernels/plain.ts';
import { Lanczos } from '../linalg/lanczos.ts';
import { createActivation, type Activation } from '../model/activation.ts';
import { lossByName } from '../model/loss.ts';
import { secondLayerWeights } from '../model/second-layer.ts';
import type { Samples } from '../problem/problem.ts';
import type { Work } from '../slices.ts';
import { featureFactor } from './feature-factor.ts';
import { GradientGram } from './gradient-gram.ts';
import { HessianOperator } from './hessian.ts';

/** An n×n matrix of more samples is not formed, nor a vector of more entries than 2m·min(K, dim) kept 48 times. */
const MOST_SAMPLES = 2_048;
const MOST_ENTRIES = 262_144;

/** Relative error of the largest eigenvalue, of the shifted operator. */
const TOLERANCE = 1e-11;
/** Products that Lanczos' method takes, about. */
const PRODUCTS = 20;

/** λ_max(∇²L(W)) of the data loss, from Z and the margins alone. */
export interface Sharpness {
  /** Multiply–adds of `measure`, about. */
  readonly cost: number;
  /** @param z 2m×K @param margins n entries */
  measure(z: Float64Array, margins: Float64Array): number;
}

type Task = Pick<Experiment, 'activation' | 'loss' | 'secondLayer' | 'm'>;

/**
 * Where φ is piecewise linear, ∇²L = (1/n) Σ ℓ″_i ∇f_i ∇f_iᵀ almost everywhere, and its spectrum is that of the n×n matrix
 * (1/n) √(ℓ″_i ℓ″_k) ⟨∇f_i, ∇f_k⟩; else φ″ adds a block for each neuron, and the operator itself is used.
 *
 * @returns null where it would be too large
 */
export function createSharpness(experiment: Task, samples: Samples): Sharpness | null {
  const n = samples.y.length;
  if (experiment.activation.kind === 'leaky-relu') {
    return n * samples.patches > MOST_SAMPLES ? null : new LinearSharpness(experiment, samples);
  }
  const K = samples.features.length / samples.dim;
  const entries = 2 * experiment.m * Math.min(K, samples.dim);
  return entries > MOST_ENTRIES ? null : new CurvedSharpness(experiment, samples);
}

/** φ′ and φ″ of each patch, and ℓ′ and ℓ″ of each sample, in units of the largest of these. */
class Slopes {
  readonly a: Float64Array;
  readonly width: number;
  readonly slopes: Float64Array;
  readonly second: Float64Array;
  readonly first: Float64Array;
  readonly signed: Float64Array;
  readonly activation: Activation;
  private readonly values: Float64Array;

  constructor(
    private readonly experiment: Task,
    private readonly samples: Samples,
  ) {
    const n = samples.y.length;
    this.a = secondLayerWeights(experiment.secondLayer, experiment.m);
    this.width = n * samples.patches;
    const entries = this.a.length * this.width;
    this.activation = createActivation(experiment.activation, PLAIN);
    this.slopes = new Float64Array(entries);
    this.signed = new Float64Array(entries);
    this.values = new Float64Array(entries);
    this.second = new Float64Array(n);
    this.first = new Float64Array(n);
  }

  /** @returns the unit of `first` and `second`; 0 where both are 0 */
  update(z: Float64Array, margins: Float64Array): number {
    const { samples, a, width, signed, slopes } = this;
    const { patchFeature, patchSign, y } = samples;
    const K = z.length / a.length;
    for (let r = 0; r < a.length; r++) {
      for (let at = 0; at < width; at++) {
        signed[r * width + at] = patchSign[at]! * z[r * K + patchFeature[at]!]!;
      }
    }
    this.activation.evaluate(signed, 0, signed.length, this.values, slopes);
    const loss = lossByName(this.experiment.loss);
    loss.slopes(PLAIN, margins, y.length, this.first);
    let unit = 0;
    for (let i = 0; i < y.length; i++) {
      this.second[i] = loss.curvature(margins[i]!);
      unit = Math.max(unit, this.second[i]!, -this.first[i]!);
    }
    if (!(unit > 0)) return 0;
    for (let i = 0; i < y.length; i++) {
      this.second[i] = this.second[i]! / (unit * y.length);
      this.first[i] = (y[i]! * this.first[i]!) / (unit * y.length);
    }
    return unit;
  }
}

class LinearSharpness implements Sharpness {
  readonly cost: number;
  private readonly at: Slopes;
  private readonly gram: GradientGram;
  private readonly lanczos: Lanczos;
  private readonly top: Float64Array;
  private readonly weighted: Float64Array;

  constructor(experiment: Task, samples: Samples) {
    const n = samples.y.length;
    const neurons = 2 * experiment.m;
    this.at = new Slopes(experiment, samples);
    this.gram = new GradientGram(samples, neurons);
    this.lanczos = new Lanczos(n);
    this.top = new Float64Array(n).fill(1);
    this.weighted = new Float64Array(this.at.slopes.length);
    this.cost = (neurons * this.at.width * this.at.width) / 2 + PRODUCTS * n * n;
  }

  measure(z: Float64Array, margins: Float64Array): number {
    const { at, gram, weighted } = this;
    const { a, width, slopes, second } = at;
    const n = second.length;
    const unit = at.update(z, margins);
    if (unit === 0) return 0;
    for (let p = 0; p < width; p++) {
      for (let r = 0; r < a.length; r++) weighted[p * a.length + r] = a[r]! * slopes[r * width + p]!;
    }
    gram.update(weighted);
    const { matrix } = gram;
    let trace = 0;
    for (let i = 0; i < n; i++) {
      for (let k = 0; k < n; k++) matrix[i * n + k] = matrix[i * n + k]! * Math.sqrt(second[i]! * second[k]!);
      trace += matrix[i * n + i]!;
    }
    const apply = (x: Float64Array, y: Float64Array): void => {
      for (let i = 0; i < n; i++) {
        let sum = 0;
        for (let k = 0; k < n; k++) sum += matrix[i * n + k]! * x[k]!;
        y[i] = sum;
      }
    };
    return unit * ended(this.lanczos.largest(apply, this.top, TOLERANCE, trace));
  }
}

class CurvedSharpness implements Sharpness {
  readonly cost: number;
  private readonly at: Slopes;
  private readonly operator: HessianOperator;
  private readonly lanczos: Lanczos;
  private readonly top: Float64Array;
  private readonly curvatures: Float64Array;
  /** Whether there are directions orthogonal to all features, along which ∇²L is 0. */
  private readonly hasFlat: boolean;

  constructor(
    experiment: Task,
    private readonly samples: Samples,
  ) {
    const factor = featureFactor(samples);
    this.at = new Slopes(experiment, samples);
    this.operator = new HessianOperator(samples, factor, 2 * experiment.m);
    const { dimension, work } = this.operator;
    this.lanczos = new Lanczos(dimension, PLAIN, work);
    this.top = new Float64Array(dimension).fill(1);
    this.curvatures = new Float64Array(this.at.slopes.length);
    this.hasFlat = factor.columns < samples.d;
    this.cost = 2 * PRODUCTS * work;
  }

  measure(z: Float64Array, margins: Float64Array): number {
    const { at, operator, curvatures, top } = this;
    const { a, width, slopes, signed, second, first } = at;
    const unit = at.update(z, margins);
    if (unit === 0) return 0;
    at.activation.curvature(signed, signed.length, curvatures);
    const { patchSign } = this.samples;
    for (let r = 0; r < a.length; r++) {
      for (let p = 0; p < width; p++) {
        const k = r * width + p;
        slopes[k] = a[r]! * patchSign[p]! * slopes[k]!;
        curvatures[k] = a[r]! * curvatures[k]!;
      }
    }
    operator.update({ slopes, curvatures, second, first });
    const largest = ended(this.lanczos.largest(operator.apply, top, TOLERANCE)) - operator.shift;
    return unit * (this.hasFlat ? Math.max(0, largest) : largest);
  }
}

function ended(work: Work<number>): number {
  for (;;) {
    const next = work.next();
    if (next.done === true) return next.value;
  }
}
