import { formatPercent } from '../../charts/data/format.ts';
import type { Mean } from '../../charts/data/means.ts';
import { accuracyOf } from '../../charts/data/quantities.ts';
import { meansPanel } from './means-panel.tsx';
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

export const accuracyPanel = meansPanel(
  {
    id: 'accuracy',
    title: 'Test accuracy',
    tex: String.raw`\Pr_{(x,y)}\bigl[y\,f(W,x)>0\bigr]`,
    explanation:
      'The share of fresh points that the network puts in the right class. All modes fit the training points; fresh noise tells nothing, so who has only memorised the noise guesses on fresh points. With PEGR the test error goes to 0 (Meng et al., Theorem 3.2), with plain training, and with FGR in the experiments of §4.1, it stays near one half (Theorem 3.3).',
    size: 'normal',
  },
  { subject: 'Accuracy', content: accuracyContent },
);
