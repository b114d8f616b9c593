import * as comlink from 'comlink';
import { describe, expect, it, vi } from 'vitest';
import type { Experiment } from '../../src/core/experiment.ts';
import { SCALARS } from '../../src/core/observe/quantities.ts';
import { train as coreTrain } from '../../src/core/run.ts';
import type { FrameSink } from '../../src/protocol/commands.ts';
import type { Frame } from '../../src/protocol/frames.ts';
import { unpacked } from '../../src/engine/unpacked.ts';
import { PENDING_BYTES, type Train } from '../../workers/training-run.ts';
import { TrainingService } from '../../workers/training-service.ts';
import { experimentWith, fakeTrain, marginAt, SAMPLES, scalarAt } from './fake-runs.ts';

const nextTask = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A clock that moves on by `tick` each time it is read: 8 / tick steps of the core a slice. */
function clock(tick: number): () => number {
  let time = 0;
  return () => (time += tick);
}

/**
 * A service, and what was sent: `onYield` is called between slices, before messages are heard.
 */
function serve(train: Train, { tick = 1, onYield = (): void => undefined } = {}): TrainingService {
  return new TrainingService({
    train,
    now: clock(tick),
    yieldToMessages: () => {
      onYield();
      return nextTask();
    },
  });
}

const epochsOf = (frames: readonly Frame[]): number[] => frames.flatMap((frame) => [...frame.epochs]);
const upTo = (count: number): number[] => Array.from({ length: count }, (_, t) => t);
const endsOf = (frames: readonly Frame[]): unknown[] => frames.flatMap(({ end }) => end ?? []);

function expectFakeRows(frames: readonly Frame[], seed: number): void {
  for (const { epochs, scalars, margins } of frames) {
    expect(scalars).toHaveLength(SCALARS.length);
    scalars.forEach((column, k) => {
      expect([...column]).toEqual([...epochs].map((t) => scalarAt(seed, t, k)));
    });
    const rows = [...epochs].flatMap((t) => [0, 1, 2].map((i) => marginAt(seed, t, i)));
    expect([...margins]).toEqual(rows);
  }
}

const trainingOn = (id: string): Experiment => ({
  ...experimentWith(1),
  data: { kind: 'dataset', id, n: 2, positive: [1], negative: [0], normalisation: 'none' },
});

describe('data of files', () => {
  it('that cannot be read any more are none: the run says what to do', async () => {
    const frames: Frame[] = [];
    const gone = { size: 8, arrayBuffer: () => Promise.reject(new Error('gone')) };
    const service = serve(coreTrain);
    service.provide({ id: 'a', name: 'a', count: 1, dim: 1, bytesPerValue: 8, values: gone, labels: gone });
    await service.start(1, trainingOn('a'), 1, (frame) => void frames.push(frame));
    expect(endsOf(frames)).toEqual([
      { kind: 'failed', message: 'the file with fingerprint a is not open: open it to train on it' },
    ]);
  });

  it('hold up no run that needs none, and a run that waits for them hears that it is cancelled', async () => {
    const frames: Frame[] = [];
    const never = { size: 8, arrayBuffer: () => new Promise<ArrayBuffer>(() => undefined) };
    const service = serve(fakeTrain({ epochs: 3 }));
    service.provide({ id: 'a', name: 'a', count: 1, dim: 1, bytesPerValue: 8, values: never, labels: never });
    const waiting = service.start(1, trainingOn('a'), 1, (frame) => void frames.push(frame));
    await service.start(2, experimentWith(2), 1, (frame) => void frames.push(frame));
    expect(frames.every(({ run }) => run === 2)).toBe(true);
    service.cancel(1);
    await waiting;
    expect(frames.at(-1)).toMatchObject({ run: 1, end: { kind: 'cancelled' } });
  });
});

