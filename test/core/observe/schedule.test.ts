import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSchedule, spread } from '../../../src/core/observe/schedule.ts';

describe('spread', () => {
  it('takes every number when they fit', () => {
    expect([...spread(4, 5)]).toEqual([0, 1, 2, 3, 4]);
    expect([...spread(0, 2)]).toEqual([0]);
  });

  it('is ascending, without repeats, holds both ends and no more than asked for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 2, max: 3_000 }),
        (last, count) => {
          const chosen = [...spread(last, count)];
          expect(chosen[0]).toBe(0);
          expect(chosen.at(-1)).toBe(last);
          expect(chosen.length).toBeLessThanOrEqual(count);
          expect(chosen.every((t, k) => k === 0 || t > chosen[k - 1]!)).toBe(true);
        },
      ),
    );
  });

  it('keeps the first epochs of a long run, where everything happens', () => {
    expect([...spread(1_000_000, 100).subarray(0, 4)]).toEqual([0, 1, 2, 3]);
  });
});

const gaps = (epochs: readonly number[]): number[] => epochs.slice(1).map((t, k) => t - epochs[k]!);

describe('the schedule of a run', () => {
  it('records every epoch of K’s Figures 1 and 4, neuron by neuron, and shows the first and then every third', () => {
    for (const epochs of [50, 1_000]) {
      const { recorded, snapshots, shape } = createSchedule(epochs, 10, 200);
      expect(recorded).toHaveLength(epochs + 1);
      expect([...snapshots].slice(0, 41)).toEqual(Array.from({ length: 41 }, (_, t) => t));
      expect(Math.max(...gaps([...snapshots]))).toBeLessThanOrEqual(epochs === 50 ? 1 : 4);
      expect(shape.rows).toHaveLength(200);
      expect(shape.columns).toHaveLength(10);
    }
  });

  it('stays within its memory whatever the settings', () => {
    const { recorded, snapshots, spectra, shape } = createSchedule(1_000_000, 5_000, 20_000);
    expect(recorded.length * 5_020).toBeLessThanOrEqual(5.1e6);
    expect(snapshots.size * shape.rows.length * shape.columns.length * 9).toBeLessThan(1.25e7);
    expect(spectra.size).toBeLessThanOrEqual(16);
    for (const t of spectra) expect(snapshots.has(t)).toBe(true);
    for (const t of snapshots) expect(recorded.includes(t)).toBe(true);
    // The same neurons of both classes.
    const half = shape.rows.length / 2;
    expect([...shape.rows.subarray(half)]).toEqual([...shape.rows.subarray(0, half)].map((r) => r + 10_000));
  });
});

it('of a run of many records what it would alone, with fewer snapshots and spectra: those of five runs in all', () => {
  const alone = createSchedule(1_000, 10, 200);
  const bytes = 9 * 200 * 10;
  for (const [siblings, spectra] of [
    [5, 12],
    [25, 4],
    [400, 4],
  ] as const) {
    const shared = createSchedule(1_000, 10, 200, siblings);
    expect(shared.recorded).toEqual(alone.recorded);
    expect(shared.spectra.size).toBe(spectra);
    expect([...shared.snapshots].at(-1)).toBe(1_000);
    expect(shared.snapshots.size).toBeLessThanOrEqual(Math.max(16, 60e6 / siblings / bytes));
  }
  expect(createSchedule(1_000, 10, 200, 5).snapshots).toEqual(alone.snapshots);
  expect(createSchedule(1_000, 10, 200, 25).snapshots.size).toBeGreaterThan(80);
});

it('of a reference trajectory has whole matrices at its epochs and nowhere else, and records what it would without', () => {
  const record = [0, 3, 7_777, 20_000];
  const { recorded, snapshots, spectra, shape } = createSchedule(20_000, 300, 1_200, 1, record);
  expect([...snapshots]).toEqual(record);
  expect(spectra.size).toBe(0);
  expect(shape.rows).toEqual(Int32Array.from({ length: 1_200 }, (_, r) => r));
  expect(shape.columns).toEqual(Int32Array.from({ length: 300 }, (_, i) => i));
  const without = createSchedule(20_000, 300, 1_200).recorded;
  expect(without).not.toContain(7_777);
  expect(recorded).toEqual(Int32Array.from(new Set([...without, 7_777])).sort());
});
