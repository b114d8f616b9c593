import { describe, expect, it } from 'vitest';
import { toExperiment } from '../../src/settings/experiment.ts';
import { DEFAULTS, type Settings } from '../../src/settings/schema.ts';

const experiment = (change: Partial<Settings>, run = 0) => toExperiment({ ...DEFAULTS, ...change }, run);

describe('toExperiment', () => {
  it('makes K’s Figure 1 of the defaults', () => {
    expect(experiment({})).toEqual({
      data: { kind: 'gaussian-mixture', n: 10, d: 784, meanSd: 0.01, noiseSd: 1 },
      m: 100,
      activation: { kind: 'leaky-relu', gamma: 0.1 },
      secondLayer: '1/m',
      loss: 'logistic',
      regularizer: { kind: 'none' },
      sigma0: 0.001,
      method: { kind: 'gradient-descent', eta: 0.1 },
      epochs: 50,
      seed: 1,
      testPoints: 100,
      space: 'auto',
    });
  });

  it('gives run r the seed plus r, modulo 2³²', () => {
    expect(experiment({ seed: 7 }, 3).seed).toBe(10);
    expect(experiment({ seed: 4_294_967_275 }, 21).seed).toBe(0);
  });

  it('gives each data model the settings that apply to it', () => {
    expect(experiment({ data: 'binary-clusters', labelNoise: 0.2 }).data).toEqual({
      kind: 'binary-clusters',
      n: 10,
      d: 784,
      meanExponent: 0.26,
      labelNoise: 0.2,
    });
    expect(experiment({ data: 'orthogonal-basis', replacement: true }).data).toEqual({
      kind: 'orthogonal-basis',
      n: 10,
      d: 784,
      replacement: true,
    });
    expect(experiment({ data: 'two-xor', meanNorm: 11, noiseSd: 2 }).data).toEqual({
      kind: 'two-xor',
      n: 10,
      d: 784,
      meanNorm: 11,
      noiseSd: 2,
    });
    expect(
      experiment({ data: 'dataset', file: '0123456789abcdef', positive: '0-2', negative: '9.5' }).data,
    ).toEqual({
      kind: 'dataset',
      id: '0123456789abcdef',
      n: 10,
      positive: [0, 1, 2],
      negative: [5, 9],
      normalisation: 'divide-255',
    });
  });

  it('names the mini-batches of SGD and the smoothed activation', () => {
    const { method, activation } = experiment({ method: 'sgd', activation: 'smooth-leaky-relu', gamma: 0.3 });
    expect(method).toEqual({ kind: 'sgd', eta: 0.1, batchSize: 64 });
    expect(activation).toEqual({ kind: 'smooth-leaky-relu', gamma: 0.3 });
  });

  it('names M’s data, activation and second layer', () => {
    const { data, activation, secondLayer } = experiment({
      data: 'signal-noise',
      activation: 'relu-power',
      q: 3,
      secondLayer: '1',
      meanNorm: 1,
      noiseSd: 0.5,
      n: 20,
      d: 400,
    });
    expect(data).toEqual({ kind: 'signal-noise', n: 20, d: 400, meanNorm: 1, noiseSd: 0.5 });
    expect(activation).toEqual({ kind: 'relu-power', q: 3 });
    expect(secondLayer).toBe('1');
  });

  it('gives each penalty its own λ, and the epoch at which it is switched off', () => {
    const of = (change: Partial<Settings>) => experiment(change).regularizer;
    expect(of({ regularizer: 'none', lambdaPegr: 3 })).toEqual({ kind: 'none' });
    const pegr = { regularizer: 'pegr', lambdaPegr: 0.5, lambdaFgr: 7 } as const;
    expect(of(pegr)).toEqual({ kind: 'pegr', lambda: 0.5, until: 800 });
    expect(of({ ...pegr, switchOff: 'never' })).toEqual({ kind: 'pegr', lambda: 0.5 });
    expect(of({ ...pegr, until: 0 })).toEqual({ kind: 'pegr', lambda: 0.5, until: 0 });
    expect(of({ ...pegr, regularizer: 'fgr' })).toEqual({ kind: 'fgr', lambda: 7, until: 800 });
  });

  it('switches off at T₁, rounded up, corrected or as printed', () => {
    const theory = {
      regularizer: 'pegr',
      data: 'signal-noise',
      activation: 'relu-power',
      meanNorm: 1,
      n: 20,
      m: 10,
      eta: 0.02,
      sigma0: 1e-4,
    } as const;
    // CLAIMS C4: 8,054 and 4,027.
    expect(experiment({ ...theory, switchOff: 't1' }).regularizer).toMatchObject({ until: 8_055 });
    expect(experiment({ ...theory, switchOff: 't1-printed' }).regularizer).toMatchObject({ until: 4_028 });
  });

  it('refuses T₁ where the theorem says nothing, with the reason', () => {
    const at = (change: Partial<Settings>) => () =>
      experiment({
        regularizer: 'pegr',
        switchOff: 't1',
        data: 'signal-noise',
        activation: 'relu-power',
        ...change,
      });
    expect(at({})).not.toThrow();
    expect(at({ data: 'two-xor' })).toThrow('T₁ is not defined here: the data have no signal patch');
    expect(at({ activation: 'leaky-relu' })).toThrow('the activation is not max(0, z)²');
    expect(at({ q: 3 })).toThrow('the power q = 3 is not 2');
    expect(at({ meanNorm: 0 })).toThrow('the signal has length 0');
    expect(at({ q: 3, regularizer: 'none' })).not.toThrow();
  });

  it('refuses what cannot be run, in the words of the check', () => {
    expect(() => experiment({ eta: 1e9 })).toThrow(new RangeError('learning rate η = 1e9 is above 1e6'));
    expect(() => experiment({ regularizer: 'fgr', switchOff: 't1' })).toThrow(/no signal patch/);
    expect(() => experiment({ m: 10_000, d: 20_000 })).toThrow(/2m × d/);
  });
});
