import { epoch, measured, sentence } from './claims.ts';
import type { Preset } from './preset.ts';

const KOU = 'Kou, Chen and Gu 2023';

/** Experiments on files that a person opens. */
export const FILE_PRESETS: readonly Preset[] = [
  {
    id: 'mnist-4-9',
    question: 'Do handwritten digits lead to low rank?',
    source: `after ${KOU}, Figure 3`,
    ...sentence`Open the MNIST test files: after ${epoch(50)} epochs the test error is ${measured('testError', 50, 0.058, { percent: true })}, and the mean stable rank of W₊ and W₋ is ${measured('stableRankMean', 50, 1.0006)}.`,
    settings: {
      data: 'dataset',
      positive: '4',
      negative: '9',
      normalisation: 'divide-255',
      n: 1_000,
      testPoints: 991,
      method: 'sgd',
      batchSize: 64,
      eta: 1,
      runs: 1,
    },
    inferred: [
      'two digits, 1,000 training points, η = 1 and 50 epochs: the paper trains on all of MNIST and does not say how ten digits become two classes',
      'm = 100 in place of 1,000 and σ₀ = 0.001, the largest of its list, so that the fall can be seen',
    ],
  },
];
