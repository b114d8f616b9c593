import type { Variant } from '../../engine/batch.ts';
import type { Recording } from '../../engine/recording.ts';
import { comparedContent } from '../../charts/data/compared.ts';
import type { TimeContent } from '../../charts/data/content.ts';
import { createBands } from '../../charts/data/means.ts';
import type { Bands, Mean } from '../../charts/data/means.ts';
import { meansPanel } from './means-panel.tsx';

const NORM: Mean = {
  scalar: 'gradientNorm',
  label: '‖∇L‖',
  colour: 'accent',
  dash: 'solid',
  width: 2.25,
};

export const gradientNormContent = (
  recordings: readonly Recording[],
  bands: Bands = createBands(),
  variants: readonly Variant[] = [],
): TimeContent =>
  comparedContent(recordings, variants, bands, [NORM], {
    axis: 'log',
    valueLabel: 'norm of the gradient of the data loss',
    include: [],
    references: [],
    guide: null,
  });

export const gradientNormPanel = meansPanel(
  {
    id: 'gradient-norm',
    title: 'Gradient norm',
    tex: String.raw`\lVert\nabla_W L(W)\rVert_F`,
    explanation:
      'How steep the data loss is where the weights are, without any penalty. It goes to 0 along with the loss in all modes, so a small gradient alone does not tell whether signal or noise was learned (Meng et al., Theorems 3.2 and 3.3: ‖∇L‖² ≤ ε in both).',
    size: 'normal',
  },
  { subject: 'Gradient norm', content: gradientNormContent },
);
