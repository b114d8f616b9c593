import type { RunFacts } from '../../core/outcome.ts';
import type { Recording } from '../../engine/recording.ts';
import { formatCount } from '../data/format.ts';
import { snapshotAt } from '../data/snapshots.ts';
import { subscript } from '../data/subscript.ts';

/** A network as it is drawn: one column of inputs, one of neurons, one output. */
export interface NetworkPicture {
  readonly recording: Recording;
  readonly facts: RunFacts;
  /** "784 numbers"; of two-patch networks what each patch is. */
  readonly inputs: readonly string[];
  /** Inputs that are not drawn. */
  readonly moreInputs: number;
}

/** Inputs that are drawn. */
const MOST_INPUTS = 6;
/** Neurons of a class that are drawn. */
export const MOST_NEURONS = 5;

/** The picture of a run; null before its first frame. */
export function networkPicture(recording: Recording | null): NetworkPicture | null {
  const facts = recording?.facts ?? null;
  if (recording === null || facts === null) return null;
  if (facts.signalNorm !== null) return { recording, facts, inputs: ['yμ', 'ξ'], moreInputs: 0 };
  const { d } = facts;
  const count = d <= MOST_INPUTS ? d : MOST_INPUTS - 1;
  const inputs = Array.from({ length: count }, (_, k) => `x${subscript(k + 1)}`);
  return { recording, facts, inputs, moreInputs: d - count };
}

/**
 * The neurons of each class that are drawn, the positive first: the first few, and the one that is pointed at anywhere on
 * the page in the place of the last.
 */
export function drawnNeurons(
  { facts: { neurons } }: Pick<NetworkPicture, 'facts'>,
  hovered: number | null,
): readonly [readonly number[], readonly number[]] {
  const m = neurons / 2;
  const count = Math.min(m, MOST_NEURONS);
  const ofClass = (from: number): readonly number[] => {
    const rows = Array.from({ length: count }, (_, r) => from + r);
    const isOwn = hovered !== null && hovered >= from && hovered < from + m;
    return isOwn && !rows.includes(hovered) ? [...rows.slice(0, -1), hovered] : rows;
  };
  return [ofClass(0), ofClass(m)];
}

/** "and 93 more"; '' where all are drawn. */
export const moreWords = (more: number): string => (more > 0 ? `… and ${formatCount(more)} more` : '');

/** For how many of the shown samples a neuron fires at an epoch; null where its row is in no snapshot. */
export function firesFor(
  { recording: { snapshots }, facts: { shape } }: NetworkPicture,
  row: number,
  epoch: number,
): { readonly fires: number; readonly of: number } | null {
  const at = shape.rows.indexOf(row);
  const snapshot = snapshots[snapshotAt(snapshots, epoch)];
  if (at < 0 || snapshot === undefined) return null;
  const of = shape.columns.length;
  const own = snapshot.active.subarray(at * of, (at + 1) * of);
  return { fires: own.reduce((sum, one) => sum + one, 0), of };
}
