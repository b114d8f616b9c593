import type { Batch, Lab } from '../../engine/batch.ts';
import { computedEpoch } from '../../engine/computed-epoch.ts';
import { formatNumber } from '../../settings/words.ts';
import type { LabSnapshot } from '../../state/lab.ts';
import { sameRuns, type Study } from '../../settings/study/study.ts';

/** The batch that was asked for last: it may not have anything to show yet. */
export const newestBatch = ({ current, pending }: Pick<Lab, 'current' | 'pending'>): Batch | null =>
  pending ?? current;

/**
 * The batch to speak of: the newest, but not one that may replace what is on screen within a blink, for then every
 * move of a slider would make the words flicker.
 */
export const toldBatch = ({
  current,
  pending,
  overdue,
}: Pick<LabSnapshot, 'current' | 'pending' | 'overdue'>): Batch | null =>
  pending?.status === 'computing' && !overdue ? (current ?? pending) : (pending ?? current);

/** Whether what is on screen is the newest batch, and complete. */
export const isShownDone = ({ current, pending }: Pick<Lab, 'current' | 'pending'>): boolean =>
  pending === null && current?.status === 'done';

/** "12,345 of 1,000,000", how far the run in front is; of several, the farthest. */
export function epochInWords({ recordings, settings }: Pick<Batch, 'recordings' | 'settings'>): string {
  const of = `${formatNumber(computedEpoch(recordings), 'integer')} of ${formatNumber(settings.epochs, 'integer')}`;
  return recordings.length > 1 ? `${of} in the run that is farthest` : of;
}

/** ‖μ‖ and ‖μ‖/(σₚ√d) of data with a signal patch, rounded; none for other data and before the first epoch. */
export function signalFacts({ recordings }: Pick<Batch, 'recordings'>): readonly string[] {
  const facts = recordings.find((recording) => recording.facts !== null)?.facts;
  if (!facts || facts.signalNorm === null) return [];
  const { signalNorm, signalToNoise } = facts;
  const ratio = signalToNoise === null ? [] : [`signal-to-noise ‖μ‖/(σₚ√d) = ${rounded(signalToNoise)}`];
  return [`‖μ‖ = ${rounded(signalNorm)}`, ...ratio];
}

const rounded = (value: number): string =>
  value === Infinity ? '∞' : formatNumber(Number(value.toPrecision(3)));

/** What can be said of an opened link's claim. */
export type ClaimState =
  | { readonly kind: 'none' }
  /** Not done yet. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'reproduced'; readonly fingerprint: string }
  | { readonly kind: 'differs'; readonly claimed: string; readonly found: string }
  /** Parts of the link were dropped, so it is not the sender's experiment that ran. */
  | { readonly kind: 'incomplete' };

/**
 * Compares a link's fingerprint with that of the batch on screen. Says nothing once the settings were changed.
 * @param opened the claim, the settings it is about, and how many parts of the link were dropped
 */
export function judgeClaim(
  opened: {
    readonly fingerprint: string | null;
    readonly study: Study | null;
    readonly notes: readonly unknown[];
  },
  study: Study,
  lab: Pick<Lab, 'current' | 'pending'>,
): ClaimState {
  const { fingerprint: claimed, study: about, notes } = opened;
  if (claimed === null || about === null || !sameRuns(about, study)) return { kind: 'none' };
  if (notes.length > 0) return { kind: 'incomplete' };
  const batch = lab.current;
  if (!isShownDone(lab) || batch === null || batch.fingerprint === null) return { kind: 'waiting' };
  if (!sameRuns(batch.study, study)) return { kind: 'waiting' };
  return batch.fingerprint === claimed
    ? { kind: 'reproduced', fingerprint: claimed }
    : { kind: 'differs', claimed, found: batch.fingerprint };
}
