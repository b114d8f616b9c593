import { choice, number, type Answers } from '../spec.ts';

/** Whether the objective has this penalty. */
const penalises =
  (...modes: readonly string[]) =>
  (s: Answers): boolean =>
    modes.includes(String(s['regularizer']));

/** The penalty on gradients, and when it is taken away. */
export const REGULARISATION = {
  regularizer: choice({
    kind: 'choice',
    key: 'reg',
    symbol: 'R',
    name: 'Regularisation',
    default: 'none',
    help: 'A penalty on gradients that is added to the loss (Meng et al. §2 and §4.1): the objective is L + λR.',
    options: [
      { value: 'none', label: 'None', help: 'The loss alone' },
      {
        value: 'pegr',
        label: 'Per-example (PEGR)',
        help: 'R = (1/2n) Σ‖∇ℓ_i‖²: the gradient of each training point’s loss',
      },
      { value: 'fgr', label: 'Full gradient (FGR)', help: 'R = ½‖∇L‖²: the gradient of the mean loss' },
    ],
  }),
  lambdaPegr: number({
    kind: 'real',
    key: 'lp',
    symbol: 'λ_PEGR',
    name: 'Strength of PEGR',
    default: 0.0125,
    min: 0,
    max: 1_000,
    scale: 'log-zero',
    smallest: 1e-4,
    appliesTo: penalises('pegr'),
    help: 'The objective is L + λ · (1/2n) Σ‖∇ℓ_i‖², as in Meng et al. §2.',
  }),
  lambdaFgr: number({
    kind: 'real',
    key: 'lf',
    symbol: 'λ_FGR',
    name: 'Strength of FGR',
    default: 0.02,
    min: 0,
    max: 1_000,
    scale: 'log-zero',
    smallest: 1e-4,
    appliesTo: penalises('fgr'),
    help: 'The objective is L + λ · ½‖∇L‖². Meng et al. §4.1 write λ‖∇L‖² without the ½: their λ = 0.01 is 0.02 here.',
  }),
  switchOff: choice({
    kind: 'choice',
    key: 'off',
    symbol: '',
    name: 'Switched off',
    default: 'epoch',
    appliesTo: penalises('pegr', 'fgr'),
    help: 'When the penalty is taken away and training goes on with the loss alone.',
    options: [
      { value: 'never', label: 'Never', help: 'The penalty stays' },
      { value: 'epoch', label: 'At a fixed epoch', help: 'Meng et al. §4.1: at epoch 800' },
      {
        value: 't1',
        label: 'At T₁',
        help: 'T₁ = (2m/η‖μ‖²) log(4/(σ₀‖μ‖ log n √(2 log(8m/δ)))): Meng et al. Theorem 3.2 with the factor 2 that its proof needs',
      },
      {
        value: 't1-printed',
        label: 'At T₁ as printed',
        help: 'Half of it, as Theorem 3.2 prints it: too short by a factor 2',
      },
    ],
  }),
  until: number({
    kind: 'integer',
    key: 'until',
    symbol: 't_off',
    name: 'Off from epoch',
    default: 800,
    min: 0,
    max: 1_000_000,
    scale: 'log-zero',
    smallest: 1,
    appliesTo: (s) => penalises('pegr', 'fgr')(s) && s['switchOff'] === 'epoch',
    help: 'The first epoch without the penalty.',
  }),
  delta: number({
    kind: 'real',
    key: 'del',
    symbol: 'δ',
    name: 'Failure probability',
    default: 0.01,
    min: 1e-6,
    max: 0.5,
    scale: 'log',
    appliesTo: (s) =>
      penalises('pegr', 'fgr')(s) && (s['switchOff'] === 't1' || s['switchOff'] === 't1-printed'),
    help: 'The theorem holds with probability 1 − δ; T₁ depends on δ a little.',
  }),
} as const;
