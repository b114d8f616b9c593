import { describe, expect, it } from 'vitest';
import { drawPicture } from '../../../scripts/write-preset-pictures.ts';
import { PRESET_PICTURES } from '../../../src/settings/preset-pictures.ts';
import { PRESETS } from '../../../src/settings/presets.ts';
import { pictureOf, pictureText } from '../../../src/settings/presets/picture.ts';

/** Presets whose first run takes well under a second. */
const CHEAP = [
  'first',
  'kou-1',
  'kou-1-small',
  'kou-4-leaky',
  'kou-4-relu',
  'frei-xor-low',
  'meng-0.5',
  'figure-kou-1',
];

/** Curves of a preset's picture: one for each value of its first axis. */
const curvesOf = (id: string): number =>
  PRESETS.find((preset) => preset.id === id)!.axes?.[0]?.values.length ?? 1;

describe('pictures of presets', () => {
  it.each(PRESETS.map(({ id }) => id))('%s has one of 24 points a curve, in the unit square', (id) => {
    const curves = pictureOf(id);
    expect(curves.length).toBe(curvesOf(id));
    for (const { points } of curves) {
      expect(points).toHaveLength(24);
      expect(points[0]![0]).toBe(0);
      expect(points.at(-1)![0]).toBe(1);
      for (const [, y] of points) expect(y >= 0 && y <= 1).toBe(true);
    }
  });

  it.each(CHEAP)('%s is what its preset records (npm run docs:presets)', (id) => {
    const preset = PRESETS.find((each) => each.id === id)!;
    expect(drawPicture(preset)).toEqual(PRESET_PICTURES[id]);
  });

  it('keep heights to a 255th', () => {
    expect(pictureText([0, 0.5, 1])).toBe('0080ff');
  });

  it('are empty for what has none', () => {
    expect(pictureOf('no-such-preset')).toEqual([]);
  });
});
