import { secondLayerScale } from '../../model/second-layer.ts';
import { showRows, type LiveRun } from '../../observe/live-run.ts';
import type { Recorder } from '../../observe/recorder.ts';
import { probedPlaces } from '../schedule.ts';
import { directionsOf, limitDirections, pairOf, usualPair, type DirectionSources } from './directions.ts';
import { inner, onSlice, orthonormalPair, type SliceFrame } from './frame.ts';
import { singularDirections } from './singular.ts';

/** What was projected since it was asked for last. */
export interface SlicePart {
  /** Ascending. */
  readonly epochs: Float64Array;
  /** epochs×2m×2: ⟨w_r, e₁⟩ and ⟨w_r, e₂⟩ in turn. */
  readonly arrows: Float64Array;
}

/** An epoch's multiply–adds count for so many a neuron, so that a run's arrows stay within some 32 MB. */
const ROOM = 4e4;

/** What of W(0) and the features lies on the slice: an epoch's arrows are start + C features. */
interface Projection {
  readonly start: Float64Array;
  readonly features: Float64Array;
}

/**
 * A recorder that projects the neurons of a run onto a slice of input space: ⟨w_r, e⟩ = σ₀⟨N_r, e⟩ + Σ_k C_rk ⟨u_k, e⟩,
 * where the inner products with e are taken once a run, whatever d is. It keeps nothing else and changes nothing.
 *
 * A slice of singular directions needs those of the end: a run that is sliced without them only finds them ({@link singular}),
 * and is to be sliced again.
 */
export class Slicing {
  /** Null until the run has begun, and of a run that only finds its singular directions. */
  frame: SliceFrame | null = null;
  private live: LiveRun | null = null;
  private projection: Projection | null = null;
  private places: ReadonlySet<number> = new Set();
  private place = -1;
  private readonly epochs: number[] = [];
  private readonly arrows: Float64Array[] = [];

  /** @param pair as in links; '' for {@link usualPair} */
  constructor(
    private readonly pair: string,
    public singular: DirectionSources['singular'] = null,
  ) {}

  readonly recorder: Recorder = {
    // Matrices are of nobody's interest here, so no room is kept for them.
    siblings: Number.MAX_SAFE_INTEGER,
    begin: (live) => this.begin(live),
    epoch: (t) => this.look(t),
    snapshot: () => undefined,
  };

  /** What is new. */
  take(): SlicePart {
    const arrows = this.arrows.splice(0);
    const epochs = Float64Array.from(this.epochs.splice(0));
    const all = new Float64Array(arrows.reduce((sum, one) => sum + one.length, 0));
    let at = 0;
    for (const one of arrows) {
      all.set(one, at);
      at += one.length;
    }
    return { epochs, arrows: all };
  }

  private begin(live: LiveRun): void {
    this.live = live;
    const sources = { live, limit: limitDirections(live), singular: this.singular };
    const names = this.pair === '' ? usualPair(sources) : pairOf(this.pair);
    if (this.singular === null && names.some((name) => name === 's1' || name === 's2')) return;
    const { problem } = live.stepper;
    const { samples, draw, initialScale, neurons, featureCount: K } = problem;
    const [first, second] = directionsOf(names, sources);
    const isOfPatches = samples.patches > 1;
    const { e1, e2, degrees } = isOfPatches
      ? { e1: first, e2: second, degrees: 90 }
      : orthonormalPair(first, second, names);
    const squares = [inner(e1, e1), inner(e2, e2)] as const;
    const features = onSlice(samples.features, e1, e2);
    this.projection = { start: onSlice(draw.initialRows, e1, e2, initialScale), features };
    this.places = probedPlaces(live.facts.recordedEpochs, Math.max(2 * neurons * K, ROOM * neurons));
    const { limit } = sources;
    this.frame = {
      ...{ names, degrees, neurons },
      patches: isOfPatches ? 2 : 1,
      activation: live.experiment.activation,
      scale: secondLayerScale(live.experiment.secondLayer, neurons / 2),
      samples: Float64Array.from({ length: 2 * samples.y.length }, (_, at) => {
        const patch = isOfPatches ? at : at >> 1;
        const along = features[2 * samples.patchFeature[patch]! + (at & 1)]!;
        return (samples.patchSign[patch]! * along) / (isOfPatches ? squares[at & 1]! : 1);
      }),
      limit: typeof limit === 'string' ? null : [inner(limit.z, e1), inner(limit.z, e2)],
    };
  }

  private look(t: number): void {
    const { live, projection } = this;
    this.place++;
    if (live === null) return;
    if (projection !== null) {
      if (!this.places.has(this.place)) return;
      showRows(live);
      this.epochs.push(t);
      this.arrows.push(projected(live, projection));
    } else if (this.place === live.facts.recordedEpochs - 1) {
      showRows(live);
      this.singular = singularDirections(live);
    }
  }
}

/** start + C features, 2m×2. */
function projected({ stepper: { problem, ground } }: LiveRun, { start, features }: Projection): Float64Array {
  const { neurons, featureCount: K } = problem;
  const { c } = ground.space;
  const out = start.slice();
  for (let r = 0; r < neurons; r++) {
    let [first, second] = [out[2 * r]!, out[2 * r + 1]!];
    for (let k = 0, at = r * K; k < K; k++, at++) {
      first += c[at]! * features[2 * k]!;
      second += c[at]! * features[2 * k + 1]!;
    }
    out[2 * r] = first;
    out[2 * r + 1] = second;
  }
  return out;
}
