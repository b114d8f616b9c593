import type { ProbeName } from '../../../core/probe/quantities.ts';
import type { Variant } from '../../../engine/batch.ts';
import type { Recording } from '../../../engine/recording.ts';
import { comparedContent } from '../../../charts/data/compared.ts';
import type { TimeContent } from '../../../charts/data/content.ts';
import { createBands } from '../../../charts/data/means.ts';
import type { Bands } from '../../../charts/data/means.ts';
import { probeMean } from '../../../charts/data/probed.ts';
import type { MeansPart } from '../means-panel.tsx';

const POSITIVE = probeMean('effectiveRankPositive', 'stableRankPositive', {
  label: 'W₊',
  colour: 'positive',
  dash: 'solid',
  width: 2.25,
});
const NEGATIVE = probeMean('effectiveRankNegative', 'stableRankNegative', {
  label: 'W₋',
  colour: 'negative',
  dash: 'dashed',
  width: 2.25,
});
const ALL = probeMean('effectiveRankAll', 'stableRankAll', {
  label: 'W',
  colour: 'ink-soft',
  dash: 'dotted',
  width: 2,
});

export const effectiveRankContent = (
  recordings: readonly Recording[],
  bands: Bands = createBands(),
  variants: readonly Variant[] = [],
): TimeContent =>
  comparedContent(
    recordings,
    variants,
    bands,
    [POSITIVE, NEGATIVE, ALL],
    {
      axis: 'log',
      valueLabel: variants.length > 1 ? 'effective rank of W' : 'effective rank',
      include: [1],
      references: [{ value: 1, label: 'rank one: 1', atStart: true }],
      guide: null,
    },
    [ALL],
  );

export const EFFECTIVE_RANKS: readonly ProbeName[] = [
  'effectiveRankPositive',
  'effectiveRankNegative',
  'effectiveRankAll',
];
export const effectiveRankPart: MeansPart = { subject: 'Effective rank', content: effectiveRankContent };
