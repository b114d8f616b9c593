import { axis } from '../study/axis.ts';
import type { Axis } from '../study/axis.ts';
import type { Mode } from '../modes.ts';
import { MENG_FIGURES } from './meng.ts';
import type { Preset } from './preset.ts';

/** σₚ and, going along with it, the σ₀ that the paper takes with it. */
const NOISES: Axis = {
  setting: 'noiseSd',
  values: [0.1, 0.5, 1, 1.5],
  along: [{ setting: 'sigma0', values: [0.01, 0.01, 0.01, 0.001] }],
};

/** Their panels a, b and c. */
const PANELS: readonly Mode[] = ['pegr', 'fgr', 'none'];

/** The figures of Meng, Cao and Zou 2023 on synthetic data: curves over σₚ, a mode a panel. */
export const MENG_FIGURE_PRESETS: readonly Preset[] = [
  {
    id: 'figure-meng',
    question: 'How much noise does each regularisation bear?',
    source: 'Meng, Cao and Zou 2023, Figures 1–4',
    summary:
      'With PEGR the test accuracy goes to 1 for every σₚ; without regularisation and with FGR only for the smallest, and from σₚ = 0.5 on it stays near one half.',
    axes: [NOISES, axis('regularizer', PANELS)],
    settings: { ...MENG_FIGURES, noiseSd: 0.5 },
    view: { outcome: 'testAccuracy' },
  },
];
