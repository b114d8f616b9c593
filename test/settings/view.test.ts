import { expect, test } from 'vitest';
import { DEFAULT_VIEW, looksOf, VIEW, VIEW_NAMES, viewOfPreset } from '../../src/settings/view.ts';

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

test('A slice is two directions joined by a point, or the usual one', () => {
  for (const pair of ['', 'v.u', 'mu.mu2', 'c1.c2', 's2.s1', 'x1.x4999'])
    expect(pair).toMatch(VIEW.slice.pattern);
  for (const pair of ['v', 'v.u.v', 'c3.c1', 'x0.x1', 'x10000.v', 'V.U', 'v,u']) {
    expect(pair).not.toMatch(VIEW.slice.pattern);
  }
  expect('x4999.x5000'.length).toBeLessThanOrEqual(VIEW.slice.maxLength);
});