describe('frames', () => {
  it('hold every recorded epoch once and in order, with the facts first and the outcome last', async () => {
    const frames: Frame[] = [];
    const service = serve(fakeTrain({ epochs: 100, snapshotEvery: 10 }));
    await service.start(7, experimentWith(3), 1, (frame) => void frames.push(frame));

    expect(frames.length).toBeGreaterThan(2);
    expect(epochsOf(frames)).toEqual(upTo(100));
    expectFakeRows(frames, 3);
    expect(frames.every(({ run }) => run === 7)).toBe(true);
    expect(frames.map(({ facts }) => facts !== undefined)).toEqual(frames.map((_, k) => k === 0));
    expect(frames[0]!.facts!.n).toBe(SAMPLES);
    expect(frames.flatMap(({ snapshots }) => snapshots.flatMap(({ epochs }) => [...epochs]))).toEqual(
      upTo(10).map((k) => 10 * k),
    );
    expect(frames.map(({ end }) => end !== undefined)).toEqual(frames.map((_, k) => k === frames.length - 1));
    expect(frames.at(-1)!.end).toMatchObject({ kind: 'outcome', outcome: { kind: 'finished' } });
  });

  it('of a run that is over at once are one: its beginning alone would not be shown', async () => {
    const frames: Frame[] = [];
    const service = serve(fakeTrain({ epochs: 100, preparation: 20 }), { tick: 0.001 });
    await service.start(1, experimentWith(1), 1, (frame) => void frames.push(frame));
    expect(frames.map(({ epochs, facts, end }) => [epochs.length, facts?.n, end?.kind])).toEqual([
      [100, SAMPLES, 'outcome'],
    ]);
  });

  it('of a longer run begin with what there is after 20 ms', async () => {
    const frames: Frame[] = [];
    let yields = 0;
    let yieldsBefore = 0;
    const service = serve(fakeTrain({ epochs: 1_000 }), { onYield: () => yields++ });
    await service.start(1, experimentWith(1), 1, (frame) => {
      if (frames.push(frame) === 1) yieldsBefore = yields;
    });
    expect(frames[0]!.epochs[0]).toBe(0);
    // Slices of 8 ms, and the looks at the clock between them: the third is past 20 ms.
    expect(yieldsBefore).toBeGreaterThanOrEqual(2);
    expect(yieldsBefore).toBeLessThanOrEqual(4);
    expect(frames[0]!.epochs.length).toBeLessThan(40);
  });

  it('are as many as can be drawn, not as there are slices', async () => {
    const frames: Frame[] = [];
    let slices = 0;
    // Eight steps a slice of 8 ms: 1,000 steps are a good second.
    const service = serve(fakeTrain({ epochs: 1_000 }), { onYield: () => slices++ });
    await service.start(1, experimentWith(1), 1, (frame) => void frames.push(frame));
    expect(slices).toBeGreaterThan(100);
    expect(frames.length).toBeLessThan(30);
    expect(epochsOf(frames)).toEqual(upTo(1_000));
  });

  it('carry the same numbers and the same fingerprint whatever the length of a slice', async () => {
    const ends = [];
    for (const tick of [100, 1, 0.3, 0.0001]) {
      const frames: Frame[] = [];
      const service = serve(fakeTrain({ epochs: 200, perYield: 3 }), { tick });
      await service.start(1, experimentWith(5), 1, (frame) => void frames.push(frame));
      expect(epochsOf(frames)).toEqual(upTo(200));
      expectFakeRows(frames, 5);
      ends.push({ end: frames.at(-1)!.end, frames: frames.length });
    }
    expect(new Set(ends.map(({ frames }) => frames)).size).toBeGreaterThan(2);
    expect(new Set(ends.map(({ end }) => JSON.stringify(end))).size).toBe(1);
  });

  it('have another fingerprint when the run recorded other numbers', async () => {
    const fingerprints = new Set<string>();
    for (const seed of [1, 2]) {
      const service = serve(fakeTrain({ epochs: 5 }));
      await service.start(1, experimentWith(seed), 1, ({ end }) => {
        if (end?.kind === 'outcome') fingerprints.add(end.fingerprint);
      });
    }
    expect(fingerprints.size).toBe(2);
    for (const fingerprint of fingerprints) expect(fingerprint).toMatch(/^[0-9a-f]{16}$/);
  });

  it('of a diverged run carry its outcome and its fingerprint', async () => {
    const outcome = { kind: 'diverged', quantity: 'loss', epoch: 4, eta: 10, suggestedEta: 2.5 } as const;
    const frames: Frame[] = [];
    const service = serve(fakeTrain({ epochs: 4, outcome }));
    await service.start(1, experimentWith(1), 1, (frame) => void frames.push(frame));
    const end = frames.at(-1)!.end;
    expect(end).toMatchObject({ kind: 'outcome', outcome });
    expect(end).toHaveProperty('fingerprint', expect.stringMatching(/^[0-9a-f]{16}$/));
  });
});

