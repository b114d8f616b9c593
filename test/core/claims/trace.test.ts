import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../src/core/claims/slacks.ts';
import { Traces } from '../../../src/core/claims/trace.ts';
import type { WatchedRun } from '../../../src/core/claims/watch.ts';

const reading = (epoch: number, slack: number): Reading => ({
  epoch,
  left: 1 - slack,
  right: 1,
  relation: '≤',
  slack,
});

/** What a trace is made of, of a watched run: its claims' ids and their last comparisons. */
const runAt = (latest: readonly (Reading | null)[]): WatchedRun =>
  ({ claims: latest.map((_, k) => ({ id: `c${k}` })), latest: () => latest }) as unknown as WatchedRun;

describe('the trace of a claim', () => {
  it('has every comparison with its epoch and sides, and none of a claim that made none', () => {
    const traces = new Traces();
    traces.take(0, runAt([reading(0, 0.5), null]));
    traces.take(3, runAt([reading(3, -0.25), null]));
    expect(traces.of('c0')).toEqual({
      epochs: Float64Array.of(0, 3),
      slacks: Float64Array.of(0.5, -0.25),
      left: Float64Array.of(0.5, 1.25),
      right: Float64Array.of(1, 1),
      relation: '≤',
    });
    expect(traces.of('c1')).toBeNull();
    expect(traces.of('other')).toBeNull();
  });

  it('takes a comparison once, where a thinned claim still has that of an epoch before', () => {
    const traces = new Traces();
    for (const t of [8, 9, 10]) traces.take(t, runAt([reading(8, 1)]));
    expect(traces.of('c0')?.epochs).toEqual(Float64Array.of(8));
  });

  it('of a long run has at most 1,024 points, ascending, and keeps the least slack of all', () => {
    const traces = new Traces();
    const worst = 77_777;
    for (let t = 0; t < 100_000; t++) traces.take(t, runAt([reading(t, t === worst ? -3 : 1 + (t % 7))]));
    const { epochs, slacks } = traces.of('c0')!;
    expect(epochs.length).toBeLessThanOrEqual(1_024);
    expect(epochs.length).toBeGreaterThan(400);
    expect(epochs.every((t, k) => k === 0 || t > epochs[k - 1]!)).toBe(true);
    expect(slacks[epochs.indexOf(worst)]).toBe(-3);
    // Every other point stands for neighbours of which one has slack 1.
    expect(slacks.filter((slack) => slack > 1)).toHaveLength(0);
  });
});
