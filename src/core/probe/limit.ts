import { angleToLimit } from '../limit/angle.ts';
import { InfeasiblePattern, maxMargin, type Limit } from '../limit/max-margin.ts';
import { networkAt, type FrozenNetwork, type NeuronGroup } from '../limit/network.ts';
import { reportOf, type LimitReport } from '../limit/report.ts';
import { runResidual } from '../limit/run-residual.ts';
import type { WeightsInFeatures } from '../limit/weights.ts';
import { gramMatrix } from '../linalg/gram-matrix.ts';
import type { LiveRun } from '../observe/live-run.ts';

/** Of patches an n×n programme is not solved for more, nor a row of gradients kept for each of more pairs. */
const MOST_PATCHES = 512;
const MOST_PAIRS = 400_000;

/** How far a run is from its limit at an epoch; NaN where there is none. */
export interface FromLimit {
  /** The angle between W and the limit of its pattern, radians. */
  readonly angle: number;
  /** The two parts of the normalised KKT residual (run-residual.ts). */
  readonly stationarity: number;
  readonly complementarity: number;
}

/**
 * The limit that a run would have if no neuron changed sides any more: that of the pattern it has at the epoch. Once each
 * neuron fires for its own class alone, it is the limit of F's Theorem 3.2 and of K's (4.1); at the end of a run it is that of
 * its final pattern.
 */
export class LimitMeasure {
  /** Multiply–adds of an epoch, about. */
  readonly cost: number;
  private readonly gram: Float64Array;
  private readonly z0: Float64Array;
  private readonly initialSquare: number;
  private network: FrozenNetwork | null = null;
  /** Of `network`; why there is none where it is infeasible. */
  private limit: Limit | string = '';

  private constructor(private readonly live: LiveRun) {
    const { problem, ground } = live.stepper;
    const { samples, neurons, featureCount: K, draw, initialScale } = problem;
    const width = samples.patchFeature.length;
    this.cost = 16 * neurons * width * width;
    const { gram, z0 } = ground.products;
    this.gram = gram.length > 0 ? gram : gramMatrix(samples.features, K, samples.dim);
    this.z0 = z0.length > 0 ? z0 : initialProducts(live);
    this.initialSquare =
      initialScale * initialScale * draw.initialRows.reduce((sum, entry) => sum + entry * entry, 0);
  }

  /** Null where the activation has no frozen patterns (powers of ReLU), or it would be too large. */
  static of(live: LiveRun): LimitMeasure | null {
    const { samples, neurons } = live.stepper.problem;
    const width = samples.patchFeature.length;
    if (live.experiment.activation.kind === 'relu-power') return null;
    return width > MOST_PATCHES || neurons * width > MOST_PAIRS ? null : new LimitMeasure(live);
  }

  /** At the epoch that the run's rows show. */
  measure(): FromLimit {
    const network = this.now();
    const weights = this.weights();
    const { limit } = this;
    const residual = runResidual(network, this.gram, weights);
    return {
      angle: typeof limit === 'string' ? NaN : angleToLimit(limit, weights),
      stationarity: residual?.stationarity ?? NaN,
      complementarity: residual?.complementarity ?? NaN,
    };
  }

  /** The limit itself, of the pattern at this epoch. */
  report(): LimitReport {
    this.now();
    const { limit } = this;
    return typeof limit === 'string' ? { kind: 'none', why: limit } : reportOf(limit, this.weights());
  }

  private weights(): WeightsInFeatures {
    const { c, z } = this.live.stepper.ground.space;
    return { c, z, z0: this.z0, initialSquare: this.initialSquare };
  }

  /** The network of this epoch's pattern, the same object while the pattern is; its limit is solved for once. */
  private now(): FrozenNetwork {
    const { experiment, stepper } = this.live;
    const next = networkAt(stepper.problem, experiment, stepper.ground.space.z);
    if (this.network !== null && isSame(this.network.groups, next.groups)) return this.network;
    this.network = next;
    try {
      this.limit = maxMargin(next, this.gram);
    } catch (error) {
      if (!(error instanceof InfeasiblePattern)) throw error;
      this.limit = error.message;
    }
    return next;
  }
}

const isSame = (a: readonly NeuronGroup[], b: readonly NeuronGroup[]): boolean =>
  a.length === b.length &&
  a.every(
    ({ rows, slopes, slides }, g) =>
      String(slides) === String(b[g]!.slides) &&
      rows.length === b[g]!.rows.length &&
      rows.every((r, k) => r === b[g]!.rows[k]) &&
      slopes.every((slope, k) => slope === b[g]!.slopes[k]),
  );

/** Z(0) = W(0) Uᵀ, 2m×K. */
function initialProducts({ stepper: { problem } }: LiveRun): Float64Array {
  const { samples, neurons, featureCount: K, draw, initialScale } = problem;
  const { features, dim } = samples;
  const z0 = new Float64Array(neurons * K);
  for (let r = 0; r < neurons; r++) {
    for (let k = 0; k < K; k++) {
      let sum = 0;
      for (let e = 0; e < dim; e++) sum += draw.initialRows[r * dim + e]! * features[k * dim + e]!;
      z0[r * K + k] = initialScale * sum;
    }
  }
  return z0;
}
