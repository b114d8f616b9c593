import { expect, test } from 'vitest';
import { DEFAULT_VIEW, looksOf, VIEW_NAMES, viewOfPreset } from '../../src/settings/view.ts';

test('The page’s state has every key of the view’s table but the playhead and what fills the screen', () => {
  const elsewhere = ['epoch', 'enlarged', 'lecture'];
  const looks = Object.keys(looksOf({ ...DEFAULT_VIEW, timeAxis: 'log' }));
  expect(looks).toEqual(VIEW_NAMES.filter((name) => !elsewhere.includes(name)));
});

test('A preset brings its own view and the defaults, and leaves what stays as its person has it', () => {
  const view = viewOfPreset({ timeAxis: 'log' });
  expect(view).toMatchObject({ timeAxis: 'log', stableRankAxis: 'linear', headline: 'mean', run: 0 });
  for (const stays of ['band', 'enlarged', 'epoch', 'fileNames', 'fileSizes', 'lecture']) {
    expect(view).not.toHaveProperty(stays);
  }
});
