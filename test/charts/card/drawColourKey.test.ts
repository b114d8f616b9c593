import { expect, it } from 'vitest';
import { drawColourKey } from '../../../src/charts/card/drawColourKey.ts';
import type { ColourKey } from '../../../src/charts/card/picture.ts';
import { countScale } from '../../../src/charts/matrix/scale.ts';
import { recordingContext } from '../recorder.ts';

const palette = { rgb: () => [1, 2, 3] as const, css: (name: string) => name, pixelRatio: 1 };
const hatched = {
  label: 'stays on its kink',
  colours: [
    [
      [9, 9, 9],
      [1, 1, 1],
    ],
  ],
} as const;

it.each<[string, ColourKey]>([
  ['swatches', { kind: 'swatches', hatched, entries: [{ label: 'fires', colours: [[1, 1, 1]] }] }],
  ['a scale', { kind: 'scale', hatched, scale: countScale(99), ramp: () => 'grey', format: String }],
])('what stripes mean stands beside %s, within the width of a column', (_, key) => {
  const { context, texts, calls } = recordingContext();
  const fonts = { sans: 'sans', serif: 'serif' };
  const surface = { context, palette, em: 9, fonts, bitmap: () => ({}) as CanvasImageSource };
  drawColourKey(surface, key, 312);
  const { text, x } = texts.at(-1)!;
  expect(text).toBe('stays on its kink');
  expect(x).toBeGreaterThan(Math.max(...texts.slice(0, -1).map((other) => other.x)));
  expect(x + 7 * text.length).toBeLessThanOrEqual(312);
  // Three stripes, none of them outside of the square.
  const [left, top, side] = calls
    .filter((call) => call.startsWith('fillRect'))
    .at(-1)!
    .split(' ')
    .slice(1)
    .map(Number);
  expect(calls.filter((call) => call.startsWith('fill '))).toHaveLength(3);
  for (const call of calls.filter((one) => /^(moveTo|lineTo) /.test(one))) {
    const [right, down] = call.split(' ').slice(1).map(Number);
    for (const along of [right! - left!, down! - top!]) {
      expect(along).toBeGreaterThanOrEqual(-1e-9);
      expect(along).toBeLessThanOrEqual(side! + 1e-9);
    }
  }
});
