import { describe, expect, it } from 'vitest';
import type { FrameSink } from '../../src/protocol/commands.ts';
import type { Frame, RunEnd, RunId } from '../../src/protocol/frames.ts';
import type { SealedDataset } from '../../src/protocol/sealed-dataset.ts';
import { WorkerPool, type Job } from '../../src/engine/pool.ts';
import type { Stop, TrainingClient } from '../../src/engine/worker-client.ts';
import { experimentWith } from '../workers/fake-runs.ts';
import { frameWith } from './fakes.ts';

const FINISHED: RunEnd = { kind: 'outcome', outcome: { kind: 'finished' }, fingerprint: '00' };

/** A client that notes what it is asked; a test answers in the worker's place. */
class FakeClient implements TrainingClient {
  readonly sinks = new Map<RunId, FrameSink>();
  readonly told: string[] = [];
  readonly datasets: string[] = [];
  readonly #onStopped: (stop: Stop) => void;
  readonly patience: number[] = [];

  constructor(onStopped: (stop: Stop) => void) {
    this.#onStopped = onStopped;
  }

  start(run: RunId, _experiment: unknown, _siblings: number, sink: FrameSink): Promise<void> {
    this.sinks.set(run, sink);
    this.told.push(`start ${run}`);
    return new Promise(() => undefined);
  }

  tell(command: string, run: RunId): void {
    this.told.push(`${command} ${run}`);
  }

  cancel(run: RunId, patience: number): void {
    this.told.push(`cancel ${run}`);
    this.patience.push(patience);
  }

  provide(dataset: SealedDataset): void {
    this.datasets.push(dataset.id);
  }

  terminate(): void {
    this.told.push('terminate');
  }

  crash(kind: Stop['kind'] = 'crashed'): void {
    this.#onStopped({ reason: 'out of memory', kind });
  }

  send(frame: Frame): void {
    void this.sinks.get(frame.run)!(frame);
  }
}

function createPool(size: number) {
  const clients: FakeClient[] = [];
  const pool = new WorkerPool((onStopped) => {
    const client = new FakeClient(onStopped);
    clients.push(client);
    return client;
  }, size);
  const taken: Frame[] = [];
  const restarted: RunId[] = [];
  const start = (run: RunId): void => {
    const job: Job = {
      run,
      experiment: experimentWith(run),
      siblings: 1,
      take: (frame) => void taken.push(frame),
      restarted: () => void restarted.push(run),
    };
    pool.start(job);
  };
  return { pool, clients, taken, restarted, start };
}

const dataset = (id: string): SealedDataset => ({
  id,
  name: id,
  count: 1,
  dim: 1,
  bytesPerValue: 1,
  values: new Blob([Uint8Array.of(0)]),
  labels: new Blob([Int32Array.of(0)]),
});

