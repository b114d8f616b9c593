import * as fake from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { KeptFiles } from '../../../src/engine/files/keeper-api.ts';
import {
  beyond,
  createFileKeeper,
  MOST_KEPT,
  MOST_KEPT_OF_ONE,
} from '../../../src/engine/files/kept-files.ts';

const csv = (text: string, name = 'a.csv'): File => new File([text], name);

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** A browser with this database. The wrapper of requests looks at the classes, which are one set for all factories. */
function withDatabase(factory: unknown): void {
  for (const [name, value] of Object.entries(fake)) if (name.startsWith('IDB')) vi.stubGlobal(name, value);
  vi.stubGlobal('indexedDB', factory);
}

describe('files of before', () => {
  beforeEach(() => withDatabase(new fake.IDBFactory()));

  it('are listed, the newest first, and opened as they were', async () => {
    const keeper = createFileKeeper();
    expect(await keeper.keep([csv('a,b\n1,0'), csv('c', 'c.csv')], 'd1', 1)).toBeNull();
    expect(await keeper.keep([csv('x', 'x.csv')], 'd2', 2)).toBeNull();
    // As after a reload.
    const [x, pair] = await createFileKeeper().list();
    expect(x).toMatchObject({ names: ['x.csv'], size: 1, at: 2, datasets: ['d2'] });
    expect(pair).toMatchObject({ names: ['a.csv', 'c.csv'], size: 8 });
    const files = (await createFileKeeper().open(pair!.key))!;
    expect(files.map(({ name }) => name)).toEqual(['a.csv', 'c.csv']);
    expect(await Promise.all(files.map((file) => file.text()))).toEqual(['a,b\n1,0', 'c']);
  });

  it('are known by their content, on pages from plain http too: names may be the same', async () => {
    vi.stubGlobal('crypto', { getRandomValues: () => undefined });
    const keeper = createFileKeeper();
    await keeper.keep([csv('1')], 'd1', 1);
    await keeper.keep([csv('2')], 'd2', 2);
    await keeper.keep([csv('1')], 'd3', 3);
    const kept = await keeper.list();
    expect(kept.map(({ datasets }) => datasets)).toEqual([['d1', 'd3'], ['d2']]);
    // SHA-256 of "1", as `printf 1 | sha256sum` has it: files kept by earlier versions stay the same.
    expect(kept[0]!.key).toBe('6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b');
  });

  it('are forgotten one by one and all at once', async () => {
    const keeper = createFileKeeper();
    for (const text of ['1', '2', '3']) await keeper.keep([csv(text)], 'd', Number(text));
    const [newest] = await keeper.list();
    expect(await keeper.forget(newest!.key)).toBeNull();
    expect(await keeper.open(newest!.key)).toBeNull();
    expect((await keeper.list()).map(({ at }) => at)).toEqual([2, 1]);
    // Another tab has them open, which does not hold this up.
    const other = createFileKeeper();
    await other.list();
    expect(await keeper.forgetAll()).toBeNull();
    expect(await other.list()).toEqual([]);
  });

  it('stay where there is no room for more, and the person is told', async () => {
    const keeper = createFileKeeper();
    await keeper.keep([csv('1')], 'd', 1);
    vi.spyOn(fake.IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await keeper.keep([csv('2', 'b.csv')], 'd', 2)).toBe(
      'There is no room in this browser to keep b.csv: open it again after a reload.',
    );
    expect(await keeper.list()).toHaveLength(1);
  });

  it('that changed on the disk meanwhile are not kept, and the person is told', async () => {
    const changed = Object.assign(csv('1'), {
      arrayBuffer: () => Promise.reject(new DOMException('changed', 'NotReadableError')),
    });
    expect(await createFileKeeper().keep([changed], 'd', 1)).toBe(
      'a.csv could not be kept in this browser: open it again after a reload.',
    );
  });

  it('that the browser does not let go are said to be there still', async () => {
    const keeper = createFileKeeper();
    await keeper.keep([csv('1')], 'd', 1);
    for (const name of ['delete', 'clear'] as const) {
      vi.spyOn(fake.IDBObjectStore.prototype, name).mockImplementation(() => {
        throw new DOMException('no', 'UnknownError');
      });
    }
    expect(await keeper.forget('x')).toMatch(/did not let them be forgotten/);
    expect(await keeper.forgetAll()).toMatch(/did not let them be forgotten/);
  });
});

describe('a browser without a database', () => {
  const refusing = {
    open: () => {
      const request = new EventTarget();
      queueMicrotask(() => request.dispatchEvent(new Event('error')));
      return Object.assign(request, { error: new DOMException('private', 'InvalidStateError') });
    },
  };
  const throwing = {
    open: () => {
      throw new DOMException('denied', 'SecurityError');
    },
  };

  it.each([
    ['has none', undefined],
    ['breaks off when it is opened', refusing],
    ['denies it', throwing],
  ])('(%s) keeps nothing, and nothing else is wrong', async (_what, factory) => {
    withDatabase(factory);
    const keeper = createFileKeeper();
    expect(await keeper.list()).toEqual([]);
    expect(await keeper.keep([csv('a,b')], 'd', 0)).toMatch(/keeps no files here: open a\.csv again/);
    expect(await keeper.open('x')).toBeNull();
    expect(await keeper.forget('x')).toBeNull();
    expect(await keeper.forgetAll()).toBeNull();
  });
});

describe('room', () => {
  const kept = (key: string, size: number): KeptFiles => ({ key, names: [key], size, at: 0, datasets: [] });

  it('is made for new ones by the oldest', () => {
    const files = [kept('new', MOST_KEPT / 2), kept('old', MOST_KEPT / 4), kept('oldest', MOST_KEPT / 4)];
    expect(beyond(files, 0)).toEqual([]);
    expect(beyond(files, 1)).toEqual(['oldest']);
    expect(beyond(files, MOST_KEPT / 2)).toEqual(['old', 'oldest']);
  });

  it('is not for what is too large', async () => {
    const large = { name: 'large.csv', size: MOST_KEPT_OF_ONE + 1 } as File;
    expect(await createFileKeeper().keep([large], 'd', 0)).toMatch(/^large\.csv is too large/);
  });
});
