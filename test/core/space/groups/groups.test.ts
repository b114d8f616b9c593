import { describe, it } from 'vitest';
import type { Experiment } from '../../../../src/core/experiment.ts';
import { compare, SMALL } from './compare.ts';

describe('groups of neurons that move alike', () => {
  it.each([
    ['a leak', {}],
    ['ReLU, whose signs go on flipping', { activation: { kind: 'leaky-relu', gamma: 0 } }],
    ['no kink at all', { activation: { kind: 'leaky-relu', gamma: 1 } }],
    ['the exponential loss', { loss: 'exponential', method: { kind: 'gradient-descent', eta: 0.05 } }],
    ['steps that overshoot', { method: { kind: 'gradient-descent', eta: 3 } }],
    [
      'orthogonal data',
      { data: { kind: 'orthogonal-basis', n: 8, d: 12, replacement: false }, sigma0: 0.05 },
    ],
    [
      'samples that repeat',
      { data: { kind: 'orthogonal-basis', n: 8, d: 6, replacement: true }, sigma0: 0.05 },
    ],
    [
      'two patches, one of them with both signs',
      { data: { kind: 'signal-noise', n: 6, d: 40, meanNorm: 2, noiseSd: 0.3 }, sigma0: 0.02 },
    ],
    ['a penalty that is switched off', { regularizer: { kind: 'pegr', lambda: 0.01, until: 12 } }],
    ['one neuron a class', { m: 1 }],
  ] satisfies [string, Partial<Experiment>][])(
    'give every number of every neuron as the ordinary step does, epoch by epoch: %s',
    (_name, change) => {
      compare({ ...SMALL, ...change });
    },
  );
});
