import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../../src/core/experiment.ts';
import { LOOPS } from '../../../src/core/kernels/loops.ts';
import { PLAIN } from '../../../src/core/kernels/plain.ts';
import type { KernelSource } from '../../../src/core/kernels/kernels.ts';
import type { Snapshot } from '../../../src/core/observe/recorder.ts';
import { DrawMemo } from '../../../src/core/problem/draw-memo.ts';
import { train } from '../../../src/core/run.ts';
import { DONE } from '../../../src/core/slices.ts';
import { K_FIGURE_1 } from '../experiments.ts';

const FIGURE: Experiment = { ...K_FIGURE_1, epochs: 3, testPoints: 0 };

/** What a run records, and how many products with an operator of W it took. */
function recordingOf(experiment: Experiment, memo: DrawMemo): { numbers: number[]; products: number } {
  const numbers: number[] = [];
  let products = 0;
  const counted: KernelSource = {
    open: () => ({
      ...PLAIN,
      movedGramTimes: (...given) => {
        products++;
        LOOPS.movedGramTimes(...given);
      },
    }),
    prepare: () => DONE,
    close: () => undefined,
  };
  const run = train(
    experiment,
    {
      epoch: (t, scalars, margins) => void numbers.push(t, ...scalars, ...margins),
      snapshot: ({ singularValues }: Snapshot) => void numbers.push(...singularValues),
    },
    new Map(),
    memo,
    counted,
  );
  while (run.next().done !== true);
  return { numbers, products };
}

describe('what was measured of W(0)', () => {
  it('is not measured again when γ or η moves, and the recording is the same to the bit', () => {
    const memo = new DrawMemo();
    const first = recordingOf(FIGURE, memo);
    const moved: Experiment = {
      ...FIGURE,
      activation: { kind: 'leaky-relu', gamma: 0.3 },
      method: { kind: 'gradient-descent', eta: 0.2 },
    };
    const again = recordingOf(moved, memo);
    const alone = recordingOf(moved, new DrawMemo());
    expect(again.numbers).toEqual(alone.numbers);
    // Of three spectra and twelve stable ranks, one spectrum and three ranks are of W(0): those searched the longest.
    expect(again.products).toBeLessThan(0.6 * alone.products);
    expect(alone.products - again.products).toBeGreaterThan(0.6 * (first.products - again.products));
  });

  it('is measured anew for another σ₀ and another seed', () => {
    const memo = new DrawMemo();
    recordingOf(FIGURE, memo);
    for (const other of [
      { ...FIGURE, sigma0: 1e-3 },
      { ...FIGURE, seed: 2 },
    ]) {
      expect(recordingOf(other, memo).numbers).toEqual(recordingOf(other, new DrawMemo()).numbers);
    }
  });

  it('of as many σ₀ as an axis has is remembered, and no more', () => {
    const memo = new DrawMemo();
    const scales = Array.from({ length: 9 }, (_, k) => 1e-5 * (k + 1));
    const products = scales.map((sigma0) => recordingOf({ ...FIGURE, sigma0 }, memo).products);
    const again = (k: number): number =>
      recordingOf({ ...FIGURE, sigma0: scales[k]!, activation: { kind: 'leaky-relu', gamma: 0.1 } }, memo)
        .products;
    expect(again(8)).toBeLessThan(0.6 * products[8]!);
    expect(again(0)).toBe(products[0]);
  });
});