describe('several runs at once', () => {
  it('go one after the other, in the order they were started, and their frames do not mix', async () => {
    const frames = new Map<number, Frame[]>([1, 2, 3].map((run) => [run, []]));
    const turns: number[] = [];
    const service = serve(fakeTrain({ epochs: 60, onNext: (seed) => turns.push(seed) }), { tick: 4 });
    await Promise.all(
      [1, 2, 3].map((run) =>
        service.start(run, experimentWith(10 * run), 1, (frame) => void frames.get(run)!.push(frame)),
      ),
    );
    for (const [run, taken] of frames) {
      expect(taken.every((frame) => frame.run === run)).toBe(true);
      expect(epochsOf(taken)).toEqual(upTo(60));
      expectFakeRows(taken, 10 * run);
    }
    expect(turns).toEqual([...turns].sort((a, b) => a - b));
    expect(new Set(turns)).toEqual(new Set([10, 20, 30]));
  });

  it('go on while the first is held', async () => {
    const service = serve(fakeTrain({ epochs: 60 }), { tick: 4 });
    const held = service.start(1, experimentWith(1), 1, () => undefined);
    service.pause(1);
    const frames: Frame[] = [];
    await service.start(2, experimentWith(2), 1, (frame) => void frames.push(frame));
    expect(epochsOf(frames)).toEqual(upTo(60));
    service.resume(1);
    await held;
  });

  it('refuse a second run of the same name', async () => {
    const service = serve(fakeTrain({ epochs: 5 }));
    const first = service.start(1, experimentWith(1), 1, () => undefined);
    await expect(service.start(1, experimentWith(1), 1, () => undefined)).rejects.toThrow(
      'run 1 was started already',
    );
    await first;
  });
});

describe('back-pressure', () => {
  it('keeps at most one frame under way however slow the page is', async () => {
    let underWay = 0;
    let most = 0;
    const frames: Frame[] = [];
    const sink: FrameSink = async (frame) => {
      most = Math.max(most, ++underWay);
      frames.push(frame);
      for (let k = 0; k < 5; k++) await nextTask();
      underWay--;
    };
    await serve(fakeTrain({ epochs: 300 })).start(1, experimentWith(1), 1, sink);
    expect(most).toBe(1);
    expect(epochsOf(frames)).toEqual(upTo(300));
  });

  it('stops computing when the page takes no frames, and goes on when it does', async () => {
    let computed = 0;
    let take = (): void => undefined;
    const frames: Frame[] = [];
    const service = serve(fakeTrain({ epochs: Infinity, perYield: 1_000, onNext: () => computed++ }));
    const done = service.start(1, experimentWith(1), 1, (frame) => {
      frames.push(frame);
      return new Promise((resolve) => (take = resolve));
    });
    let before = -1;
    while (computed !== before) {
      before = computed;
      for (let k = 0; k < 20; k++) await nextTask();
    }
    expect(frames).toHaveLength(1);

    take();
    for (let k = 0; k < 20; k++) await nextTask();
    expect(frames).toHaveLength(2);
    expect(computed).toBeGreaterThan(before);
    const bytes = frames[1]!.scalars.reduce((sum, column) => sum + column.byteLength, 0);
    expect(bytes).toBeGreaterThan(PENDING_BYTES / 2);
    // A slice here records 8,000 epochs of 18 numbers, 1.2 MB, and may overshoot by so much.
    expect(bytes).toBeLessThan(2 * PENDING_BYTES);

    service.cancel(1);
    take();
    while (frames.at(-1)!.end === undefined) {
      await nextTask();
      take();
    }
    take();
    await done;
  });
});

