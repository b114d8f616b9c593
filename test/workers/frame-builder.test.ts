import { describe, expect, it } from 'vitest';
import { SCALARS } from '../../src/core/observe/quantities.ts';
import type { Snapshot } from '../../src/core/observe/recorder.ts';
import type { Frame } from '../../src/protocol/frames.ts';
import { unpacked } from '../../src/engine/unpacked.ts';
import { FrameBuilder, transferablesOf } from '../../workers/frame-builder.ts';
import { factsWith, marginAt, SAMPLES, scalarAt } from './fake-runs.ts';

const snapshotAt = (epoch: number): Snapshot => ({
  epoch,
  rho: Float64Array.of(epoch),
  active: Uint8Array.of(1),
  sliding: null,
  flips: { soFar: Uint32Array.of(0), last: Uint32Array.of(0) },
  singularValues: Float64Array.of(1),
  neurons: null,
});

const snapshotsOf = ({ snapshots }: Frame): Snapshot[] => snapshots.flatMap(unpacked);

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
      snapshotsOf(builder.take(rows, undefined, undefined)).map(({ epoch }) => epoch);
    expect(epochsOfNext(1)).toEqual([0]);
    expect(epochsOfNext(1)).toEqual([]);
    expect(epochsOfNext(1)).toEqual([2]);
    builder.snapshot(snapshotAt(2));
    expect(epochsOfNext(0)).toEqual([2]);
  });

  it('keeps what snapshots said when they came, as their arrays are used again', () => {
    const builder = builderWith(4);
    const rho = Float64Array.of(0, 0.5);
    const active = Uint8Array.of(0, 1);
    const flips = { soFar: Uint32Array.of(0, 0), last: Uint32Array.of(0, 0) };
    const sliding = Float32Array.of(-1, 0);
    const neurons = { gamma: Float64Array.of(1), signal: Float64Array.of(2), noise: Float64Array.of(3) };
    for (let t = 0; t < 4; t++) {
      rho[0] = t;
      active[0] = t % 2;
      sliding[1] = t / 4;
      neurons.noise[0] = 10 * t;
      flips.soFar[1] = Math.floor(t / 2);
      flips.last[1] = 2 * Math.floor(t / 2);
      const singularValues = Float64Array.from({ length: t % 2 }, () => 7);
      const rest = t === 3 ? { neurons: null, sliding: null } : { neurons, sliding };
      builder.snapshot({ epoch: t, rho, active, flips, singularValues, ...rest });
    }
    const taken = [2, 1, 1].flatMap((rows) => snapshotsOf(builder.take(rows, undefined, undefined)));
    expect(taken.map((snapshot) => [...snapshot.rho])).toEqual([0, 1, 2, 3].map((t) => [t, 0.5]));
    expect(taken.map((snapshot) => [...snapshot.active])).toEqual([0, 1, 0, 1].map((bit) => [bit, 1]));
    expect(taken.map(({ sliding }) => sliding && [...sliding])).toEqual([
      [-1, 0],
      [-1, 0.25],
      [-1, 0.5],
      null,
    ]);
    expect(taken.map((snapshot) => [...snapshot.singularValues])).toEqual([[], [7], [], [7]]);
    expect(taken.map((snapshot) => snapshot.flips)).toEqual(
      [0, 0, 1, 1].map((count) => ({ soFar: Uint32Array.of(0, count), last: Uint32Array.of(0, 2 * count) })),
    );
    expect(taken.map((snapshot) => snapshot.neurons?.noise[0])).toEqual([0, 10, 20, undefined]);
    expect(builder.bytes).toBe(0);
  });

  it('hands over large snapshots in few buffers, and keeps what it did not hand over', () => {
    const builder = builderWith(300);
    const rho = new Float64Array(2_000);
    const active = new Uint8Array(2_000);
    const flips = { soFar: new Uint32Array(2_000), last: new Uint32Array(2_000) };
    for (let t = 0; t < 300; t++) {
      rho.fill(t);
      flips.soFar.fill(t);
      builder.snapshot({ ...snapshotAt(t), rho, active, flips });
    }
    const frames = [170, 130].map((rows) => builder.take(rows, undefined, undefined));
    const taken = frames.flatMap(snapshotsOf);
    expect(
      taken.map(({ rho }) => rho.length === 2_000 && rho.every((value) => value === rho[0])),
    ).not.toContain(false);
    const epochs = Array.from({ length: 300 }, (_, t) => t);
    expect(taken.map(({ rho }) => rho[0])).toEqual(epochs);
    expect(taken.map(({ flips }) => flips.soFar[1_999])).toEqual(epochs);
    const [first, second] = frames.map((frame) => new Set(transferablesOf(frame)));
    // 18 kB each, and as much of flips: at most 1 MB and a part of it in a buffer, and no buffer in both frames.
    expect(first!.size + second!.size).toBeLessThan(24);
    expect([...first!].filter((buffer) => second!.has(buffer))).toEqual([]);
  });

  it('counts the memory of what it holds', () => {
    const builder = builderWith(10);
    builder.snapshot(snapshotAt(0));
    // Of the snapshot its epoch, one ρ, one byte of who fires, where its changes of flips end; and of the first its flips.
    const bytes = 10 * 8 * (1 + SCALARS.length + SAMPLES) + 8 + 8 + 1 + 4 + 2 * 4;
    expect(builder.bytes).toBe(bytes);
    // Where nothing flipped, nothing is taken down.
    builder.snapshot(snapshotAt(1));
    expect(builder.bytes).toBe(bytes + 8 + 8 + 1 + 4);
    builder.snapshot({ ...snapshotAt(2), flips: { soFar: Uint32Array.of(1), last: Uint32Array.of(2) } });
    expect(builder.bytes).toBe(bytes + 2 * (8 + 8 + 1 + 4) + 3 * 4);
    builder.take(10, undefined, undefined);
    expect(builder.bytes).toBe(0);
  });
});

describe('the buffers to transfer', () => {
  it('are each named once: one holds all columns of the frame, one all of its snapshots and one what flipped', () => {
    const builder = builderWith(2);
    builder.snapshot(snapshotAt(0));
    builder.snapshot({ ...snapshotAt(1), flips: { soFar: Uint32Array.of(1), last: Uint32Array.of(1) } });
    const buffers = transferablesOf(builder.take(2, undefined, undefined));
    expect(buffers).toHaveLength(3);
    expect(new Set(buffers).size).toBe(buffers.length);
  });

  it('do not include those of the facts', () => {
    const facts = factsWith(1);
    const buffers = transferablesOf(builderWith(1).take(1, facts, undefined));
    expect(buffers).not.toContain(facts.labels.buffer);
    expect(buffers).not.toContain(facts.shape.rows.buffer);
  });
});