describe('a pool', () => {
  it('makes workers when there is work for them, at most so many as asked', () => {
    const { clients, start } = createPool(3);
    expect(clients).toHaveLength(0);
    for (const run of [1, 2, 3, 4, 5]) start(run);
    expect(clients.map(({ told }) => told)).toEqual([
      ['start 1', 'start 4'],
      ['start 2', 'start 5'],
      ['start 3'],
    ]);
  });

  it('gives a new run to the worker with the fewest, and uses an idle one before it makes another', () => {
    const { clients, start } = createPool(2);
    for (const run of [1, 2, 3]) start(run);
    clients[0]!.send(frameWith(1, { to: 1, end: FINISHED }));
    clients[0]!.send(frameWith(3, { to: 1, end: FINISHED }));
    start(4);
    start(5);
    expect(clients[0]!.told.slice(2)).toEqual(['start 4', 'start 5']);
    expect(clients).toHaveLength(2);

    const other = createPool(4);
    other.start(1);
    other.clients[0]!.send(frameWith(1, { to: 1, end: FINISHED }));
    other.start(2);
    expect(other.clients).toHaveLength(1);
  });

  it('gives the runs of one batch after another to the same workers in the same order', () => {
    const { clients, start } = createPool(2);
    for (const batch of [0, 10, 20]) {
      for (const run of [1, 2, 3]) start(batch + run);
      for (const run of [1, 2, 3]) {
        const client = clients.find(({ sinks }) => sinks.has(batch + run))!;
        client.send(frameWith(batch + run, { to: 1, end: FINISHED }));
      }
    }
    expect(clients.map(({ sinks }) => [...sinks.keys()])).toEqual([
      [1, 3, 11, 13, 21, 23],
      [2, 12, 22],
    ]);
  });

  it('spreads runs evenly: no worker has two more than another', () => {
    for (const size of [1, 2, 3, 4, 7, 16]) {
      const { clients, start } = createPool(size);
      for (let run = 1; run <= 10; run++) {
        start(run);
        const loads = clients.map(({ sinks }) => sinks.size);
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
      }
      expect(clients).toHaveLength(Math.min(size, 10));
    }
  });

  it('lets a worker that has none left take over a run that another has not begun', () => {
    const { pool, clients, taken, start } = createPool(2);
    for (const run of [1, 2, 3, 5, 7]) start(run);
    clients[0]!.send(frameWith(1, { to: 1 }));
    pool.pause(7);
    clients[1]!.send(frameWith(2, { to: 1, end: FINISHED }));
    clients[1]!.send(frameWith(5, { to: 1, end: FINISHED }));
    expect(clients[0]!.told).toEqual(['start 1', 'start 3', 'start 7', 'pause 7', 'cancel 7']);
    expect(clients[1]!.told).toEqual(['start 2', 'start 5', 'start 7', 'pause 7']);
    const before = taken.length;
    clients[0]!.send(frameWith(7, { end: { kind: 'cancelled' } }));
    expect(taken).toHaveLength(before);
    clients[1]!.send(frameWith(7, { to: 1, end: FINISHED }));
    clients[0]!.send(frameWith(1, { end: FINISHED }));
    expect(taken.map(({ run }) => run)).toEqual([1, 2, 5, 7, 1]);
    // Run 3 alone is left, and it went over when 7 ended.
    expect(clients[1]!.told.at(-1)).toBe('start 3');
  });

  it('has one worker where the machine has one thread', () => {
    const { clients, start } = createPool(0);
    start(1);
    start(2);
    expect(clients).toHaveLength(1);
  });

  it('passes commands to the worker that has the run, and ignores runs that ended', () => {
    const { pool, clients, start } = createPool(2);
    start(1);
    start(2);
    pool.pause(2);
    pool.step(2);
    pool.resume(2);
    pool.cancel(2);
    expect(clients[1]!.told).toEqual(['start 2', 'pause 2', 'step 2', 'resume 2', 'cancel 2']);
    clients[1]!.send(frameWith(2, { end: { kind: 'cancelled' } }));
    pool.cancel(2);
    expect(clients[1]!.told).toHaveLength(5);
    expect(clients[0]!.told).toEqual(['start 1']);
  });

  it('replaces a worker that stopped, and starts its unfinished runs again from the beginning', () => {
    const { clients, taken, restarted, start } = createPool(1);
    for (const run of [1, 2, 3]) start(run);
    clients[0]!.send(frameWith(1, { to: 5, end: FINISHED }));
    clients[0]!.send(frameWith(2, { to: 2 }));
    clients[0]!.crash();
    expect(restarted).toEqual([2, 3]);
    expect(clients).toHaveLength(2);
    expect(clients[1]!.told).toEqual(['start 2', 'start 3']);

    clients[1]!.send(frameWith(2, { to: 5, end: FINISHED }));
    expect(taken.map(({ run, epochs }) => [run, epochs.length])).toEqual([
      [1, 5],
      [2, 2],
      [2, 5],
    ]);
  });

  it('drops what still arrives from a worker that stopped', () => {
    const { clients, taken, start } = createPool(1);
    start(1);
    clients[0]!.crash();
    clients[0]!.send(frameWith(1, { to: 3, end: FINISHED }));
    expect(taken).toEqual([]);
    clients[1]!.send(frameWith(1, { to: 3, end: FINISHED }));
    expect(taken).toHaveLength(1);
  });

  it('gives a run up whose worker stops a second time, with a message', () => {
    const { clients, taken, restarted, start } = createPool(1);
    start(1);
    clients[0]!.crash();
    clients[1]!.crash();
    expect(restarted).toEqual([1]);
    expect(taken.map(({ end }) => end)).toEqual([
      { kind: 'failed', message: 'its worker stopped again after it was replaced: out of memory' },
    ]);
    start(2);
    clients[2]!.send(frameWith(2, { to: 1, end: FINISHED }));
    expect(taken.at(-1)!.run).toBe(2);
  });

  it('does not start a cancelled run again, but ends it', () => {
    const { pool, clients, taken, restarted, start } = createPool(1);
    start(1);
    pool.cancel(1);
    clients[0]!.crash();
    expect(restarted).toEqual([]);
    expect(taken.map(({ end }) => end)).toEqual([{ kind: 'cancelled' }]);
    expect(clients).toHaveLength(1);
  });

  it('keeps a paused run paused when it is started again', () => {
    const { pool, clients, start } = createPool(1);
    start(1);
    pool.pause(1);
    clients[0]!.crash();
    expect(clients[1]!.told).toEqual(['start 1', 'pause 1']);
  });

  it('hands datasets to the workers it has and to those it makes later', () => {
    const { pool, clients, start } = createPool(2);
    pool.provide(dataset('a'));
    start(1);
    pool.provide(dataset('b'));
    start(2);
    clients[0]!.crash();
    expect(clients.map(({ datasets }) => datasets)).toEqual([
      ['a', 'b'],
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });

  it('says of a run that it failed when no worker can be made', () => {
    const taken: Frame[] = [];
    const pool = new WorkerPool(() => {
      throw new Error('blocked by the page’s policy');
    }, 2);
    pool.start({
      run: 1,
      experiment: experimentWith(1),
      siblings: 1,
      take: (frame) => void taken.push(frame),
      restarted: () => undefined,
    });
    expect(taken.map(({ end }) => end)).toEqual([
      {
        kind: 'failed',
        message: expect.stringMatching(
          /^no worker could be started.*\(blocked by the page’s policy\).*reload/,
        ) as string,
      },
    ]);
  });

  it('says of runs whose workers never answered that none could be started, and tries anew when asked again', () => {
    const { clients, taken, start } = createPool(1);
    start(1);
    clients[0]!.crash('unstarted');
    clients[1]!.crash('unstarted');
    expect(taken.map(({ end }) => end)).toEqual([
      { kind: 'failed', message: expect.stringMatching(/^no worker could be started/) as string },
    ]);
    start(2);
    expect(clients[2]!.told).toEqual(['start 2']);
  });

  it('ends what was cancelled on a silent worker, so that what is wanted now gets another', () => {
    const { pool, clients, taken, start } = createPool(1);
    start(1);
    pool.cancel(1);
    expect(clients[0]!.patience).toEqual([1_200]);
    clients[0]!.crash('silent');
    expect(taken.map(({ end }) => end)).toEqual([{ kind: 'cancelled' }]);
    start(2);
    expect(clients[1]!.told).toEqual(['start 2']);
  });

  it('has twice the patience after each worker that it gave up, until a run is whole', () => {
    const { pool, clients, start } = createPool(1);
    for (const run of [1, 2, 3, 4, 5, 6, 7]) {
      start(run);
      pool.cancel(run);
      clients[run - 1]!.crash('silent');
    }
    expect(clients.map(({ patience }) => patience[0])).toEqual([
      1_200, 2_400, 4_800, 9_600, 19_200, 20_000, 20_000,
    ]);
    start(8);
    clients[7]!.send(frameWith(8, { to: 1, end: FINISHED }));
    start(9);
    pool.cancel(9);
    expect(clients[7]!.patience).toEqual([1_200]);
  });

  it('is in no hurry with a worker from which it only takes over a run', () => {
    const { clients, start } = createPool(2);
    for (const run of [1, 2, 3]) start(run);
    clients[1]!.send(frameWith(2, { to: 1, end: FINISHED }));
    expect(clients[0]!.told.at(-1)).toBe('cancel 3');
    expect(clients[0]!.patience).toEqual([Infinity]);
  });

  it('ends all workers when it is disposed of, and takes no more frames', () => {
    const { pool, clients, taken, start } = createPool(2);
    start(1);
    start(2);
    pool.dispose();
    expect(clients.map(({ told }) => told.at(-1))).toEqual(['terminate', 'terminate']);
    clients[0]!.send(frameWith(1, { to: 1, end: FINISHED }));
    expect(taken).toEqual([]);
  });
});