describe('commands', () => {
  /** Runs until yield number `at`, then calls the command; counts what the core is asked for afterwards. */
  function commandAt(at: number, command: (service: TrainingService) => void, perYield = 1) {
    const frames: Frame[] = [];
    let yields = 0;
    let nextsAfter = 0;
    const onNext = (): void => {
      if (yields >= at) nextsAfter++;
    };
    const onYield = (): void => {
      if (++yields === at) command(service);
    };
    const service: TrainingService = serve(fakeTrain({ epochs: Infinity, perYield, onNext }), { onYield });
    const done = service.start(1, experimentWith(1), 1, (frame) => void frames.push(frame));
    return { service, frames, done, nextsAfter: () => nextsAfter };
  }

  const settle = async (): Promise<void> => {
    for (let k = 0; k < 30; k++) await nextTask();
  };

  it('pause holds the run at once, with all that it computed on the page', async () => {
    const { service, frames, done, nextsAfter } = commandAt(5, (s) => s.pause(1));
    await settle();
    expect(nextsAfter()).toBe(0);
    const held = epochsOf(frames);
    expect(held).toEqual(upTo(held.length));
    expect(held.length).toBeGreaterThan(8);

    service.resume(1);
    await settle();
    expect(epochsOf(frames).length).toBeGreaterThan(held.length + 8);
    service.cancel(1);
    await done;
    expect(epochsOf(frames)).toEqual(upTo(epochsOf(frames).length));
  });

  it('step gives exactly one more recorded epoch, also where the core records many at a time', async () => {
    for (const perYield of [1, 7]) {
      const { service, frames, done } = commandAt(5, (s) => s.pause(1), perYield);
      await settle();
      const held = epochsOf(frames).length;
      for (let steps = 1; steps <= 9; steps++) {
        service.step(1);
        await settle();
        expect(epochsOf(frames)).toEqual(upTo(held + steps));
      }
      service.resume(1);
      await settle();
      service.cancel(1);
      await done;
      expect(epochsOf(frames)).toEqual(upTo(epochsOf(frames).length));
      expectFakeRows(frames, 1);
    }
  });

  it('step past the last epoch ends the run with its outcome', async () => {
    const frames: Frame[] = [];
    const service = serve(fakeTrain({ epochs: 4, perYield: 2 }));
    const done = service.start(1, experimentWith(1), 1, (frame) => void frames.push(frame));
    service.pause(1);
    for (let t = 1; t <= 4; t++) {
      expect(endsOf(frames)).toEqual([]);
      service.step(1);
      await settle();
      expect(epochsOf(frames)).toEqual(upTo(t));
    }
    await done;
    expect(endsOf(frames)).toHaveLength(1);
  });

  it('step of a run that is not paused changes nothing', async () => {
    const frames: Frame[] = [];
    const service = serve(fakeTrain({ epochs: 50 }), { onYield: () => service.step(1) });
    await service.start(1, experimentWith(1), 1, (frame) => void frames.push(frame));
    expect(epochsOf(frames)).toEqual(upTo(50));
  });

  it('cancel ends the run at once with a last frame', async () => {
    const { frames, done, nextsAfter } = commandAt(5, (s) => s.cancel(1));
    await done;
    expect(nextsAfter()).toBe(0);
    expect(endsOf(frames)).toEqual([{ kind: 'cancelled' }]);
    expect(frames.at(-1)!.end).toBeDefined();
  });

  it('cancel ends a paused run, too', async () => {
    const { service, frames, done } = commandAt(3, (s) => s.pause(1));
    await settle();
    service.cancel(1);
    await done;
    expect(endsOf(frames)).toEqual([{ kind: 'cancelled' }]);
  });

  it('begin none of a hundred runs that were started and cancelled in one go', async () => {
    let computed = 0;
    const service = serve(fakeTrain({ epochs: 10, onNext: () => computed++ }));
    const runs = upTo(100).map((run) => service.start(run, experimentWith(1), 1, () => undefined));
    for (const run of upTo(100)) service.cancel(run);
    await Promise.all(runs);
    expect(computed).toBe(0);
  });

  it('to runs that are unknown are ignored', () => {
    const service = serve(fakeTrain({ epochs: 1 }));
    service.pause(4);
    service.resume(4);
    service.step(4);
    service.cancel(4);
    expect(service.ping()).toBe(0);
  });
});

describe('what goes wrong', () => {
  it('in the experiment becomes a last frame with the core’s words', async () => {
    const frames: Frame[] = [];
    const error = new RangeError('learning rate η = 1e9 is above 1e6');
    await serve(fakeTrain({ epochs: 0, error })).start(1, experimentWith(1), 1, (f) => void frames.push(f));
    expect(endsOf(frames)).toEqual([{ kind: 'failed', message: 'learning rate η = 1e9 is above 1e6' }]);
  });

  it('in the core comes after the epochs that were recorded, as an internal error', async () => {
    const frames: Frame[] = [];
    const error = new TypeError('x is undefined');
    await serve(fakeTrain({ epochs: 20, error })).start(1, experimentWith(1), 1, (f) => void frames.push(f));
    expect(epochsOf(frames)).toEqual(upTo(20));
    expect(endsOf(frames)).toEqual([
      { kind: 'failed', message: 'the computation stopped with an internal error: x is undefined' },
    ]);
  });

  it('in one run leaves the others alone', async () => {
    const frames: Frame[] = [];
    const good = fakeTrain({ epochs: 50 });
    const bad = fakeTrain({ epochs: 3, error: new RangeError('no') });
    const service = serve((experiment, ...rest) => (experiment.seed === 1 ? good : bad)(experiment, ...rest));
    await Promise.all([
      service.start(1, experimentWith(1), 1, (frame) => void frames.push(frame)),
      service.start(2, experimentWith(2), 1, () => undefined),
    ]);
    expect(epochsOf(frames)).toEqual(upTo(50));
  });

  it('in the sink ends the run and rejects its start', async () => {
    const sink = vi.fn(() => Promise.reject(new Error('the page is full')));
    const service = serve(fakeTrain({ epochs: Infinity }));
    await expect(service.start(1, experimentWith(1), 1, sink)).rejects.toThrow('the page is full');
    expect(sink).toHaveBeenCalledTimes(1);
    expect(service.ping()).toBe(0);
  });
});

