import { choice, flag, number, type Answers } from '../spec.ts';
import { FILE, isFile } from './file.ts';

const isSynthetic = (s: Answers): boolean => !isFile(s);
const isData =
  (...kinds: readonly string[]) =>
  (s: Answers): boolean =>
    kinds.includes(String(s['data']));

const isDrawn = (s: Answers): boolean => s['data'] !== 'three-points';

/** Where the points and their labels come from. */
export const DATA = {
  data: choice({
    kind: 'choice',
    key: 'data',
    symbol: '',
    name: 'Data model',
    default: 'gaussian-mixture',
    options: [
      {
        value: 'gaussian-mixture',
        label: 'Gaussian mixture',
      },
      {
        value: 'binary-clusters',
        label: 'Binary clusters, noisy labels',
      },
      {
        value: 'orthogonal-basis',
        label: 'Orthogonal basis',
      },
      {
        value: 'two-xor',
        label: 'Noisy 2-xor',
      },
      {
        value: 'three-points',
        label: 'Three points',
      },
      {
        value: 'signal-noise',
        label: 'Signal and noise patches',
      },
      {
        value: 'dataset',
        label: 'Your file (MNIST, CSV)',
      },
    ],
  }),
  n: number({
    kind: 'integer',
    key: 'n',
    symbol: 'n',
    name: 'Training points',
    default: 10,
    min: 2,
    max: 5_000,
    scale: 'log',
    appliesTo: isDrawn,
  }),
  d: number({
    kind: 'integer',
    key: 'd',
    symbol: 'd',
    name: 'Dimension',
    default: 784,
    min: 2,
    max: 1_000_000_000,
    scale: 'log',
    appliesTo: (s) => isSynthetic(s) && isDrawn(s),
  }),
  meanSd: number({
    kind: 'real',
    key: 'mu',
    symbol: 'σ_μ',
    name: 'Entry size of the mean',
    default: 0.01,
    min: 0,
    max: 10,
    scale: 'log-zero',
    smallest: 1e-4,
    appliesTo: isData('gaussian-mixture'),
  }),
  noiseSd: number({
    kind: 'real',
    key: 'sp',
    symbol: 'σₚ',
    name: 'Noise',
    default: 1,
    min: 0,
    max: 100,
    scale: 'log-zero',
    smallest: 1e-3,
    appliesTo: isData('gaussian-mixture', 'two-xor', 'signal-noise'),
  }),
  meanExponent: number({
    kind: 'real',
    key: 'beta',
    symbol: 'β',
    name: 'Separation exponent',
    default: 0.26,
    min: 0,
    max: 0.5,
    scale: 'linear',
    step: 0.01,
    appliesTo: isData('binary-clusters'),
  }),
  labelNoise: number({
    kind: 'real',
    key: 'flip',
    symbol: 'p_flip',
    name: 'Flipped labels',
    default: 0.15,
    min: 0,
    max: 0.5,
    scale: 'linear',
    step: 0.01,
    appliesTo: isData('binary-clusters'),
  }),
  meanNorm: number({
    kind: 'real',
    key: 'mun',
    symbol: '‖μ‖',
    name: 'Length of the mean',
    default: 5,
    min: 0,
    max: 1_000,
    scale: 'log-zero',
    smallest: 0.01,
    appliesTo: isData('two-xor', 'signal-noise'),
  }),
  epsilon: number({
    kind: 'real',
    key: 'eps',
    symbol: 'εₓ',
    name: 'Overlap',
    default: 0.01,
    min: 0,
    max: 0.9,
    scale: 'log-zero',
    smallest: 1e-3,
    appliesTo: isData('three-points'),
  }),
  replacement: flag({
    kind: 'flag',
    key: 'rep',
    symbol: '',
    name: 'Draw with replacement',
    default: false,
    appliesTo: isData('orthogonal-basis'),
  }),
  ...FILE,
  testPoints: number({
    kind: 'integer',
    key: 'test',
    symbol: 'nₜₑₛₜ',
    name: 'Test points',
    default: 100,
    min: 0,
    max: 10_000,
    scale: 'log-zero',
    smallest: 1,
    appliesTo: isDrawn,
  }),
} as const;
