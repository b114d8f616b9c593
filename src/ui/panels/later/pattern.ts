import { formatPercent, formatValue } from '../../../charts/data/format.ts';
import type { PairPart } from './pairs.tsx';

export const agreement: PairPart = {
  subject: 'Agreement of the activation pattern with j·y',
  mean: {
    scalar: 'agreement',
    label: 'signs equal to j·y',
    colour: 'accent',
    dash: 'solid',
    width: 2.25,
    format: formatPercent,
  },
  rest: {
    axis: 'linear',
    valueLabel: 'signs equal to j·y',
    include: [0.5],
    references: [{ value: 1, label: 'all: 100 %' }],
    guide: null,
    percent: true,
  },
};

export const flips: PairPart = {
  subject: 'Flips of the activation pattern',
  mean: {
    scalar: 'flips',
    label: 'flipped signs',
    colour: 'series-2',
    dash: 'solid',
    width: 2,
    format: (value) => formatValue(value, 3),
  },
  rest: {
    axis: 'linear',
    valueLabel: 'signs flipped since the last recorded epoch',
    include: [0, 1],
    references: [],
    guide: null,
  },
};

export const PATTERN_PARTS: readonly PairPart[] = [agreement, flips];
