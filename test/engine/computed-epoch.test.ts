import { expect, it } from 'vitest';
import { computedEpoch } from '../../src/engine/computed-epoch.ts';

it('the computed epoch is that of the run which is farthest, and 0 before the first', () => {
  const run = (...epochs: number[]) => ({ epochs: Float64Array.from(epochs), length: epochs.length });
  expect(computedEpoch([run(0, 1, 7), run(0, 5e8, 1e9), run()])).toBe(1e9);
  expect(computedEpoch([run(), run()])).toBe(0);
});
