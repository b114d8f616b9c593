import * as comlink from 'comlink';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { TrainingApi } from '../../src/protocol/commands.ts';
import type { Frame } from '../../src/protocol/frames.ts';
import { WorkerClient, type WorkerLike } from '../../src/engine/worker-client.ts';
import { TrainingService } from '../../workers/training-service.ts';
import { experimentWith, fakeTrain } from '../workers/fake-runs.ts';
import { handTimer } from './fakes.ts';

const nextTask = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const settle = async (): Promise<void> => {
  for (let k = 0; k < 20; k++) await nextTask();
};

const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

/** A port with a service behind it in a Worker's place; `api` overrides what it answers. */
function fakeWorker(api: Partial<TrainingApi> = {}) {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  const service = new TrainingService({
    train: fakeTrain({ epochs: 20 }),
    now: () => 0,
    yieldToMessages: nextTask,
  });
  const bind = <K extends keyof TrainingApi>(name: K): TrainingApi[K] =>
    api[name] ?? (service[name].bind(service) as TrainingApi[K]);
  const names = ['start', 'pause', 'resume', 'step', 'cancel', 'provide', 'ping'] as const;
  comlink.expose(Object.fromEntries(names.map((name) => [name, bind(name)])), port1);
  const terminate = vi.fn(() => port2.close());
  const worker: WorkerLike = Object.assign(port2, { terminate });
  return { worker, terminate, fail: (event: Event) => port2.dispatchEvent(event) };
}

const forEver = (): Promise<never> => new Promise(() => undefined);

