import type { Experiment } from '../../../../src/core/experiment.ts';
import { K_FIGURE_1 } from '../../experiments.ts';
import { record, type Recorded } from '../replay.ts';

/** Small and fast, of the same kind as K's figures. */
const SMALL: Experiment = {
  ...K_FIGURE_1,
  data: { kind: 'gaussian-mixture', n: 6, d: 400, meanSd: 0.01, noiseSd: 1 },
  m: 12,
  epochs: 64,
  testPoints: 0,
};

const EXPERIMENTS = {
  leaky: { ...SMALL, activation: { kind: 'leaky-relu', gamma: 0.5 } },
  relu: { ...SMALL, activation: { kind: 'leaky-relu', gamma: 0 } },
  orthogonalRelu: {
    ...SMALL,
    data: { kind: 'orthogonal-basis', n: 6, d: 40, replacement: false },
    activation: { kind: 'leaky-relu', gamma: 0 },
    method: { kind: 'gradient-descent', eta: 20 },
  },
  orthogonalLeaky: {
    ...SMALL,
    data: { kind: 'orthogonal-basis', n: 6, d: 40, replacement: false },
    activation: { kind: 'leaky-relu', gamma: 0.5 },
    method: { kind: 'gradient-descent', eta: 20 },
  },
  /** Lemmas of the initialisation need a width. */
  wide: { ...SMALL, m: 400, epochs: 1, activation: { kind: 'leaky-relu', gamma: 0 } },
} as const satisfies Record<string, Experiment>;

export type RunName = keyof typeof EXPERIMENTS;

const recorded = new Map<RunName, Recorded>();

/** Recorded when a test first asks for it. */
export function runOf(name: RunName): Recorded {
  const known = recorded.get(name) ?? record(EXPERIMENTS[name]);
  recorded.set(name, known);
  return known;
}
