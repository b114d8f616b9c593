import { formatPercent } from '../../../charts/data/format.ts';
import type { Mean } from '../../../charts/data/means.ts';
import type { MeansPart } from '../means-panel.tsx';
import { sharesContent } from '../shares.ts';

const TRAINING: Mean = {
  scalar: 'trainError',
  label: 'training',
  colour: 'series-1',
  dash: 'dashed',
  width: 2,
  format: formatPercent,
};
const TEST: Mean = {
  scalar: 'testError',
  label: 'test',
  colour: 'series-5',
  dash: 'solid',
  width: 2.25,
  format: formatPercent,
};

export const errorsContent = sharesContent({
  where: 'on the wrong side',
  test: TEST,
  training: TRAINING,
  rest: { include: [0, 0.1], references: [] },
});

export const errorsPart: MeansPart = { subject: 'Classification error', content: errorsContent };
