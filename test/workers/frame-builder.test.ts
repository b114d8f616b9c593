import { describe, expect, it } from 'vitest';
import { SCALARS } from '../../src/core/observe/quantities.ts';
import type { Snapshot } from '../../src/core/observe/recorder.ts';
import { FrameBuilder, transferablesOf } from '../../workers/frame-builder.ts';
import { factsWith, marginAt, SAMPLES, scalarAt } from './fake-runs.ts';

const snapshotAt = (epoch: number, singularValues = Float64Array.of(1)): Snapshot => ({
  epoch,
  rho: Float64Array.of(epoch),
  active: Uint8Array.of(1),
  singularValues,
  neurons: null,
});

/** A builder with epochs 0..count−1, from arrays that are reused as the core's are. */
function builderWith(count: number): FrameBuilder {
  const builder = new FrameBuilder(1);
  const scalars = new Float64Array(SCALARS.length);
  const margins = new Float64Array(SAMPLES);
  for (let t = 0; t < count; t++) {
    scalars.forEach((_, k) => (scalars[k] = scalarAt(1, t, k)));
    margins.forEach((_, i) => (margins[i] = marginAt(1, t, i)));
    builder.epoch(t, scalars, margins);
  }
  return builder;
}

describe('a frame builder', () => {
  it('hands over the first rows and keeps the others for the next frame', () => {
    const builder = builderWith(200);
    const first = builder.take(130, undefined, undefined);
    expect(builder.rows).toBe(70);
    const second = builder.take(70, undefined, undefined);
    expect([first.epochs.length, second.epochs.length]).toEqual([130, 70]);
    expect(second.epochs[0]).toBe(130);
    expect(second.scalars[2]![5]).toBe(scalarAt(1, 135, 2));
    expect(second.margins[5 * SAMPLES + 1]).toBe(marginAt(1, 135, 1));
  });

  it('sends a snapshot with its epoch, not before, also where it comes after the row was sent', () => {
    const builder = builderWith(3);
    builder.snapshot(snapshotAt(0));
    builder.snapshot(snapshotAt(2));
    const epochsOfNext = (rows: number): number[] =>
      builder.take(rows, undefined, undefined).snapshots.map(({ epoch }) => epoch);
    expect(epochsOfNext(1)).toEqual([0]);
    expect(epochsOfNext(1)).toEqual([]);
    expect(epochsOfNext(1)).toEqual([2]);
    builder.snapshot(snapshotAt(2));
    expect(epochsOfNext(0)).toEqual([2]);
  });

  it('counts the memory of what it holds', () => {
    const builder = builderWith(10);
    builder.snapshot(snapshotAt(0));
    expect(builder.bytes).toBe(10 * 8 * (1 + SCALARS.length + SAMPLES) + 8 + 1 + 8);
    builder.take(10, undefined, undefined);
    expect(builder.bytes).toBe(0);
  });
});

describe('the buffers to transfer', () => {
  it('are each named once, and empty ones, which snapshots may share, are left out', () => {
    const builder = builderWith(2);
    const empty = new Float64Array(0);
    builder.snapshot(snapshotAt(0, empty));
    builder.snapshot(snapshotAt(1, empty));
    const buffers = transferablesOf(builder.take(2, undefined, undefined));
    expect(buffers).toHaveLength(2 + SCALARS.length + 2 * 2);
    expect(new Set(buffers).size).toBe(buffers.length);
    expect(buffers).not.toContain(empty.buffer);
  });

  it('do not include those of the facts', () => {
    const facts = factsWith(1);
    const buffers = transferablesOf(builderWith(1).take(1, facts, undefined));
    expect(buffers).not.toContain(facts.labels.buffer);
    expect(buffers).not.toContain(facts.shape.rows.buffer);
  });
});
