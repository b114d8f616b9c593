import { formatPercent } from '../../charts/data/format.ts';
import type { Mean } from '../../charts/data/means.ts';
import { accuracyOf } from '../../charts/data/quantities.ts';
import { meansPanel, type MeansPart } from './means-panel.tsx';
import { sharesContent } from './shares.ts';

const TEST: Mean = {
  scalar: 'testError',
  label: 'test points',
  colour: 'accent',
  dash: 'solid',
  width: 2.25,
  format: formatPercent,
  of: accuracyOf('testError'),
};
const TRAINING: Mean = {
  scalar: 'trainError',
  label: 'training points',
  colour: 'series-2',
  dash: 'dashed',
  width: 1.75,
  format: formatPercent,
  of: accuracyOf('trainError'),
};

export const accuracyContent = sharesContent({
  where: 'on the right side',
  test: TEST,
  training: TRAINING,
  rest: { include: [0, 1], references: [{ value: 0.5, label: 'coin flip: 50 %', below: true }] },
});

export const accuracyPart: MeansPart = { subject: 'Accuracy', content: accuracyContent };

export const accuracyPanel = meansPanel(
  {
    id: 'accuracy',
    title: 'Test accuracy',
    size: 'normal',
  },
  accuracyPart,
);
