import { expect, it } from 'vitest';
import { driftOver, TOLERANCE } from '../../bin/check-long.ts';

it('300,000 steps by groups keep every recorded margin on its own recursion, summed in twice the precision', () => {
  const { worst, entered, left, compared, loss } = driftOver(300_000);
  expect(entered).toHaveLength(1);
  expect(left).toEqual([]);
  expect(compared).toBe(299_000);
  expect(worst).toBeLessThan(TOLERANCE);
  // Far below what 1 − σ(q) could tell.
  expect(loss).toBeGreaterThan(0);
  expect(loss).toBeLessThan(1e-3);
});
