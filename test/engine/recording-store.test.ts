import { describe, expect, it } from 'vitest';
import { SCALARS } from '../../src/core/observe/quantities.ts';
import { RecordingStore } from '../../src/engine/recording-store.ts';
import type { SnapshotPack } from '../../src/protocol/snapshot-pack.ts';
import { marginAt, scalarAt } from '../workers/fake-runs.ts';
import { frameWith } from './fakes.ts';

const upTo = (count: number): number[] => Array.from({ length: count }, (_, t) => t);

describe('a recording', () => {
  it('is empty before its first frame', () => {
    const store = new RecordingStore(4);
    expect(store).toMatchObject({ run: 4, facts: null, length: 0, end: null, version: 0 });
    expect(store.epochs).toHaveLength(0);
    expect(store.margins).toHaveLength(0);
    expect(store.column('loss')).toHaveLength(0);
  });

  it('holds the rows of all its frames in order, over many growths', () => {
    const store = new RecordingStore(1);
    let from = 0;
    for (const rows of [1, 5, 1_500, 3_000, 1]) {
      store.append(frameWith(1, { from, to: from + rows, total: 6_000 }));
      from += rows;
    }
    expect([...store.epochs]).toEqual(upTo(from));
    SCALARS.forEach((name, k) => {
      expect([...store.column(name)]).toEqual(upTo(from).map((t) => scalarAt(1, t, k)));
    });
    expect([...store.margins]).toEqual(upTo(from).flatMap((t) => [0, 1, 2].map((i) => marginAt(1, t, i))));
  });

  it('keeps the facts and the end, and counts its versions', () => {
    const store = new RecordingStore(1);
    store.append(frameWith(1, { to: 3 }));
    store.append(frameWith(1, { from: 3, to: 3 }));
    store.append(
      frameWith(1, {
        from: 3,
        to: 5,
        end: { kind: 'outcome', outcome: { kind: 'finished' }, fingerprint: '0' },
      }),
    );
    expect(store.version).toBe(3);
    expect(store.length).toBe(5);
    expect(store.facts?.recordedEpochs).toBe(100);
    expect(store.end).toMatchObject({ kind: 'outcome' });
  });

  it('gives the same views until the next frame, and never changes those it gave', () => {
    const store = new RecordingStore(1);
    store.append(frameWith(1, { to: 2 }));
    const loss = store.column('loss');
    expect(store.column('loss')).toBe(loss);
    expect(store.epochs).toBe(store.epochs);
    store.append(frameWith(1, { from: 2, to: 4_000, total: 4_000 }));
    expect(store.column('loss')).not.toBe(loss);
    expect([...loss]).toEqual([scalarAt(1, 0, 0), scalarAt(1, 1, 0)]);
  });

  it('takes memory for what has come, not for a million epochs that may', () => {
    const store = new RecordingStore(1);
    store.append(frameWith(1, { to: 1, total: 1_000_000 }));
    expect(store.epochs.buffer.byteLength).toBeLessThanOrEqual(8 * 1_024);
    const short = new RecordingStore(2);
    short.append(frameWith(2, { to: 1, total: 51 }));
    expect(short.epochs.buffer.byteLength).toBe(8 * 51);
  });

  it('appends snapshots to a new list, so that a drawn one stays as it was', () => {
    const store = new RecordingStore(1);
    const snapshot = (epoch: number): SnapshotPack => ({
      epochs: Float64Array.of(epoch),
      base: null,
      rho: new Float64Array(2),
      active: new Uint8Array(2),
      sliding: null,
      flips: { first: new Uint32Array(4), changes: new Uint32Array(0), ends: Uint32Array.of(0) },
      spectra: new Map(),
      neurons: null,
    });
    store.append({ ...frameWith(1, { to: 1 }), snapshots: [snapshot(0)] });
    const drawn = store.snapshots;
    store.append({ ...frameWith(1, { from: 1, to: 2 }), snapshots: [snapshot(1)] });
    expect(drawn).toHaveLength(1);
    expect(store.snapshots.map(({ epoch }) => epoch)).toEqual([0, 1]);
  });

  it('refuses frames of another run, and epochs before the facts', () => {
    const store = new RecordingStore(1);
    expect(() => store.append(frameWith(2, { to: 1 }))).toThrow('a frame of run 2 came to run 1');
    expect(() => store.append(frameWith(1, { from: 1, to: 2 }))).toThrow(
      'run 1 sent epochs before its facts',
    );
  });
});
