import { learningRate } from '../../experiment.ts';
import { log } from '../../special/log.ts';
import { secondLayerScale } from '../../model/second-layer.ts';
import { DELTA } from '../probability.ts';
import type { Run } from '../run.ts';
import { noiseOf, toPaper } from './units.ts';

/** M's symbols for a run. Features are μ, ξ_1, …, ξ_n, in this order. */
export interface Scales {
  /** K = n + 1. */
  readonly K: number;
  /** |a_r|. */
  readonly c: number;
  /** √(mc): M's W, γ and ρ are this times the run's. 1 for a second layer ±1/m. */
  readonly root: number;
  /** The run's η and λ; M's are mc times these. */
  readonly eta: number;
  /** M's σ₀. */
  readonly sigma0: number;
  /** ‖μ‖², and ‖ξ_i‖², n entries. */
  readonly squaredSignal: number;
  readonly squaredNoise: Float64Array;
  /** σₚ√d. */
  readonly noise: number;
  readonly d: number;
  /** The class of sample i's own neurons, 0 where y_i = +1, else 1. */
  readonly own: Int32Array;
  /** log n, √log(8mn/δ), √log(4n²/δ) and log T*, T* the run's own number of epochs. */
  readonly logN: number;
  readonly rootMn: number;
  readonly rootN: number;
  readonly logTime: number;
  /** λ of the step that leads from t to t + 1, as the run has it. */
  lambdaAt(t: number): number;
}

/** To be had by `run.derive(scalesOf)`. */
export function scalesOf({ start, m, n, y }: Run): Scales {
  const { experiment, facts, squaredNorms } = start;
  const { method, regularizer, secondLayer, sigma0, epochs } = experiment;
  const factor = toPaper(experiment);
  const { d } = facts;
  return {
    K: n + 1,
    c: secondLayerScale(secondLayer, m),
    root: Math.sqrt(factor),
    eta: learningRate(method),
    sigma0: sigma0 * Math.sqrt(factor),
    squaredSignal: squaredNorms[0]!,
    squaredNoise: squaredNorms.slice(1),
    noise: noiseOf(experiment) * Math.sqrt(d),
    d,
    own: Int32Array.from(y, (label) => (label > 0 ? 0 : 1)),
    logN: log(n),
    rootMn: Math.sqrt(log((8 * m * n) / DELTA)),
    rootN: Math.sqrt(log((4 * n * n) / DELTA)),
    logTime: log(Math.max(2, epochs)),
    lambdaAt: (t) =>
      regularizer.kind === 'none' || t >= (regularizer.until ?? Infinity) ? 0 : regularizer.lambda,
  };
}

/** 32n√(log(4n²/δ)/d) log T*: how far other samples’ noise can move an inner product (Lemma C.2). */
export const crosstalk = ({ n }: Run, { rootN, d, logTime }: Scales): number =>
  (32 * n * rootN * logTime) / Math.sqrt(d);
