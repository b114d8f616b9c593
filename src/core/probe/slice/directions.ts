import { gramMatrix } from '../../linalg/gram-matrix.ts';
import { InfeasiblePattern, limitRows, maxMargin } from '../../limit/max-margin.ts';
import { alignedNetwork } from '../../limit/network.ts';
import type { LiveRun } from '../../observe/live-run.ts';

/**
 * A direction of input space, by its name in links: the mean (`mu`; `mu2` the second of 2-xor's), v and u of F Theorem 3.2,
 * coordinate 1 or 2, the leading right singular directions of W at the run's end, or sample i, counted from 1.
 */
export type DirectionName = 'mu' | 'mu2' | 'v' | 'u' | 'c1' | 'c2' | 's1' | 's2' | `x${number}`;

/** Of two names joined by a point. */
export const pairOf = (text: string): readonly [DirectionName, DirectionName] => {
  const [first, second] = text.split('.');
  return [first, second] as [DirectionName, DirectionName];
};

/** What the limit of F Theorem 3.2 has of a run's data: v, u and z = Σ a_r w_r in the coordinates of the samples. */
export interface LimitDirections {
  readonly v: Float64Array;
  readonly u: Float64Array;
  readonly z: Float64Array;
}

/** Samples of which the limit is computed: its programme is n×n. */
const MOST_SAMPLES = 400;

/** The limit, or in words why there is none. */
export function limitDirections({ experiment, stepper: { problem } }: LiveRun): LimitDirections | string {
  const { features, dim, y, patches } = problem.samples;
  if (patches > 1)
    return 'this network sees two patches, whose plane is that of μ and of the noise of a sample';
  if (y.length > MOST_SAMPLES)
    return `the limit is computed of at most ${MOST_SAMPLES} samples, not of ${y.length}`;
  try {
    const network = alignedNetwork(problem, experiment);
    const rows = limitRows(maxMargin(network, gramMatrix(features, problem.featureCount, dim)));
    const [v, u] = [rows.slice(0, dim), rows.slice(dim)];
    // All a_r are of one size, and there are as many neurons of each class.
    return { v, u, z: v.map((value, c) => value - u[c]!) };
  } catch (error) {
    if (error instanceof InfeasiblePattern) {
      return 'no weights classify these data while each neuron fires for its own class alone';
    }
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

/** What {@link directionOf} takes directions from. */
export interface DirectionSources {
  readonly live: LiveRun;
  readonly limit: LimitDirections | string;
  /** Both leading right singular directions; null while they are not known. */
  readonly singular: readonly [Float64Array, Float64Array] | null;
}

/**
 * Which pair shows most where none was chosen: of two patches signal against noise; all of a plane, v and u where there is a
 * limit, else what W uses.
 */
export function usualPair({ live, limit }: DirectionSources): readonly [DirectionName, DirectionName] {
  if (live.stepper.problem.samples.patches > 1) return ['mu', 'x1'];
  if (live.stepper.problem.samples.d === 2) return ['c1', 'c2'];
  return typeof limit === 'string' ? ['s1', 's2'] : ['v', 'u'];
}

/**
 * The two directions of a slice, in the coordinates that the samples are held in, dim entries each, of any length. Of a
 * network with two patches the first is that of the signal patch, the second that of a sample's noise patch.
 *
 * @throws RangeError where these data do not have them, saying which have
 */
export function directionsOf(
  [first, second]: readonly [DirectionName, DirectionName],
  sources: DirectionSources,
): readonly [Float64Array, Float64Array] {
  const isOfPatches = sources.live.stepper.problem.samples.patches > 1;
  if (isOfPatches && !(first === 'mu' && second.startsWith('x'))) {
    throw new RangeError(
      'a network that sees two patches has a plane of μ in the first and of the noise of a sample in the second; choose μ and a sample',
    );
  }
  return [directionOf(first, sources), directionOf(second, sources)];
}

/**
 * A direction, of any length; of a sample with two patches that of its noise.
 *
 * @throws RangeError where these data do not have it, saying which have
 */
export function directionOf(name: DirectionName, sources: DirectionSources): Float64Array {
  const { live, limit, singular } = sources;
  const { samples } = live.stepper.problem;
  switch (name) {
    case 'mu':
    case 'mu2':
      return meanDirection(name, sources);
    case 'c1':
    case 'c2':
      if (samples.d !== 2)
        throw new RangeError(`coordinates span the slice of data with d = 2, not ${samples.d}`);
      return unit(2, name === 'c1' ? 0 : 1);
    case 'v':
    case 'u':
      if (typeof limit === 'string')
        throw new RangeError(`there is no ${name}: ${limit}; choose other directions`);
      return limit[name];
    case 's1':
    case 's2':
      if (singular === null) throw new RangeError('singular directions are known at the end of the run');
      return singular[name === 's1' ? 0 : 1];
    default:
      return sampleDirection(Number(name.slice(1)), live);
  }
}

/** The models hold their means along the first coordinates (gaussian-basis.ts). @throws RangeError for data without means */
function meanDirection(name: 'mu' | 'mu2', { live }: DirectionSources): Float64Array {
  const { kind } = live.experiment.data;
  const { signalFeature, features, dim } = live.stepper.problem.samples;
  if (signalFeature !== null && name === 'mu')
    return features.slice(signalFeature * dim, (signalFeature + 1) * dim);
  const has =
    kind === 'two-xor' || (name === 'mu' && (kind === 'gaussian-mixture' || kind === 'binary-clusters'));
  if (!has)
    throw new RangeError(`these data have no ${name === 'mu' ? 'mean μ' : 'second mean μ₂'}; choose samples`);
  return unit(live.stepper.problem.samples.dim, name === 'mu' ? 0 : 1);
}

function sampleDirection(number: number, { stepper }: LiveRun): Float64Array {
  const { features, dim, patches, patchFeature, y } = stepper.problem.samples;
  if (number > y.length) throw new RangeError(`sample ${number} is above n = ${y.length}; choose another`);
  const k = patchFeature[number * patches - 1]!;
  return features.slice(k * dim, (k + 1) * dim);
}

function unit(dim: number, axis: number): Float64Array {
  const vector = new Float64Array(dim);
  vector[axis] = 1;
  return vector;
}
