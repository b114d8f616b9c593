import type { Settings } from '../../settings/schema.ts';
import type { Axis } from '../../settings/study/axis.ts';
import { accuracyPanel } from './accuracy.tsx';
import { activationPanel } from './activation.tsx';
import { againstPanel } from './against.ts';
import { decisionPanel, networkPanel } from './pictured.ts';
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
  decisionPanel,
  networkPanel,
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
  decisionPanel,
  networkPanel,
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

/** In the plane the decision is the whole picture. */
const PLANE: readonly PanelSpec[] = [
  ...new Set([stableRankPanel, lossPanel, decisionPanel, networkPanel, ...PLAIN]),
];

/** Whether all of input space is a plane. */
export const isPlane = ({ data, d }: Pick<Settings, 'data' | 'd'>): boolean => d === 2 && data !== 'dataset';

/**
 * The charts that say something of this data, in reading order.
 * @param axes what varies: then the outcome against it is the second; of activations, φ itself the first
 * @param inPlane whether {@link isPlane}
 */
export function panelsFor(
  data: Settings['data'],
  axes: readonly Pick<Axis, 'setting'>[] = [],
  inPlane = false,
): readonly PanelSpec[] {
  const plain = inPlane ? PLANE : PLAIN;
  const panels = data === 'signal-noise' ? SIGNAL : plain;
  if (axes.length === 0) return panels;
  const before = axes.some(({ setting }) => setting === 'activation') ? [phiPanel] : [];
  const [first, ...rest] = panels.filter((panel) => !before.includes(panel));
  return [...before, first!, againstPanel, ...rest];
}
