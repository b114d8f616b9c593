import { describe, expect, it } from 'vitest';
import {
  beyond,
  createFileKeeper,
  MOST_KEPT,
  MOST_KEPT_OF_ONE,
  type KeptFiles,
} from '../../src/state/kept-files.ts';

const kept = (key: string, size: number): KeptFiles => ({ key, names: [key], size, at: 0, datasets: [] });

describe('files of before', () => {
  it('make room for new ones, the oldest first', () => {
    const files = [kept('new', MOST_KEPT / 2), kept('old', MOST_KEPT / 4), kept('oldest', MOST_KEPT / 4)];
    expect(beyond(files, 0)).toEqual([]);
    expect(beyond(files, 1)).toEqual(['oldest']);
    expect(beyond(files, MOST_KEPT / 2)).toEqual(['old', 'oldest']);
  });

  it('are none in a browser without a database, and nothing else is wrong', async () => {
    const keeper = createFileKeeper(() => 0);
    expect(await keeper.list()).toEqual([]);
    expect(await keeper.keep([new File(['a,b'], 'a.csv')], 'd')).toMatch(
      /keeps no files here: open a\.csv again/,
    );
    expect(await keeper.open('x')).toBeNull();
    await keeper.forget('x');
    await expect(keeper.forgetAll()).resolves.toBeUndefined();
  });

  it('are not kept when they are too large', async () => {
    const large = { name: 'large.csv', size: MOST_KEPT_OF_ONE + 1 } as File;
    expect(await createFileKeeper(() => 0).keep([large], 'd')).toMatch(/^large\.csv is too large/);
  });
});
