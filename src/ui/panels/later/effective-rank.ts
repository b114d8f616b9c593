import type { ProbeName } from '../../../core/probe/quantities.ts';
import type { Variant } from '../../../engine/batch.ts';
import type { Recording } from '../../../engine/recording.ts';
import { comparedContent } from '../../../charts/data/compared.ts';
import type { TimeContent } from '../../../charts/data/content.ts';
import { createBands } from '../../../charts/data/means.ts';
import type { Bands, Mean } from '../../../charts/data/means.ts';
import { probeColumn } from '../../../charts/data/probed.ts';
import type { MeansPart } from '../means-panel.tsx';

const rank = (
  name: ProbeName,
  scalar: Mean['scalar'],
  mark: Pick<Mean, 'label' | 'colour' | 'dash' | 'width'>,
): Mean => ({ ...mark, scalar, name, of: probeColumn(name) });

const POSITIVE = rank('effectiveRankPositive', 'stableRankPositive', {
  label: 'W₊',
  colour: 'positive',
  dash: 'solid',
  width: 2.25,
});
const NEGATIVE = rank('effectiveRankNegative', 'stableRankNegative', {
  label: 'W₋',
  colour: 'negative',
  dash: 'dashed',
  width: 2.25,
});
const ALL = rank('effectiveRankAll', 'stableRankAll', {
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
      references: [{ value: 1, label: 'rank one: 1' }],
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
