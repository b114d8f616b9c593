import type { Preset } from './preset.ts';

/** What can be drawn whole. */
export const PLANE_PRESETS: readonly Preset[] = [
  {
    id: 'two-dimensions',
    question: 'What does it look like in two dimensions?',
    source: 'after Kou, Chen and Gu 2023, with d = 2',
    summary:
      'Each arrow of “The decision” is a neuron. They begin in all directions; after epoch 34 none changes its side of any point, and the arrows of a class turn to one direction: the mean stable rank falls from 1.52 to 1.001, and the bent boundary becomes a line.',
    settings: {
      n: 8,
      d: 2,
      m: 10,
      meanSd: 1.2,
      noiseSd: 0.6,
      gamma: 0.1,
      sigma0: 0.05,
      epochs: 1_000,
      seed: 14,
      runs: 1,
      testPoints: 0,
    },
    view: { timeAxis: 'log' },
  },
];