describe('a worker client', () => {
  it('brings the frames of a run and resolves after the last', async () => {
    const { worker } = fakeWorker();
    const client = new WorkerClient(worker, () => undefined, handTimer().every);
    const frames: Frame[] = [];
    await client.start(1, experimentWith(1), 1, (frame) => void frames.push(frame));
    expect(frames.flatMap(({ epochs }) => [...epochs])).toHaveLength(20);
    expect(frames.at(-1)!.end).toBeDefined();
  });

  it('passes on commands', async () => {
    const cancel = vi.fn();
    const { worker } = fakeWorker({ cancel });
    new WorkerClient(worker, () => undefined, handTimer().every).cancel(5, Infinity);
    await settle();
    expect(cancel).toHaveBeenCalledExactlyOnceWith(5);
  });

  it.each([
    ['error', 'it could not be loaded or crashed'],
    ['messageerror', 'a message from it could not be read'],
  ])('notices an %s event: ends the worker and says so once', (type, reason) => {
    const { worker, terminate, fail } = fakeWorker();
    const onStopped = vi.fn();
    new WorkerClient(worker, onStopped, handTimer().every);
    fail(new Event(type));
    fail(new Event(type));
    expect(onStopped).toHaveBeenCalledExactlyOnceWith({ reason, kind: 'unstarted' });
    expect(terminate).toHaveBeenCalledTimes(1);
  });

  it('repeats the message of an error event, and knows that the worker had started', async () => {
    const { worker, fail } = fakeWorker();
    const onStopped = vi.fn();
    new WorkerClient(worker, onStopped, handTimer().every);
    await settle();
    fail(Object.assign(new Event('error'), { message: 'out of memory' }));
    expect(onStopped).toHaveBeenCalledExactlyOnceWith({ reason: 'out of memory', kind: 'crashed' });
  });

  it('notices a worker that does not answer for 20 s, and not before', async () => {
    const { worker, terminate } = fakeWorker({ start: forEver, ping: forEver as unknown as () => number });
    const onStopped = vi.fn();
    const timer = handTimer();
    const client = new WorkerClient(worker, onStopped, timer.every);
    void client.start(1, experimentWith(1), 1, () => undefined);
    for (let k = 0; k < 10; k++) {
      timer.beat();
      await settle();
    }
    expect(onStopped).not.toHaveBeenCalled();
    timer.beat();
    expect(onStopped).toHaveBeenCalledExactlyOnceWith({
      reason: 'it did not answer for 20 seconds',
      kind: 'unstarted',
    });
    expect(terminate).toHaveBeenCalledTimes(1);
    expect(timer.beating).toBe(0);
  });

  it('waits as long as it is told for a worker that does not answer', async () => {
    const { worker } = fakeWorker({ start: forEver, ping: forEver as unknown as () => number });
    const onStopped = vi.fn();
    const timer = handTimer();
    const client = new WorkerClient(worker, onStopped, timer.every, 60_000);
    void client.start(1, experimentWith(1), 1, () => undefined);
    for (let k = 0; k < 30; k++) {
      timer.beat();
      await settle();
    }
    expect(onStopped).not.toHaveBeenCalled();
    timer.beat();
    expect(onStopped).toHaveBeenCalledExactlyOnceWith({
      reason: 'it did not answer for 60 seconds',
      kind: 'unstarted',
    });
  });

  it('leaves a worker alone that answers, however long its run takes', async () => {
    const { worker } = fakeWorker({ start: forEver });
    const onStopped = vi.fn();
    const timer = handTimer();
    const client = new WorkerClient(worker, onStopped, timer.every);
    void client.start(1, experimentWith(1), 1, () => undefined);
    for (let k = 0; k < 50; k++) {
      timer.beat();
      await settle();
    }
    expect(onStopped).not.toHaveBeenCalled();
  });

  it('stops a worker that does not hear within the patience that a run is cancelled', async () => {
    const { worker, terminate } = fakeWorker({ start: forEver, cancel: forEver as unknown as () => void });
    const onStopped = vi.fn();
    const timer = handTimer();
    const client = new WorkerClient(worker, onStopped, timer.every);
    await settle();
    client.cancel(1, 1_200);
    client.cancel(2, Infinity);
    for (let look = 0; look < 2; look++) {
      timer.beat();
      await settle();
    }
    expect(onStopped).not.toHaveBeenCalled();
    timer.beat();
    expect(onStopped).toHaveBeenCalledExactlyOnceWith({
      reason: 'it did not answer for 1.2 seconds',
      kind: 'silent',
    });
    expect(terminate).toHaveBeenCalledTimes(1);
    expect(timer.beating).toBe(0);
  });

  it('leaves a worker alone that hears of it', async () => {
    const { worker } = fakeWorker({ start: forEver });
    const onStopped = vi.fn();
    const timer = handTimer();
    const client = new WorkerClient(worker, onStopped, timer.every);
    await settle();
    client.cancel(1, 1_200);
    await settle();
    expect(timer.beating).toBe(0);
    expect(onStopped).not.toHaveBeenCalled();
  });

  it('gives a new worker the time to load its program before it expects it to hear', () => {
    const { worker } = fakeWorker({ start: forEver });
    const onStopped = vi.fn();
    const timer = handTimer();
    const client = new WorkerClient(worker, onStopped, timer.every);
    client.cancel(1, 1_200);
    for (let k = 0; k < 9; k++) timer.beat();
    expect(onStopped).not.toHaveBeenCalled();
  });

  it('has a heartbeat only while it has runs', async () => {
    const { worker } = fakeWorker();
    const timer = handTimer();
    const client = new WorkerClient(worker, () => undefined, timer.every);
    expect(timer.beating).toBe(0);
    const runs = [1, 2].map((run) => client.start(run, experimentWith(1), 1, () => undefined));
    expect(timer.beating).toBe(1);
    await Promise.all(runs);
    expect(timer.beating).toBe(0);
  });

  it('rejects the start of a run that the worker refuses', async () => {
    const { worker } = fakeWorker({ start: () => Promise.reject(new Error('run 1 was started already')) });
    const client = new WorkerClient(worker, () => undefined, handTimer().every);
    await expect(client.start(1, experimentWith(1), 1, () => undefined)).rejects.toThrow('started already');
  });
});
