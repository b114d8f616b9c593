import { describe, expect, it } from 'vitest';
import { createStudyKeeper, newestFirst, type KeptStudy } from '../../src/state/history.ts';

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