describe('over a message channel', () => {
  /** The service behind comlink, as in a worker, and the frames it sent as they are afterwards on its side. */
  function connect(train: Train) {
    const sent: Frame[] = [];
    class Watched extends TrainingService {
      override start(
        ...[run, experiment, siblings, sink]: Parameters<TrainingService['start']>
      ): Promise<void> {
        return super.start(run, experiment, siblings, (frame) => {
          sent.push(frame);
          return sink(frame);
        });
      }
    }
    const { port1, port2 } = new MessageChannel();
    comlink.expose(new Watched({ train, now: clock(1), yieldToMessages: nextTask }), port1);
    return {
      api: comlink.wrap<TrainingService>(port2),
      sent,
      close: () => {
        port1.close();
        port2.close();
      },
    };
  }

  it('frames arrive whole and their buffers are transferred, not copied', async () => {
    const { api, sent, close } = connect(fakeTrain({ epochs: 100, snapshotEvery: 9 }));
    const frames: Frame[] = [];
    await api.start(
      1,
      experimentWith(2),
      1,
      comlink.proxy((frame: Frame) => void frames.push(frame)),
    );
    expect(epochsOf(frames)).toEqual(upTo(100));
    expectFakeRows(frames, 2);
    expect(frames.flatMap(({ snapshots }) => snapshots.flatMap(unpacked)).at(-1)).toEqual({
      epoch: 99,
      rho: Float64Array.of(2, 99),
      active: Uint8Array.of(1, 0),
      sliding: null,
      flips: { soFar: Uint32Array.of(0, 99), last: Uint32Array.of(0, 99) },
      singularValues: new Float64Array(0),
      neurons: null,
    });
    for (const { epochs, scalars, margins, snapshots } of sent) {
      const buffers = [
        epochs,
        margins,
        ...scalars,
        ...snapshots.flatMap((s) => [s.rho, s.active, s.flips.changes]),
      ];
      expect(buffers.every(({ byteLength }) => byteLength === 0)).toBe(true);
    }
    close();
  });

  it('pause, step, resume and cancel are heard while an endless run computes', async () => {
    const { api, close } = connect(fakeTrain({ epochs: Infinity }));
    const frames: Frame[] = [];
    const done = api.start(
      1,
      experimentWith(1),
      1,
      comlink.proxy((frame: Frame) => void frames.push(frame)),
    );
    const quiet = async (): Promise<number> => {
      for (let k = 0; k < 50; k++) await nextTask();
      return epochsOf(frames).length;
    };
    await vi.waitFor(() => expect(frames.length).toBeGreaterThan(3));
    await api.pause(1);
    const held = await quiet();
    expect(await quiet()).toBe(held);
    await api.step(1);
    expect(await quiet()).toBe(held + 1);
    await api.resume(1);
    expect(await quiet()).toBeGreaterThan(held + 1);
    await api.cancel(1);
    await done;
    expect(frames.at(-1)!.end).toEqual({ kind: 'cancelled' });
    expect(epochsOf(frames)).toEqual(upTo(epochsOf(frames).length));
    close();
  });

  it('the sink is released after the last frame', async () => {
    const release = vi.fn();
    const sink: FrameSink = Object.assign(() => undefined, { [comlink.releaseProxy]: release });
    await serve(fakeTrain({ epochs: 5 })).start(1, experimentWith(1), 1, sink);
    expect(release).toHaveBeenCalledTimes(1);
  });

  it('a provided dataset reaches the runs that train on it', async () => {
    const given: unknown[] = [];
    const { api, close } = connect(function* (_experiment, _recorder, datasets) {
      yield undefined;
      given.push(...datasets.values());
      return { kind: 'finished' };
    });
    const dataset = { id: 'a', name: 'digits', count: 2, dim: 1 };
    const values = Float64Array.of(0.5, 2);
    const labels = Int32Array.of(0, 1);
    await api.provide({
      ...dataset,
      bytesPerValue: 8,
      values: new Blob([values]),
      labels: new Blob([labels]),
    });
    await api.start(
      1,
      trainingOn('a'),
      1,
      comlink.proxy(() => undefined),
    );
    expect(given).toEqual([{ ...dataset, values, labels }]);
    await api.start(
      2,
      experimentWith(1),
      1,
      comlink.proxy(() => undefined),
    );
    expect(given).toHaveLength(1);
    close();
  });
});
