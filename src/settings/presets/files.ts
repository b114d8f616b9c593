import type { Preset } from './preset.ts';

const KOU = 'Kou, Chen and Gu 2023';

/** Of Alpaydin and Kaynak, and of Wolberg et al.: see public/data. Fingerprints of the data as they are proposed. */
const DIGITS = 'd91079779989f193';
const BREAST_CANCER = '1e8669ab65b2dd1d';

/** Experiments on files: two that come with the page, and what a person opens. */
export const FILE_PRESETS: readonly Preset[] = [
  {
    id: 'digits-4-9',
    question: 'Are two handwritten digits told apart with rank one?',
    source: 'handwritten digits of 8 × 8, UCI (CC BY 4.0), with the page',
    summary:
      'In 100 epochs the mean stable rank of W₊ and W₋ falls from 20.9 to 1.005; the test error is then 2.5 %.',
    settings: {
      data: 'dataset',
      file: DIGITS,
      positive: '4',
      negative: '9',
      normalisation: 'standardise',
      n: 280,
      testPoints: 81,
      eta: 1,
      epochs: 100,
      runs: 1,
    },
  },
  {
    id: 'breast-cancer',
    question: 'Do measurements of tumours lead to low rank?',
    source: 'breast cancer (Wisconsin), UCI (CC BY 4.0), with the page',
    summary:
      'In 100 epochs the mean stable rank of W₊ and W₋ falls from 14.3 to 1.0004; the test error is then 7.1 %.',
    settings: {
      data: 'dataset',
      file: BREAST_CANCER,
      positive: '~malignant',
      negative: '~benign',
      normalisation: 'standardise',
      n: 400,
      testPoints: 169,
      eta: 1,
      epochs: 100,
      runs: 1,
    },
  },
  {
    id: 'mnist-4-9',
    question: 'Do handwritten digits lead to low rank?',
    source: `after ${KOU}, Figure 3`,
    summary:
      'Open the MNIST test files: after 50 epochs the test error is 5.8 %, and the mean stable rank of W₊ and W₋ is 1.0006.',
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
  },
];
