import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../../src/core/experiment.ts';
import type { Kernels, KernelSource } from '../../../src/core/kernels/kernels.ts';
import { PLAIN_SOURCE } from '../../../src/core/kernels/plain.ts';
import { createKernelSource } from '../../../workers/kernels/source.ts';
import { K_FIGURE_1, M_FIGURES } from '../../core/experiments.ts';
import { runToEnd, type Kept } from '../../golden/golden.ts';

/** Kernels that refuse an array of another memory: WebAssembly would read whatever is at its address. */
function checked(source: KernelSource): KernelSource {
  const originals = new Map<Kernels, Kernels>();
  return {
    open(bytes) {
      const kernels = source.open(bytes);
      const home = kernels.allocate(0).buffer;
      const check = (name: string, values: readonly unknown[]): void => {
        for (const value of values) {
          if (ArrayBuffer.isView(value) && value.buffer !== home)
            throw new Error(`${name} was given an array that is not of its memory`);
        }
      };
      const wrapped = Object.fromEntries(
        Object.entries(kernels).map(([name, call]: [string, (...values: unknown[]) => unknown]) => [
          name,
          (...values: unknown[]) => {
            check(name, values);
            return call(...values);
          },
        ]),
      ) as unknown as Kernels;
      originals.set(wrapped, kernels);
      return wrapped;
    },
    prepare: (kernels) => source.prepare(originals.get(kernels)!),
    close: (kernels) => source.close(originals.get(kernels)!),
  };
}

const wasm = checked(createKernelSource());

const SMALL: Partial<Experiment> = { m: 13, epochs: 12, testPoints: 7 };
const explicit = (n: number, d: number): Experiment['data'] => ({
  kind: 'explicit',
  n,
  d,
  x: Float64Array.from({ length: n * d }, (_, k) => ((k * 7919) % 101) / 50 - 1),
  y: Float64Array.from({ length: n }, (_, i) => (i % 3 === 0 ? 1 : -1)),
});

const CASES: readonly (readonly [string, Experiment])[] = [
  ['K Fig. 1', K_FIGURE_1],
  ['K Fig. 1 by groups throughout', { ...K_FIGURE_1, ...SMALL, epochs: 60, space: 'grouped' }],
  [
    'K Fig. 1, in whose groups patterns freeze',
    { ...K_FIGURE_1, activation: { kind: 'leaky-relu', gamma: 0.5 }, epochs: 120, testPoints: 0 },
  ],
  ['M Fig. 1', { ...M_FIGURES, epochs: 150, testPoints: 30 }],
  ['M Fig. 2 with PEGR', { ...M_FIGURES, epochs: 80, regularizer: { kind: 'pegr', lambda: 0.01 } }],
  ['FGR, switched off', { ...M_FIGURES, epochs: 80, regularizer: { kind: 'fgr', lambda: 0.02, until: 40 } }],
  [
    'a power that is no whole number',
    { ...M_FIGURES, epochs: 60, activation: { kind: 'relu-power', q: 2.5 } },
  ],
  [
    'smoothed leaky ReLU and exponential loss',
    {
      ...K_FIGURE_1,
      ...SMALL,
      activation: { kind: 'smooth-leaky-relu', gamma: 0.1 },
      loss: 'exponential',
      data: { kind: 'binary-clusters', n: 17, d: 300, meanExponent: 0.26, labelNoise: 0.2 },
    },
  ],
  [
    'two-xor in mini-batches',
    {
      ...K_FIGURE_1,
      ...SMALL,
      data: { kind: 'two-xor', n: 11, d: 90, meanNorm: 4, noiseSd: 1 },
      method: { kind: 'sgd', eta: 0.1, batchSize: 4 },
    },
  ],
  [
    'orthogonal data: a diagonal Gram matrix, and Wᵀ W formed',
    {
      ...K_FIGURE_1,
      ...SMALL,
      m: 200,
      data: { kind: 'orthogonal-basis', n: 9, d: 20, replacement: false },
    },
  ],
  [
    'orthogonal data drawn twice over, in mini-batches',
    {
      ...K_FIGURE_1,
      ...SMALL,
      data: { kind: 'orthogonal-basis', n: 15, d: 6, replacement: true },
      method: { kind: 'sgd', eta: 0.1, batchSize: 4 },
    },
  ],
  ['rows of W in feature space', { ...K_FIGURE_1, ...SMALL, m: 90, data: explicit(7, 9) }],
  ['more samples than dimensions, in weight space', { ...K_FIGURE_1, ...SMALL, data: explicit(40, 7) }],
  [
    'mini-batches in weight space',
    {
      ...K_FIGURE_1,
      ...SMALL,
      data: explicit(40, 7),
      method: { kind: 'sgd', eta: 0.1, batchSize: 6 },
      regularizer: { kind: 'pegr', lambda: 0.1 },
    },
  ],
  ['a run that diverges', { ...K_FIGURE_1, ...SMALL, method: { kind: 'gradient-descent', eta: 1e300 } }],
];

/** Everything recorded, in words that tell bits apart. */
function wordsOf({ outcome, epochs, snapshots, facts }: Kept): string {
  return JSON.stringify([outcome, facts, [...epochs], [...snapshots]], (_key, value: unknown) => {
    if (ArrayBuffer.isView(value)) return [...(value as Float64Array)].map(wordOf);
    return typeof value === 'number' ? wordOf(value) : value;
  });
}

const wordOf = (x: number): string => (Object.is(x, -0) ? '-0' : String(x));

describe('a recording has the same bits from WebAssembly and from plain TypeScript', () => {
  it.each(CASES)('%s', (_name, experiment) => {
    const expected = runToEnd(experiment, new Map(), PLAIN_SOURCE);
    expect(wordsOf(runToEnd(experiment, new Map(), wasm))).toBe(wordsOf(expected));
    // And again, in memory that a run has left.
    expect(wordsOf(runToEnd(experiment, new Map(), wasm))).toBe(wordsOf(expected));
  });
});
