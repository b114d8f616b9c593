import type { Settings } from '../schema.ts';
import type { Preset } from './preset.ts';

const MENG = 'Meng, Cao and Zou 2023';

/** M §4.1, as far as it is stated; all three modes from the same draws. */
const MENG_FIGURES = {
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
  compare: true,
  lambdaPegr: 0.0125,
  lambdaFgr: 0.02,
  switchOff: 'epoch',
  until: 800,
} as const satisfies Partial<Settings>;
const MENG_FIGURES_INFERRED = [
  'second layer ±1, as in §1: with §2’s ±1/m the stated η, λ and σ₀ learn no signal in 1,500 epochs',
  'λ = 0.0125 for PEGR in place of 0.01: at σ_p = 0.5 the noise shrinks only if λ‖ξ‖² is above 1, and 0.01 is on the edge',
  'λ = 0.02 for FGR is the paper’s 0.01: its penalty has no ½',
  'FGR is switched off at epoch 800 as well: not stated, and it changes nothing here',
  '200 test points and 5 runs: neither number is stated',
];

/** Meng, Cao and Zou 2023. */
export const MENG_PRESETS: readonly Preset[] = [
  {
    id: 'meng-0.5',
    question: 'When does per-example regularisation win?',
    source: `${MENG}, Figures 1–4, σ_p = 0.5`,
    summary:
      'Without regularisation and with FGR the noise grows, the signal does not, and the test accuracy stays at one half; PEGR keeps the noise smaller while the signal grows, and reaches 1.',
    settings: { ...MENG_FIGURES, noiseSd: 0.5 },
    inferred: MENG_FIGURES_INFERRED,
  },
  {
    id: 'meng-0.1',
    question: 'Is regularisation needed when there is little noise?',
    source: `${MENG}, Figures 1–4, σ_p = 0.1`,
    summary: 'With a fifth of the noise, the test accuracy goes to 1 in all three modes.',
    settings: { ...MENG_FIGURES, noiseSd: 0.1 },
    inferred: [...MENG_FIGURES_INFERRED, 'σ₀ = 0.01: not stated for σ_p = 0.1'],
  },
  {
    id: 'meng-1',
    question: 'Does per-example regularisation win under more noise?',
    source: `${MENG}, Figures 1–4, σ_p = 1`,
    summary:
      'PEGR reaches test accuracy 1 all the same; the other two are at one half from beginning to end.',
    settings: { ...MENG_FIGURES, noiseSd: 1 },
    inferred: MENG_FIGURES_INFERRED,
  },
  {
    id: 'meng-1.5',
    question: 'And under still more noise, from smaller weights?',
    source: `${MENG}, Figures 1–4, σ_p = 1.5`,
    summary:
      'With PEGR the noise goes down from the first epoch, the signal comes later, and the test accuracy still reaches 1.',
    settings: { ...MENG_FIGURES, noiseSd: 1.5, sigma0: 0.001 },
    inferred: MENG_FIGURES_INFERRED,
  },
  {
    id: 'meng-printed',
    question: 'What do the printed settings learn?',
    source: `${MENG}, Figures 1–4 as printed, σ_p = 0.5`,
    summary:
      'With the second layer of §2 and the printed η, λ and σ₀, the signal grows ten times more slowly: after 1,500 epochs no mode has learnt it, and PEGR fails too.',
    settings: { ...MENG_FIGURES, noiseSd: 0.5, secondLayer: '1/m', lambdaPegr: 0.01 },
    inferred: MENG_FIGURES_INFERRED.slice(2),
  },
  {
    id: 'meng-t1',
    question: 'When may the penalty be switched off?',
    source: `${MENG}, Theorems 3.2 and 3.3`,
    summary:
      'PEGR is switched off at T₁ = 8,055 epochs, where the signal of both classes has grown enough; choose “At T₁ as printed”, half of it, and it has not.',
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
    inferred: [
      'n, m, d, σ_p, σ₀ and η: the theorem asks for large d and small σ₀, and gives no experiment; λ = 1/(σ_p√d) is its own',
      'seed 5 draws ten points of each class: the signal of class j grows at the rate n_j/n, which the theorem takes for ½',
    ],
  },
];
