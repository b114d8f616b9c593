import type { ActivationSpec, Experiment, MethodSpec } from '../experiment.ts';
import type { Space } from '../space/space.ts';

/** What decides whether neurons may move by groups, but for the patterns that they will have. */
export interface Moves {
  readonly activation: ActivationSpec['kind'];
  readonly method: MethodSpec['kind'];
  /** First epoch without a penalty: 0 where there is none, ∞ where it stays. */
  readonly unpenalisedFrom: number;
  readonly m: number;
  readonly epochs: number;
  readonly space: Experiment['space'];
  /** Where W moves. */
  readonly kind: Space['kind'];
}

/** Why neurons never move by groups (docs/frozen.md). */
export type Apart = 'activation' | 'method' | 'space' | 'penalty' | 'neurons';

/** Neurons of a class at least. */
export const FEWEST_NEURONS = 8;

/** The first thing that keeps neurons from moving by groups; null where nothing does. */
export function whyApart(moves: Moves): Apart | null {
  const { activation, method, space, kind, unpenalisedFrom, epochs, m } = moves;
  if (activation !== 'leaky-relu') return 'activation';
  if (method !== 'gradient-descent') return 'method';
  if (kind !== 'feature' || space === 'feature') return 'space';
  if (!(unpenalisedFrom < epochs)) return 'penalty';
  return space !== 'grouped' && m < FEWEST_NEURONS ? 'neurons' : null;
}
