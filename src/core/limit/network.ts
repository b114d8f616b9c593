import type { ActivationSpec, Experiment } from '../experiment.ts';
import { checkSlope } from '../model/activation.ts';
import { secondLayerScale } from '../model/second-layer.ts';
import type { Problem, Samples } from '../problem/problem.ts';

/** Neurons of one class that fire for the same patches. */
export interface NeuronGroup {
  /** j: the sign of a_r. */
  readonly sign: 1 | -1;
  /** Their rows of W, ascending. */
  readonly rows: readonly number[];
  /** φ′ at each patch, nP entries, sample-major; γ where they slide. */
  readonly slopes: Float64Array;
  /** The features on whose kinks they stay, ascending: there φ′ is what the limit makes it. None when absent. */
  readonly slides?: readonly number[];
}

/** A network whose activation pattern is held fast: all its margins q_i are linear in W. */
export interface FrozenNetwork {
  readonly samples: Pick<Samples, 'features' | 'dim' | 'patches' | 'patchFeature' | 'patchSign' | 'y'>;
  /** |a_r|. */
  readonly scale: number;
  /** γ: the slope where a neuron does not fire. */
  readonly gamma: number;
  readonly groups: readonly NeuronGroup[];
}

/** K. */
export const featureCount = ({ samples }: FrozenNetwork): number => samples.features.length / samples.dim;

/** How many neurons of a class there are. */
export const neuronsOf = ({ groups }: FrozenNetwork, sign: 1 | -1): number =>
  groups.reduce((sum, group) => sum + (group.sign === sign ? group.rows.length : 0), 0);

/** Whether every neuron fires for the patches of its own class and no others: the pattern of {@link alignedGroups}. */
export const isAligned = ({ groups, gamma, samples: { y, patches } }: FrozenNetwork): boolean =>
  gamma === 1 ||
  groups.every(
    ({ sign, slopes, slides }) =>
      slides === undefined &&
      slopes.every((slope, k) => (slope === 1) === (y[Math.floor(k / patches)] === sign)),
  );

/**
 * The slope of an activation far below its kink (far above it is 1), which is all that counts in the limit, smooth or not.
 *
 * @throws RangeError when γ is outside [0, 1], and for powers of ReLU: no pattern makes their margins linear in W
 */
export function limitSlope(activation: ActivationSpec): number {
  if (activation.kind !== 'relu-power') return checkSlope(activation.gamma);
  throw new RangeError(
    `activation max(0, z)^q with q = ${activation.q}: a frozen pattern leaves it curved; the limit is that of leaky-relu or smooth-leaky-relu, γ from 0 to 1`,
  );
}

/** The positive neurons, rows 0…positive − 1, fire for the patches of positive samples alone, the others for the rest (F Theorem 3.2(3), K Lemma 5.6). */
export function alignedGroups(
  y: Float64Array,
  patches: number,
  gamma: number,
  positive: number,
  negative: number,
): readonly NeuronGroup[] {
  const slopes = (sign: number): Float64Array =>
    Float64Array.from({ length: y.length * patches }, (_, k) =>
      y[Math.floor(k / patches)] === sign ? 1 : gamma,
    );
  const rows = (from: number, count: number): number[] => Array.from({ length: count }, (_, r) => from + r);
  return [
    { sign: 1, rows: rows(0, positive), slopes: slopes(1) },
    { sign: -1, rows: rows(positive, negative), slopes: slopes(-1) },
  ];
}

/** φ′ of the smoothed leaky ReLU is by 10⁻⁵(1 − γ) from one of its ends at |z| = log(10⁵ − 1), and nearer beyond. */
const BEND = 11.512915464924779;
/** While no pre-activation is so many times as far out, all are near the bend, and their signs are the pattern. */
const FAR_OUT = 20;

/**
 * How near to 0 a pre-activation is held there in the limit: of (leaky) ReLU exactly there, where the flow puts it; of the smoothed
 * one as long as φ′ is neither γ nor 1, once others are far out. In direction, z/‖W‖, it goes to 0 there as well.
 */
function heldWithin({ kind }: ActivationSpec, z: Float64Array): number {
  if (kind !== 'smooth-leaky-relu') return 0;
  const most = z.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  return most >= FAR_OUT * BEND ? BEND : 0;
}

/**
 * The groups of the pattern that pre-activations have: a neuron fires where ⟨w_r, x⟩ ≥ 0, and slides where that is held at 0
 * (docs/limit.md), if there is a kink.
 *
 * @param z Z = W Uᵀ, neurons×K; the first half of the neurons are the positive ones
 * @param within what is no farther than this from 0 is held
 * @throws RangeError naming one that is not finite
 */
export function groupsAt(
  z: Float64Array,
  neurons: number,
  { patchFeature, patchSign }: Pick<Samples, 'patchFeature' | 'patchSign'>,
  gamma: number,
  within = 0,
): readonly NeuronGroup[] {
  const K = z.length / neurons;
  const found = new Map<string, NeuronGroup & { readonly rows: number[] }>();
  for (let r = 0; r < neurons; r++) {
    const sign = r < neurons / 2 ? 1 : -1;
    let key = sign > 0 ? '+' : '−';
    for (const [k, feature] of patchFeature.entries()) {
      const value = z[r * K + feature]! * patchSign[k]!;
      if (Number.isNaN(value)) throw new RangeError(`pre-activation ${k + 1} of neuron ${r + 1} = NaN`);
      key += value > within || gamma === 1 ? '1' : value < -within ? '0' : '~';
    }
    const group = found.get(key);
    if (group !== undefined) group.rows.push(r);
    else {
      const slopes = Float64Array.from(key.slice(1), (bit) => (bit === '1' ? 1 : gamma));
      const slides = new Set(Array.from(patchFeature).filter((_, k) => key[k + 1] === '~'));
      found.set(key, {
        ...{ sign, rows: [r], slopes },
        ...(slides.size > 0 && { slides: [...slides].sort((a, b) => a - b) }),
      });
    }
  }
  return [...found.values()];
}

/** A problem's network with the pattern of F Theorem 3.2. @throws RangeError as {@link limitSlope} */
export function alignedNetwork({ samples }: Pick<Problem, 'samples'>, experiment: Experiment): FrozenNetwork {
  const gamma = limitSlope(experiment.activation);
  const { m, secondLayer } = experiment;
  const groups = alignedGroups(samples.y, samples.patches, gamma, m, m);
  return { samples, scale: secondLayerScale(secondLayer, m), gamma, groups };
}

/** A problem's network with the pattern of pre-activations, 2m×K. @throws RangeError as {@link limitSlope} and {@link groupsAt} */
export function networkAt(
  { samples }: Pick<Problem, 'samples'>,
  experiment: Experiment,
  z: Float64Array,
): FrozenNetwork {
  const gamma = limitSlope(experiment.activation);
  const { m, secondLayer } = experiment;
  return {
    samples,
    scale: secondLayerScale(secondLayer, m),
    gamma,
    groups: groupsAt(z, 2 * m, samples, gamma, heldWithin(experiment.activation, z)),
  };
}
