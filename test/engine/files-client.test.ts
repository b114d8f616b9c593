import { MessageChannel } from 'node:worker_threads';
import * as comlink from 'comlink';
import { describe, expect, it } from 'vitest';
import { FilesClient } from '../../src/engine/files-client.ts';
import type { Answer, FilesApi } from '../../src/engine/files/conversation-api.ts';

const HALF: Answer = { kind: 'half', has: 'images', name: 'a', count: 3 };

/** A client whose workers are `api` behind a channel, and whose clock is called by hand. */
function started(api: Partial<FilesApi>) {
  const timers: (() => void)[] = [];
  let ended = 0;
  const client = new FilesClient(
    () => {
      const { port1, port2 } = new MessageChannel();
      comlink.expose(api, port1 as unknown as comlink.Endpoint);
      const terminate = (): void => {
        ended++;
        port1.close();
      };
      return Object.assign(port2, { terminate }) as never;
    },
    (callback) => timers.push(callback),
  );
  return { client, timers, ended: () => ended };
}

const read = (client: FilesClient) => client.read([], [], {}, () => undefined);

describe('FilesClient', () => {
  it('gives the worker’s answer', async () => {
    const { client } = started({ read: () => Promise.resolve(HALF) });
    expect(await read(client)).toEqual(HALF);
    client.close();
  });

  it('ends a worker that does not hear in time that its reading is cancelled', async () => {
    const { client, timers, ended } = started({
      read: () => new Promise(() => undefined),
      cancel: () => undefined,
    });
    const reading = read(client);
    await new Promise((resolve) => setTimeout(resolve, 20));
    client.cancel();
    expect(ended()).toBe(0);
    timers.forEach((late) => late());
    await expect(reading).rejects.toMatchObject({ cancelled: true });
    expect(ended()).toBe(1);
  });

  it('lets the next reading be: the patience was for the one that was cancelled', async () => {
    let answer: (half: Answer) => void = () => undefined;
    const { client, timers, ended } = started({
      read: () => new Promise((resolve) => (answer = resolve)),
      cancel: () => answer(HALF),
    });
    const cancelled = read(client);
    await new Promise((resolve) => setTimeout(resolve, 20));
    client.cancel();
    await cancelled;
    const next = read(client);
    await new Promise((resolve) => setTimeout(resolve, 20));
    timers.forEach((late) => late());
    expect(ended()).toBe(0);
    answer(HALF);
    expect(await next).toEqual(HALF);
    client.close();
  });

  it('makes the next worker when it is wanted', async () => {
    const { client, ended } = started({ read: () => Promise.resolve(HALF) });
    await read(client);
    client.close();
    expect(ended()).toBe(1);
    expect(await read(client)).toEqual(HALF);
    client.close();
  });

  it('tells what went wrong in the worker', async () => {
    const { client } = started({ read: () => Promise.reject(new Error('out of memory')) });
    await expect(read(client)).rejects.toMatchObject({ message: 'out of memory', cancelled: false });
    client.close();
  });
});
