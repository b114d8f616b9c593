import { combineFingerprints } from '../../core/fingerprint.ts';
import type { Batch } from '../../engine/batch.ts';
import { encodeLink } from '../../settings/link.ts';
import { singleStudy } from '../../settings/study/study.ts';
import { DEFAULT_VIEW, looksOf } from '../../settings/view.ts';
import type { TheoryRun } from '../../state/theory.ts';
import { useView } from '../../state/view.ts';

/** The link of one run alone, at the epoch at which a claim fails, with the claim open: what shows the finding. */
export function findingLink(batch: Batch, { index, run }: TheoryRun, claim: string, epoch: number): string {
  const { point, recordings } = batch.variants[index]!;
  const { settings } = point;
  const end = recordings[run]?.end;
  return encodeLink({
    study: singleStudy({ ...settings, seed: settings.seed + run, runs: 1 }),
    view: { ...DEFAULT_VIEW, ...looksOf(useView.getState()), claim, epoch, run: 0 },
    fingerprint: end?.kind === 'outcome' ? combineFingerprints([end.fingerprint]) : undefined,
  });
}
