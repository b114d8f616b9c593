import { describe, expect, it } from 'vitest';
import { PLAIN } from '../../../src/core/kernels/plain.ts';
import { ActivationPattern } from '../../../src/core/observe/activation-pattern.ts';
import { PairFlipCount } from '../../../src/core/observe/pair-flips.ts';

const SAMPLES = 40;
const NEURONS = 4;

/** Flips of neurons 1 and 3 with samples 0, 31, 32 and 39: of 4 × 40, in two words a row. */
function counting() {
  const pattern = new ActivationPattern(PLAIN, NEURONS, new Float64Array(SAMPLES).fill(1), 1);
  const shape = { rows: Int32Array.of(1, 3), columns: Int32Array.of(0, 31, 32, 39) };
  const flips = new PairFlipCount(shape, pattern, NEURONS, { n: SAMPLES, patches: 1 }, null);
  const z = new Float64Array(NEURONS * SAMPLES).fill(1);
  return {
    flips,
    /** Epoch t, after the signs of these (neuron, sample) turned over. */
    epoch(t: number, turned: readonly (readonly [r: number, i: number])[], isCounted = false): void {
      for (const [r, i] of turned) z[r * SAMPLES + i]! *= -1;
      pattern.update(z);
      flips.take(t, isCounted);
    },
  };
}

describe('flips of pairs', () => {
  it('are those of the shown neurons and samples alone, whichever word they are in', () => {
    const { flips, epoch } = counting();
    epoch(0, []);
    // Samples 1 and 33 and neuron 2 are not shown.
    epoch(5, [
      [1, 0],
      [1, 1],
      [1, 31],
      [1, 33],
      [2, 32],
      [3, 39],
    ]);
    epoch(6, [
      [1, 31],
      [3, 32],
    ]);
    expect([...flips.soFar]).toEqual([1, 2, 0, 0, 0, 0, 1, 1]);
    expect([...flips.last]).toEqual([5, 6, 0, 0, 0, 0, 6, 5]);
  });

  it('are none at the first epoch, and none where they were counted as they happened', () => {
    const { flips, epoch } = counting();
    epoch(0, [[1, 0]]);
    epoch(8, [[1, 0]], true);
    expect([...flips.soFar]).toEqual(new Array(8).fill(0));
    epoch(9, [[1, 0]]);
    expect([flips.soFar[0], flips.last[0]]).toEqual([1, 9]);
  });
});
