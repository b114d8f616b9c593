import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSchedule, recordingBytes, spread } from '../../../src/core/observe/schedule.ts';

describe('spread', () => {
  it('takes every number when they fit', () => {
    expect([...spread(4, 5)]).toEqual([0, 1, 2, 3, 4]);
    expect([...spread(0, 2)]).toEqual([0]);
    expect([...spread(5, 5)]).toEqual([0, 1, 3, 5]);
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

  it('of a billion is ascending in 32 bits, with both ends and no more than asked for', () => {
    const chosen = spread(1e9, 100_000);
    expect(chosen[0]).toBe(0);
    expect(chosen.at(-1)).toBe(1e9);
    expect(chosen.length).toBeLessThanOrEqual(100_000);
    for (let k = 1; k < chosen.length; k++) expect(chosen[k]!).toBeGreaterThan(chosen[k - 1]!);
    const { recorded, snapshots, spectra } = createSchedule(1e9, 10, 200);
    expect(recorded.length).toBeLessThanOrEqual(135_000);
    for (const t of [0, 1e9]) expect([snapshots.has(t), spectra.has(t)]).toEqual([true, true]);
    expect(recorded.slice(0, 4)).toEqual(Int32Array.of(0, 1, 2, 3));
  });

  it('is half equally and half geometrically spaced', () => {
    // Equal steps of 1000/5, and powers of 1000^(1/5) = 3.98.
    expect([...spread(1000, 10)]).toEqual([0, 1, 4, 16, 63, 200, 400, 600, 800, 1000]);
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

  it('spreads as many epochs, snapshots and spectra as what a row of each takes leaves room for', () => {
    const chosen = (epochs: readonly number[], count: number) =>
      [...spread(epochs.length - 1, count)].map((k) => epochs[k]!);
    const expectRoom = (
      [n, neurons, siblings]: [number, number, number?],
      [mostRecorded, mostSnapshots, mostSpectra]: [number, number, number],
    ) => {
      const { recorded, snapshots, spectra } = createSchedule(100_000, n, neurons, siblings);
      // Joined: Vitest is slow with long arrays.
      expect(recorded.join() === spread(100_000, mostRecorded).join()).toBe(true);
      expect([...snapshots]).toEqual(chosen([...recorded], mostSnapshots));
      expect([...spectra]).toEqual(chosen([...snapshots], mostSpectra));
    };
    // 4e6 numbers of n margins and some 20 scalars; 12 MB of 9 bytes a neuron and sample.
    expectRoom([380, 400], [10_000, 26, 12]);
    // The most snapshots there are, and the fewest epochs and snapshots.
    expectRoom([2, 2], [181_818, 2_001, 12]);
    expectRoom([5_000, 20_000], [1_000, 20, 12]);
    expectRoom([128, 512, 1e6], [27_027, 16, 4]);
    // 60 MB and 120 spectra for all runs of a study.
    expectRoom([10, 200, 20], [133_333, 166, 6]);
    expectRoom([10, 200, 40], [133_333, 83, 4]);
  });

  it('shows at most 256 neurons of each class and 128 samples, evenly spread', () => {
    const { rows, columns } = createSchedule(10, 1_280, 5_120).shape;
    expect([...rows]).toEqual(Array.from({ length: 512 }, (_, k) => 10 * k));
    expect([...columns]).toEqual(Array.from({ length: 128 }, (_, k) => 10 * k));
    expect([...createSchedule(10, 3, 4).shape.rows]).toEqual([0, 1, 2, 3]);
  });

  it('has a recording take about the bytes of its columns and its snapshots', () => {
    // 11 epochs of 10 margins and some 20 scalars, and as many snapshots of 9 bytes a pair.
    expect(recordingBytes(10, 10, 200)).toBe(8 * 11 * 30 + 11 * 9 * 200 * 10);
    // Both budgets full.
    expect(recordingBytes(1e6, 380, 400)).toBe(8 * 10_000 * 400 + 26 * 9 * 400 * 128);
    expect(recordingBytes(1e6, 380, 400, 40)).toBe(8 * 10_000 * 400 + 16 * 9 * 400 * 128);
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
