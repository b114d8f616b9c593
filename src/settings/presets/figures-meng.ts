import { axis } from '../study/axis.ts';
import type { Axis } from '../study/axis.ts';
import type { Mode } from '../modes.ts';
import { measured, sentence, setting, type Measured } from './claims.ts';
import { MENG_FIGURES } from './meng.ts';
import type { PresetId } from './inferred.ts';
import type { Preset } from './preset.ts';

/** σₚ and, going along with it, the σ₀ that the paper takes with it. */
const NOISES: Axis = {
  setting: 'noiseSd',
  values: [0.1, 0.5, 1, 1.5],
  along: [{ setting: 'sigma0', values: [0.01, 0.01, 0.01, 0.001] }],
};

/** Their panels a, b and c. */
const PANELS: readonly Mode[] = ['pegr', 'fgr', 'none'];

const right = (noiseSd: number) =>
  measured('testAccuracy', 'end', 1, {
    where: { noiseSd, regularizer: 'pegr' },
    over: 'each',
    within: 0.005,
  });
const guessed = (noiseSd: number, regularizer: 'none' | 'fgr') =>
  measured('testAccuracy', 'end', 0.5, { where: { noiseSd, regularizer }, over: 'each', within: 0.1 });

/** The figures of Meng, Cao and Zou 2023 on synthetic data: curves over σₚ, a mode a panel. */
export const MENG_FIGURE_PRESETS: readonly Preset[] = [
  {
    id: 'figure-meng',
    question: 'How much noise does each regularisation bear?',
    source: 'Meng, Cao and Zou 2023, Figures 1–4',
    ...sentence`With PEGR the test accuracy goes to ${measured('testAccuracy', 'end', 1, { where: { noiseSd: 0.5, regularizer: 'pegr' }, over: 'each', within: 0.005 })} for every σₚ; without regularisation and with FGR only for the smallest, and from σₚ = ${setting('noiseSd', 0.5)} on it stays near one half.`,
    axes: [NOISES, axis('regularizer', PANELS)],
    settings: { ...MENG_FIGURES, noiseSd: 0.5 },
    view: { outcome: 'testAccuracy' },
  },
];

/** What these presets' words claim beside their numbers; no page shows it. */
export const alsoOfMeng = (): Partial<Record<PresetId, readonly Measured[]>> => ({
  'figure-meng': [
    right(0.1),
    right(1),
    right(1.5),
    measured('testAccuracy', 'end', 1, {
      where: { noiseSd: 0.1, regularizer: 'none' },
      over: 'each',
      within: 0.005,
    }),
    measured('testAccuracy', 'end', 1, {
      where: { noiseSd: 0.1, regularizer: 'fgr' },
      over: 'each',
      within: 0.005,
    }),
    guessed(0.5, 'none'),
    guessed(1, 'none'),
    guessed(1.5, 'none'),
    guessed(0.5, 'fgr'),
    guessed(1, 'fgr'),
    guessed(1.5, 'fgr'),
    measured('signal', 'end', 1.7, { where: { noiseSd: 1.5, regularizer: 'pegr' } }),
    measured('signal', 'end', 0.02, { where: { noiseSd: 1, regularizer: 'none' } }),
    measured('noise', 'end', 2.8, { where: { noiseSd: 0.5, regularizer: 'none' } }),
    measured('noise', 'end', 3.1, { where: { noiseSd: 1, regularizer: 'none' } }),
  ],
});
