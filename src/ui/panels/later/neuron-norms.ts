import type { Variant } from '../../../engine/batch.ts';
import type { Recording } from '../../../engine/recording.ts';
import { comparedContent } from '../../../charts/data/compared.ts';
import type { TimeContent } from '../../../charts/data/content.ts';
import { createBands } from '../../../charts/data/means.ts';
import type { Bands, Mean } from '../../../charts/data/means.ts';
import { isCompared } from '../../../charts/data/looks.ts';
import type { MeansPart } from '../means-panel.tsx';

const ALL: Mean = { scalar: 'frobenius', label: 'all of W', colour: 'ink', dash: 'solid', width: 2 };
const NORMS: readonly Mean[] = [
  ALL,
  { scalar: 'maxNeuronNorm', label: 'largest neuron', colour: 'series-4', dash: 'dashed', width: 2 },
  { scalar: 'minNeuronNorm', label: 'smallest neuron', colour: 'series-1', dash: 'dotted', width: 2 },
];

export function normsContent(
  recordings: readonly Recording[],
  bands: Bands = createBands(),
  variants: readonly Variant[] = [],
): TimeContent {
  const rest = {
    axis: 'linear',
    valueLabel: isCompared(variants) ? 'Euclidean norm ‖W‖ of all weights' : 'Euclidean norm ‖·‖',
    include: [0],
    references: [],
    guide: null,
  } as const;
  return comparedContent(recordings, variants, bands, NORMS, rest, [ALL]);
}

export const normsPart: MeansPart = { subject: 'Norms of the weights', content: normsContent };
