import * as fake from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStudyKeeper, MOST_STUDIES, newestFirst, type KeptStudy } from '../../src/state/history.ts';

const study = (key: string, at: number): KeptStudy => ({ key, link: `v=1&${key}`, at, curves: [] });

describe('recent studies', () => {
  it('are told apart from an empty list in a browser without a database, and nothing else is wrong', async () => {
    const keeper = createStudyKeeper();
    expect(await keeper.list()).toBeNull();
    await expect(keeper.keep(study('a', 1))).resolves.toBeUndefined();
    await expect(keeper.forget('a')).resolves.toBeUndefined();
    await expect(keeper.forgetAll()).resolves.toBeUndefined();
  });

  it('are listed newest first', () => {
    expect(newestFirst([study('old', 1), study('new', 3), study('older', 0)]).map(({ key }) => key)).toEqual([
      'new',
      'old',
      'older',
    ]);
  });
});

describe('in a browser’s database', () => {
  beforeEach(() => {
    // The wrapper of requests looks at the classes, which are one set for all factories.
    for (const [name, value] of Object.entries(fake)) if (name.startsWith('IDB')) vi.stubGlobal(name, value);
    vi.stubGlobal('indexedDB', new fake.IDBFactory());
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it(`at most ${MOST_STUDIES} are kept, and the oldest go`, async () => {
    const keeper = createStudyKeeper();
    // The first is looked at again, so it is not the oldest.
    await keeper.keep(study('0', 0));
    for (let k = 1; k < MOST_STUDIES; k += 1) await keeper.keep(study(String(k), k));
    await keeper.keep(study('0', 1_000));
    expect(await keeper.list()).toHaveLength(MOST_STUDIES);
    await keeper.keep(study('new', 1_001));
    const keys = (await keeper.list())!.map(({ key }) => key);
    expect(keys).toHaveLength(MOST_STUDIES);
    expect(keys.slice(0, 2)).toEqual(['new', '0']);
    expect(keys).not.toContain('1');
    expect(keys).toContain('2');
  });

  it('they are there again for the next visit, with the picture that was there', async () => {
    const curves = [{ colour: 'ramp-1', dash: '', heights: [0, 1] }];
    await createStudyKeeper().keep({ ...study('a', 1), curves });
    await createStudyKeeper().keep(study('a', 2));
    expect(await createStudyKeeper().list()).toEqual([{ ...study('a', 2), curves }]);
  });

  it('of two that are kept at once the one without a picture does not take the other’s away', async () => {
    const curves = [{ colour: 'ramp-1', dash: '', heights: [0, 1] }];
    const keeper = createStudyKeeper();
    await Promise.all([keeper.keep(study('a', 1)), keeper.keep({ ...study('a', 2), curves })]);
    expect(await keeper.list()).toEqual([{ ...study('a', 2), curves }]);
  });

  it('an open list is told of what is kept and forgotten meanwhile', async () => {
    const keeper = createStudyKeeper();
    const seen: number[] = [];
    const stop = keeper.subscribe(() => void keeper.list().then((all) => seen.push(all!.length)));
    await keeper.keep(study('a', 1));
    await vi.waitFor(() => expect(seen).toEqual([1]));
    await keeper.forget('a');
    await vi.waitFor(() => expect(seen).toEqual([1, 0]));
    stop();
    await keeper.keep(study('b', 2));
    expect(await keeper.list()).toHaveLength(1);
    expect(seen).toEqual([1, 0]);
  });

  it('where there is no room the list is as it was, nothing else is wrong, and the next is kept again', async () => {
    const keeper = createStudyKeeper();
    await keeper.keep(study('old', 1));
    const full = vi.spyOn(fake.IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    });
    await expect(keeper.keep(study('new', 2))).resolves.toBeUndefined();
    expect((await keeper.list())!.map(({ key }) => key)).toEqual(['old']);
    full.mockRestore();
    await keeper.keep(study('newer', 3));
    expect((await keeper.list())!.map(({ key }) => key)).toEqual(['newer', 'old']);
  });
});
