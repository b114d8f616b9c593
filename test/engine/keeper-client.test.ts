import { MessageChannel } from 'node:worker_threads';
import * as comlink from 'comlink';
import { expect, it } from 'vitest';
import type { FileKeeper } from '../../src/engine/files/keeper-api.ts';
import { createKeeperClient } from '../../src/engine/keeper-client.ts';

it('files are kept in a worker, as it says', async () => {
  const keeper: Partial<FileKeeper> = {
    list: () => Promise.resolve([]),
    forget: (key) => Promise.resolve(key),
  };
  const { port1, port2 } = new MessageChannel();
  comlink.expose(keeper, port1 as unknown as comlink.Endpoint);
  const client = createKeeperClient(() => Object.assign(port2, { terminate: () => undefined }) as never);
  expect(await client.list()).toEqual([]);
  expect(await client.forget('x')).toBe('x');
  port1.close();
});

it('where no worker can be started nothing is kept, and that is said', async () => {
  const client = createKeeperClient(() => {
    throw new Error('blocked');
  });
  expect(await client.list()).toEqual([]);
  expect(await client.open('x')).toBeNull();
  expect(await client.keep([new File([], 'a.csv')], 'd', 0)).toMatch(
    /keeps no files here: open a\.csv again/,
  );
  expect(await client.forget('x')).toMatch(/did not let/);
  expect(await client.forgetAll()).toMatch(/did not let/);
});
