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
    options: [
      { value: 'none', label: 'None' },
      {
        value: 'pegr',
        label: 'Per-example (PEGR)',
      },
      { value: 'fgr', label: 'Full gradient (FGR)' },
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
  }),
  switchOff: choice({
    kind: 'choice',
    key: 'off',
    symbol: '',
    name: 'Switched off',
    default: 'epoch',
    appliesTo: penalises('pegr', 'fgr'),
    options: [
      { value: 'never', label: 'Never' },
      { value: 'epoch', label: 'At a fixed epoch' },
      {
        value: 't1',
        label: 'At T₁',
      },
      {
        value: 't1-printed',
        label: 'At T₁ as printed',
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
  }),
} as const;
