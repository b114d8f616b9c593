import { interpolateLab } from 'd3-interpolate';
import { expect, it } from 'vitest';
import { parseRgb } from '../../../src/charts/scales/colours.ts';
import { throughLab } from '../../../src/charts/scales/lab.ts';
import type { Rgb } from '../../../src/charts/scales/rgb.ts';
import { colour } from '../theme-colours.ts';

const css = ([r, g, b]: Rgb): string => `rgb(${r}, ${g}, ${b})`;
const SHARES = Array.from({ length: 65 }, (_, k) => k / 64);

it('goes through Lab as D3 does, to the channel, in the colours of both themes and in pure ones', () => {
  const themes = (['light', 'dark'] as const).flatMap((theme) => [
    [colour(theme, 'sign-negative'), colour(theme, 'sign-zero')] as const,
    [colour(theme, 'sign-zero'), colour(theme, 'sign-positive')] as const,
  ]);
  const pure = [
    [
      [0, 0, 0],
      [255, 255, 255],
    ],
    [
      [255, 0, 0],
      [0, 0, 255],
    ],
    [
      [0, 255, 0],
      [3, 2, 1],
    ],
  ] as const satisfies readonly (readonly [Rgb, Rgb])[];
  for (const [from, to] of [...themes, ...pure]) {
    const known = interpolateLab(css(from), css(to));
    const own = throughLab(from, to);
    for (const share of SHARES) {
      const [expected, found] = [parseRgb(known(share)), own(share)];
      // A half may round to either side.
      for (const k of [0, 1, 2] as const) expect(Math.abs(found[k] - expected[k])).toBeLessThanOrEqual(1);
    }
    expect([own(0), own(1)]).toEqual([from, to]);
  }
});
