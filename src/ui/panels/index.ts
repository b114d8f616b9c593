import { activationPanel } from './activation.tsx';
import { errorsPanel } from './errors.tsx';
import { lossPanel } from './loss.tsx';
import { marginGapPanel } from './margin-gap.tsx';
import { marginsPanel } from './margins.tsx';
import { neuronNormsPanel } from './neuron-norms.tsx';
import { patternPanel } from './pattern.tsx';
import { rhoLinesPanel } from './rho-lines.tsx';
import { rhoPanel } from './rho.tsx';
import { spectrumPanel } from './spectrum.tsx';
import type { PanelSpec } from './spec.ts';
import { stableRankPanel } from './stable-rank.tsx';

export type { PanelProps, PanelSpec } from './spec.ts';
export type { Table } from '../../charts/words.ts';

/** The page's charts, in reading order. */
export const PANELS: readonly PanelSpec[] = [
  stableRankPanel,
  lossPanel,
  activationPanel,
  rhoPanel,
  rhoLinesPanel,
  marginsPanel,
  neuronNormsPanel,
  spectrumPanel,
  errorsPanel,
  patternPanel,
  marginGapPanel,
];
