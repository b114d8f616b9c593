import type { ProbeName } from '../../../core/probe/quantities.ts';
import type { Variant } from '../../../engine/batch.ts';
import type { Recording } from '../../../engine/recording.ts';
import { comparedContent } from '../../../charts/data/compared.ts';
import type { TimeContent } from '../../../charts/data/content.ts';
import { formatValue } from '../../../charts/data/format.ts';
import { createBands } from '../../../charts/data/means.ts';
import type { Bands } from '../../../charts/data/means.ts';
import { etasOf, probeMean } from '../../../charts/data/probed.ts';
import type { MeansPart } from '../means-panel.tsx';

const SHARPNESS = probeMean('sharpness', 'gradientNorm', {
  label: 'λ_max',
  colour: 'accent',
  dash: 'solid',
  width: 2.25,
});

/** More lines than these would be a hatching. */
const MOST_LINES = 4;

export function sharpnessContent(
  recordings: readonly Recording[],
  bands: Bands = createBands(),
  variants: readonly Variant[] = [],
): TimeContent {
  const all = variants.length > 0 ? variants.flatMap((variant) => variant.recordings) : recordings;
  const lines = etasOf(all)
    .slice(0, MOST_LINES)
    .map((eta) => 2 / eta);
  return comparedContent(recordings, variants, bands, [SHARPNESS], {
    axis: 'log',
    valueLabel: 'largest eigenvalue of the Hessian',
    include: lines,
    references: lines.map((value) => ({ value, label: `2/η = ${formatValue(value, 3)}`, below: true })),
    guide: null,
  });
}

export const SHARPNESS_PROBES: readonly ProbeName[] = ['sharpness'];
export const sharpnessPart: MeansPart = { subject: 'Sharpness', content: sharpnessContent };
