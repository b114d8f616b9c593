import { describe, expect, it, vi } from 'vitest';
import type { DataSpec } from '../../../src/core/experiment.ts';
import { createProblem } from '../../../src/core/problem/create.ts';
import { DrawMemo } from '../../../src/core/problem/draw-memo.ts';
import * as normal from '../../../src/core/random/normal.ts';
import { experimentWith } from '../../workers/fake-runs.ts';

/** Two slices of 40,000, some 2 ms each: the last of one matrix and the first of the next. */
const MOST_NORMALS = 80_000;

/** The most normals drawn between two yields while the problem is set up. */
function mostBetweenYields(data: DataSpec): number {
  const quantile = vi.spyOn(normal, 'normalQuantile');
  const work = createProblem(
    { ...experimentWith(1), data, m: 20, testPoints: 900 },
    new Map(),
    new DrawMemo(),
  );
  let most = 0;
  for (;;) {
    quantile.mockClear();
    const { done } = work.next();
    most = Math.max(most, quantile.mock.calls.length);
    if (done === true) break;
  }
  quantile.mockRestore();
  return most;
}

describe('while samples, test points and W(0) are drawn, commands are heard', () => {
  it.each<DataSpec>([
    { kind: 'gaussian-mixture', n: 100, d: 1_000, meanSd: 0.01, noiseSd: 1 },
    { kind: 'binary-clusters', n: 100, d: 1_000, meanExponent: 0.26, labelNoise: 0.1 },
    { kind: 'two-xor', n: 100, d: 1_000, meanNorm: 1, noiseSd: 1 },
    { kind: 'signal-noise', n: 100, d: 1_000, meanNorm: 1, noiseSd: 1 },
  ])(
    '$kind',
    (data) => {
      const most = mostBetweenYields(data);
      expect(most).toBeGreaterThan(0);
      expect(most).toBeLessThanOrEqual(MOST_NORMALS);
    },
    30_000,
  );
});
