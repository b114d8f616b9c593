import { MODES } from '../modes.ts';
import type { Settings } from '../schema.ts';
import { axis } from '../study/axis.ts';
import { epoch, measured, named, sentence, setting, type Measured } from './claims.ts';
import type { PresetId } from './inferred.ts';
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
    ...sentence`Without regularisation and with FGR the noise grows to ${measured('noise', 'end', 2.8, { mode: 'none' })}, the signal stays at ${measured('signal', 'end', 0.02, { mode: 'none' })}, and so does the test accuracy at ${measured('testAccuracy', 'end', 0.5, { as: 'one half', mode: 'none', over: 'each', within: 0.08 })}; with PEGR the signal grows to ${measured('signal', 'end', 1.7, { mode: 'pegr' })} and the test accuracy to ${measured('testAccuracy', 'end', 1, { mode: 'pegr', over: 'each', within: 0.005 })}.`,
    axes: MODES_SIDE_BY_SIDE,
    settings: { ...MENG_FIGURES, noiseSd: 0.5 },
  },
  {
    id: 'meng-0.1',
    question: 'Is regularisation needed when there is little noise?',
    source: `${MENG}, Figures 1–4, σₚ = 0.1`,
    ...sentence`With a fifth of the noise, σₚ = ${setting('noiseSd', 0.1)}, the test accuracy goes to ${measured('testAccuracy', 'end', 1, { mode: 'none', over: 'each', within: 0.005 })} in all three modes.`,
    axes: MODES_SIDE_BY_SIDE,
    settings: { ...MENG_FIGURES, noiseSd: 0.1 },
  },
  {
    id: 'meng-1',
    question: 'Does per-example regularisation win under more noise?',
    source: `${MENG}, Figures 1–4, σₚ = 1`,
    ...sentence`With PEGR the test accuracy goes to ${measured('testAccuracy', 'end', 1, { mode: 'pegr', over: 'each', within: 0.005 })} all the same; without regularisation and with FGR it is near ${measured('testAccuracy', 'end', 0.5, { as: 'one half', mode: 'none', over: 'each', within: 0.08 })} from beginning to end.`,
    axes: MODES_SIDE_BY_SIDE,
    settings: { ...MENG_FIGURES, noiseSd: 1 },
  },
  {
    id: 'meng-1.5',
    question: 'And under still more noise, from smaller weights?',
    source: `${MENG}, Figures 1–4, σₚ = 1.5`,
    ...sentence`With PEGR the noise is gone after ${epoch(5)} epochs, at ${measured('noise', 5, 0, { mode: 'pegr', over: 'each', within: 0.005 })}; the signal comes later, and the test accuracy still goes to ${measured('testAccuracy', 'end', 1, { mode: 'pegr', over: 'each', within: 0.005 })}.`,
    axes: MODES_SIDE_BY_SIDE,
    settings: { ...MENG_FIGURES, noiseSd: 1.5, sigma0: 0.001 },
  },
  {
    id: 'meng-printed',
    question: 'What do the printed settings learn?',
    source: `${MENG}, Figures 1–4 as printed, σₚ = 0.5`,
    ...sentence`With the second layer of ${named('§2')} and the printed η, λ and σ₀ the signal grows much more slowly: after ${epoch(1_500)} epochs it is ${measured('signal', 'end', 0.026, { mode: 'pegr' })} with PEGR, and the test accuracy is near ${measured('testAccuracy', 'end', 0.5, { as: 'one half', mode: 'pegr', over: 'each', within: 0.08 })} in every mode.`,
    axes: MODES_SIDE_BY_SIDE,
    settings: { ...MENG_FIGURES, noiseSd: 0.5, secondLayer: '1/m', lambdaPegr: 0.01 },
  },
  {
    id: 'meng-t1',
    question: 'When may the penalty be switched off?',
    source: `${MENG}, Theorems 3.2 and 3.3`,
    ...sentence`PEGR is switched off at T₁ = ${epoch(8_055)} epochs, when the signal has grown to ${measured('signal', 8_055, 0.44, { mode: 'pegr' })}; at half of it, T₁ as printed, it is still at ${measured('signal', 4_028, 0.008, { mode: 'pegr' })}.`,
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

/** What these presets' words claim beside their numbers; no page shows it. */
export const alsoOfMengPresets = (): Partial<Record<PresetId, readonly Measured[]>> => ({
  'meng-0.5': [
    measured('testAccuracy', 'end', 0.5, { as: 'one half', mode: 'fgr', over: 'each', within: 0.08 }),
    measured('noise', 'end', 2.8, { mode: 'fgr' }),
    measured('signal', 'end', 0.02, { mode: 'fgr' }),
  ],
  'meng-0.1': [
    measured('testAccuracy', 'end', 1, { mode: 'pegr', over: 'each', within: 0.005 }),
    measured('testAccuracy', 'end', 1, { mode: 'fgr', over: 'each', within: 0.005 }),
  ],
  'meng-1': [
    measured('testAccuracy', 'end', 0.5, { as: 'one half', mode: 'fgr', over: 'each', within: 0.08 }),
    measured('testAccuracy', 0, 0.5, { mode: 'none', over: 'each', within: 0.08 }),
  ],
  'meng-1.5': [
    measured('signal', 5, 0, { mode: 'pegr', over: 'each', within: 0.005 }),
    measured('signal', 'end', 1.7, { mode: 'pegr' }),
  ],
  'meng-printed': [
    measured('testAccuracy', 'end', 0.5, { as: 'one half', mode: 'none', over: 'each', within: 0.08 }),
    measured('testAccuracy', 'end', 0.5, { as: 'one half', mode: 'fgr', over: 'each', within: 0.08 }),
  ],
});
