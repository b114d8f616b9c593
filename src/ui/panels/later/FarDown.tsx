import { meansChart } from '../means-panel.tsx';
import { askedOn } from '../theory.ts';
import { errorsPart } from './errors.ts';
import { normsPart } from './neuron-norms.ts';
import { gradientNormPart } from './gradient-norm.ts';
import { flipsPart, lastFlipPart } from './flips.ts';
import { MARGIN_PARTS } from './margin-gap.ts';
import { normalisedMarginPart } from './normalised-margin.ts';
import { pairChart } from './pairs.tsx';
import { PATTERN_PARTS } from './pattern.ts';

export const PatternPanel = pairChart(PATTERN_PARTS, askedOn('pattern'));
export const FlipsPanel = meansChart(flipsPart, null);
export const LastFlipPanel = meansChart(lastFlipPart, null);
export const MarginGapPanel = pairChart(MARGIN_PARTS, askedOn('margin-gap'));
export const NormalisedMarginPanel = meansChart(normalisedMarginPart, null);
export const ErrorsPanel = meansChart(errorsPart, askedOn('errors'));
export const NeuronNormsPanel = meansChart(normsPart, askedOn('neuron-norms'));
export const GradientNormPanel = meansChart(gradientNormPart, askedOn('gradient-norm'));
