import type { PairPart } from './pairs.tsx';

export const marginGap: PairPart = {
  subject: 'Normalised margin gap',
  mean: { scalar: 'marginGap', label: 'margin gap ÷ ‖W‖', colour: 'accent', dash: 'solid', width: 2.25 },
  rest: {
    axis: 'linear',
    valueLabel: 'largest difference of two margins, divided by ‖W‖',
    include: [0],
    references: [],
    guide: null,
  },
};

export const lossRatio: PairPart = {
  subject: 'Largest loss ratio',
  mean: { scalar: 'lossRatio', label: 'ratio of slopes ℓ′', colour: 'series-2', dash: 'solid', width: 2 },
  rest: {
    axis: 'linear',
    valueLabel: 'largest ratio of two loss slopes ℓ′',
    include: [],
    references: [{ value: 1, label: 'all equal: 1' }],
    guide: null,
  },
};

export const MARGIN_PARTS: readonly PairPart[] = [marginGap, lossRatio];
