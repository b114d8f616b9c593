import type { RunFacts } from '../../core/outcome.ts';
import type { Snapshot } from '../../core/observe/recorder.ts';

/** Index of the snapshot at or before epoch t; −1 if there is none. */
export function snapshotAt(snapshots: readonly Snapshot[], t: number): number {
  let low = 0;
  let high = snapshots.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (snapshots[middle]!.epoch <= t) low = middle + 1;
    else high = middle;
  }
  return Math.max(low - 1, Math.min(0, snapshots.length - 1));
}

/** The last snapshot up to index that has a spectrum; −1 if there is none. */
export function spectrumAt(snapshots: readonly Snapshot[], index: number): number {
  for (let k = index; k >= 0; k--) if (snapshots[k]!.singularValues.length > 0) return k;
  return -1;
}

/** "256 of 10,000 neurons" needs saying only when some are not shown. */
export function shownPart(facts: RunFacts): { rows: string | null; columns: string | null } {
  const { shape, neurons, n } = facts;
  const part = (shown: number, all: number, what: string): string | null =>
    shown < all ? `showing ${shown.toLocaleString('en')} of ${all.toLocaleString('en')} ${what}` : null;
  return {
    rows: part(shape.rows.length, neurons, 'neurons'),
    columns: part(shape.columns.length, n, 'samples'),
  };
}
