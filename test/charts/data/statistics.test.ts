import { describe, expect, it } from 'vitest';
import { bandInto, chosenRun, createBand, participants } from '../../../src/charts/data/statistics.ts';
import { syntheticRecording } from '../synthetic.ts';

describe('bandInto', () => {
  it('is the mean and three sample standard deviations over runs (ddof = 1)', () => {
    const band = bandInto(
      createBand(),
      [Float64Array.of(1, 5), Float64Array.of(2, 5), Float64Array.of(6, 5)],
      2,
    );
    // Mean 3, squares 4 + 1 + 9 = 14, s = √7; rounding of a few operations on numbers below 12.
    expect(band.mean[0]).toBeCloseTo(3, 12);
    expect(band.high[0]).toBeCloseTo(3 + 3 * Math.sqrt(7), 12);
    expect(band.low[0]).toBeCloseTo(3 - 3 * Math.sqrt(7), 12);
    expect([band.mean[1], band.low[1], band.high[1]]).toEqual([5, 5, 5]);
  });

  it('has no spread for one run, and nothing for none', () => {
    const band = bandInto(createBand(), [Float64Array.of(4, 2)], 2);
    expect([...band.low.subarray(0, 2)]).toEqual([4, 2]);
    expect(bandInto(band, [], 7).count).toBe(0);
  });

  it('subtracts the offset after the statistics', () => {
    const band = bandInto(createBand(), [Float64Array.of(1.5), Float64Array.of(2.5)], 1, 1);
    expect(band.mean[0]).toBe(1);
    expect(band.high[0]! - band.low[0]!).toBeCloseTo(6 * Math.SQRT1_2, 12);
  });

  it('goes on from the epochs that it has', () => {
    const columns = [Float64Array.of(1, 2, 3), Float64Array.of(3, 4, 5)];
    const band = bandInto(createBand(), columns, 2);
    band.mean[0] = 77;
    expect([...bandInto(band, columns, 3, 0, 2).mean.subarray(0, 3)]).toEqual([77, 3, 4]);
  });

  it('reuses its arrays while they are long enough', () => {
    const band = bandInto(createBand(), [new Float64Array(10)], 10);
    const { mean } = band;
    expect(bandInto(band, [new Float64Array(12)], 12).mean).toBe(mean);
    expect(bandInto(band, [new Float64Array(9999)], 9999).mean).not.toBe(mean);
  });
});

describe('participants', () => {
  it('takes the epochs that all runs have while they stream side by side', () => {
    const runs = [40, 38, 41].map((length) => syntheticRecording({ length, ended: false }));
    const taking = participants(runs);
    expect(taking.runs.length).toBe(3);
    expect(taking.count).toBe(38);
    expect(taking.epochs.length).toBe(38);
  });

  it('does not let a run that has just begun shorten the mean', () => {
    const begun = syntheticRecording({ length: 1, ended: false });
    const going = syntheticRecording({ length: 30, ended: false });
    expect(participants([going, begun]).count).toBe(30);
    const done = syntheticRecording();
    expect(participants([done, going, begun]).runs).toEqual([done]);
  });

  it('ends where a run has ended early', () => {
    const diverged = syntheticRecording({ length: 7 });
    expect(participants([syntheticRecording(), diverged]).count).toBe(7);
  });

  it('is empty before the first epoch', () => {
    expect(participants([]).count).toBe(0);
    expect(participants([syntheticRecording({ length: 0, ended: false })]).runs).toEqual([]);
  });
});

it('chosenRun is the run asked for, or the first that has begun', () => {
  const empty = syntheticRecording({ length: 0, ended: false });
  const going = syntheticRecording({ length: 3, ended: false });
  expect(chosenRun([going, empty], 0)).toBe(going);
  expect(chosenRun([empty, going], 0)).toBe(going);
  expect(chosenRun([going], 9)).toBe(going);
  expect(chosenRun([empty], 0)).toBeNull();
});
