import { EFFECTIVE_RANKS, effectiveRankPart } from './effective-rank.ts';
import { probeChart } from './probe-chart.tsx';
import { SHARPNESS_PROBES, sharpnessPart } from './sharpness.ts';

export const EffectiveRankPanel = probeChart(
  effectiveRankPart,
  EFFECTIVE_RANKS,
  'Not measured: both sides of W are above 1,024.',
);

export const SharpnessPanel = probeChart(
  sharpnessPart,
  SHARPNESS_PROBES,
  'Not measured: there are more than 2,048 patches, or too many neurons and points at once.',
);
