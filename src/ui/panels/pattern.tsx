import { formatPercent, formatValue } from '../../charts/data/format.ts';
import { pairPanel } from './pairs.tsx';
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

export const patternPanel = pairPanel(
  {
    id: 'pattern',
    title: 'When the pattern settles',
    tex: String.raw`\frac{1}{2mn}\,\bigl|\{(j,r,i):\operatorname{sign}\langle w_{j,r},x_i\rangle=j\,y_i\}\bigr|`,
    explanation:
      'How many neurons fire exactly for the points of their own class, and how many signs changed from one recorded epoch to the next. With leaky ReLU all agree from some epoch on and never change again (Kou et al., Lemma 5.6).',
  },
  [agreement, flips],
);
