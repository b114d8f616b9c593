import { MODES } from '../modes.ts';
import type { Settings } from '../schema.ts';
import { axis } from '../study/axis.ts';
import type { Preset } from './preset.ts';

const MENG = 'Meng, Cao and Zou 2023';

/** M §4.1, as far as it is stated; all three modes from the same draws. */
export const MENG_FIGURES = {
  activation: 'relu-power',
  q: 2,
  m: 10,
  secondLayer: '1',
  data: 'signal-noise',
  n: 20,
  d: 400,
  meanNorm: 1,
  testPoints: 200,
  eta: 0.02,
  sigma0: 0.01,
  epochs: 1_500,
  regularizer: 'pegr',
  lambdaPegr: 0.0125,
  lambdaFgr: 0.02,
  switchOff: 'epoch',
  until: 800,
} as const satisfies Partial<Settings>;
/** All modes from the same draws. */
const MODES_SIDE_BY_SIDE = [axis('regularizer', MODES)];

/** Meng, Cao and Zou 2023. */
export const MENG_PRESETS: readonly Preset[] = [
  {
    id: 'meng-0.5',
    question: 'When does per-example regularisation win?',
    source: `${MENG}, Figures 1–4, σₚ = 0.5`,
    summary:
      'Without regularisation and with FGR the noise grows to 2.8, the signal stays at 0.02, and so does the test accuracy at one half; with PEGR the signal grows to 1.7 and the test accuracy to 1.',
    axes: MODES_SIDE_BY_SIDE,
    settings: { ...MENG_FIGURES, noiseSd: 0.5 },
  },
  {
    id: 'meng-0.1',
    question: 'Is regularisation needed when there is little noise?',
    source: `${MENG}, Figures 1–4, σₚ = 0.1`,
    summary: 'With a fifth of the noise, σₚ = 0.1, the test accuracy goes to 1 in all three modes.',
    axes: MODES_SIDE_BY_SIDE,
    settings: { ...MENG_FIGURES, noiseSd: 0.1 },
  },
  {
    id: 'meng-1',
    question: 'Does per-example regularisation win under more noise?',
    source: `${MENG}, Figures 1–4, σₚ = 1`,
    summary:
      'With PEGR the test accuracy goes to 1 all the same; without regularisation and with FGR it is near one half from beginning to end.',
    axes: MODES_SIDE_BY_SIDE,
    settings: { ...MENG_FIGURES, noiseSd: 1 },
  },
  {
    id: 'meng-1.5',
    question: 'And under still more noise, from smaller weights?',
    source: `${MENG}, Figures 1–4, σₚ = 1.5`,
    summary:
      'With PEGR the noise is gone after 5 epochs, at 0; the signal comes later, and the test accuracy still goes to 1.',
    axes: MODES_SIDE_BY_SIDE,
    settings: { ...MENG_FIGURES, noiseSd: 1.5, sigma0: 0.001 },
  },
  {
    id: 'meng-printed',
    question: 'What do the printed settings learn?',
    source: `${MENG}, Figures 1–4 as printed, σₚ = 0.5`,
    summary:
      'With the second layer of §2 and the printed η, λ and σ₀ the signal grows much more slowly: after 1,500 epochs it is 0.026 with PEGR, and the test accuracy is near one half in every mode.',
    axes: MODES_SIDE_BY_SIDE,
    settings: { ...MENG_FIGURES, noiseSd: 0.5, secondLayer: '1/m', lambdaPegr: 0.01 },
  },
  {
    id: 'meng-t1',
    question: 'When may the penalty be switched off?',
    source: `${MENG}, Theorems 3.2 and 3.3`,
    summary:
      'PEGR is switched off at T₁ = 8,055 epochs, when the signal has grown to 0.44; at half of it, T₁ as printed, it is still at 0.008.',
    axes: MODES_SIDE_BY_SIDE,
    settings: {
      ...MENG_FIGURES,
      secondLayer: '1/m',
      d: 40_000,
      noiseSd: 0.2,
      sigma0: 1e-4,
      lambdaPegr: 0.025,
      lambdaFgr: 0.05,
      switchOff: 't1',
      epochs: 18_000,
      seed: 5,
      runs: 1,
    },
    view: { theory: 'signal-noise' },
  },
];
