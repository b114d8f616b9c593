import type { Settings } from '../../settings/schema.ts';
import type { Axis } from '../../settings/study/axis.ts';
import { accuracyPanel } from './accuracy.tsx';
import { activationPanel } from './activation.tsx';
import { againstPanel } from './against.ts';
import {
  errorsPanel,
  neuronNormsPanel,
  gradientNormPanel,
  flipsPanel,
  lastFlipPanel,
  marginGapPanel,
  normalisedMarginPanel,
  patternPanel,
} from './far-down.ts';
import { gammaRhoPanel } from './gamma-rho.tsx';
import { limitPanel, limitPointsPanel } from './limit.ts';
import { lossPanel } from './loss.tsx';
import { marginsPanel } from './margins.tsx';
import { phiPanel } from './phi.ts';
import { effectiveRankPanel, sharpnessPanel } from './probes.ts';
import { rhoLinesPanel } from './rho-lines.tsx';
import { rhoPanel } from './rho.tsx';
import { signalNoisePanel } from './signal-noise.tsx';
import { signalPlanePanel } from './signal-plane.ts';
import { spectrumPanel } from './spectrum.ts';
import type { PanelSpec } from './spec.ts';
import { stableRankPanel } from './stable-rank.tsx';

export type { PanelProps, PanelSpec } from './spec.ts';
export type { Table } from '../../charts/data/words.ts';

/** The charts of data whose points are one vector each, in reading order. */
const PLAIN: readonly PanelSpec[] = [
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
  flipsPanel,
  lastFlipPanel,
  marginGapPanel,
  normalisedMarginPanel,
  limitPanel,
  limitPointsPanel,
  effectiveRankPanel,
  gradientNormPanel,
  sharpnessPanel,
  phiPanel,
];

/** The charts of data with a signal patch and a noise patch: what was learned comes first. */
const SIGNAL: readonly PanelSpec[] = [
  signalNoisePanel,
  accuracyPanel,
  signalPlanePanel,
  gammaRhoPanel,
  lossPanel,
  gradientNormPanel,
  activationPanel,
  marginsPanel,
  rhoLinesPanel,
  stableRankPanel,
  neuronNormsPanel,
  spectrumPanel,
  patternPanel,
  flipsPanel,
  lastFlipPanel,
  marginGapPanel,
  normalisedMarginPanel,
  effectiveRankPanel,
  sharpnessPanel,
  phiPanel,
];

/** Every chart there is. */
export const PANELS: readonly PanelSpec[] = [againstPanel, ...new Set([...PLAIN, ...SIGNAL])];

/**
 * The charts that say something of this data, in reading order.
 * @param axes what varies: then the outcome against it is the second; of activations, φ itself the first
 */
export function panelsFor(
  data: Settings['data'],
  axes: readonly Pick<Axis, 'setting'>[] = [],
): readonly PanelSpec[] {
  const panels = data === 'signal-noise' ? SIGNAL : PLAIN;
  if (axes.length === 0) return panels;
  const before = axes.some(({ setting }) => setting === 'activation') ? [phiPanel] : [];
  const [first, ...rest] = panels.filter((panel) => !before.includes(panel));
  return [...before, first!, againstPanel, ...rest];
}
