import { describe, expect, it } from 'vitest';
import {
  divergingRamp,
  mixed,
  mixedRamp,
  packed,
  packedRamp,
  parseRgb,
} from '../../../src/charts/scales/colours.ts';
import type { Rgb } from '../../../src/charts/scales/rgb.ts';
import { colour, contrast, distance, linear, luminance } from '../theme-colours.ts';

const encoded = (light: number): number => {
  const c = Math.min(1, Math.max(0, light));
  return 255 * (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055);
};
/** Dichromatic vision on linear RGB (Machado, Oliveira and Fernandes 2009, severity 1). */
const VISIONS = {
  usual: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;
const seen = (rgb: Rgb, vision: keyof typeof VISIONS): Rgb => {
  const light = rgb.map(linear);
  const m = VISIONS[vision];
  const channel = (k: 0 | 1 | 2): number =>
    Math.round(encoded(m[3 * k]! * light[0]! + m[3 * k + 1]! * light[1]! + m[3 * k + 2]! * light[2]!));
  return [channel(0), channel(1), channel(2)];
};

for (const theme of ['light', 'dark'] as const) {
  describe(`signs in the ${theme} theme`, () => {
    const ends = {
      negative: colour(theme, 'sign-negative'),
      zero: colour(theme, 'sign-zero'),
      positive: colour(theme, 'sign-positive'),
    };
    const ramp = divergingRamp(ends);
    const at = (unit: number): Rgb => parseRgb(ramp(unit));

    it('are told apart in grey: lightness goes one way from end to end, through a middle grey', () => {
      const lights = Array.from({ length: 21 }, (_, k) => luminance(at(k / 20)));
      const ascending = lights[20]! > lights[0]!;
      for (let k = 1; k < lights.length; k++) expect(lights[k]! > lights[k - 1]!).toBe(ascending);
      const [r, g, b] = at(0.5);
      expect(Math.max(r, g, b) - Math.min(r, g, b)).toBeLessThanOrEqual(2);
      // Non-text contrast of WCAG 2.2 between the signs; each is seen to differ from zero.
      expect(contrast(ends.negative, ends.positive)).toBeGreaterThan(3);
      expect(contrast(ends.zero, ends.positive)).toBeGreaterThan(1.6);
      expect(contrast(ends.zero, ends.negative)).toBeGreaterThan(1.6);
    });

    it('with the whole scale are seen on the card: positive values and zero at 3 to 1, negative ones at all', () => {
      const card = colour(theme, 'card');
      expect(contrast(ends.positive, card)).toBeGreaterThan(3);
      expect(contrast(ends.zero, card)).toBeGreaterThan(3);
      expect(distance(ends.negative, card)).toBeGreaterThan(25);
    });

    for (const vision of Object.keys(VISIONS) as (keyof typeof VISIONS)[]) {
      it(`and zero are told apart by ${vision === 'usual' ? 'usual vision' : vision}`, () => {
        const [negative, zero, positive] = [ends.negative, ends.zero, ends.positive].map((c) =>
          seen(c, vision),
        ) as [Rgb, Rgb, Rgb];
        expect(distance(negative, positive)).toBeGreaterThan(40);
        expect(distance(negative, zero)).toBeGreaterThan(20);
        expect(distance(zero, positive)).toBeGreaterThan(20);
      });
    }

    it('have hues apart from those of the classes', () => {
      for (const sign of [ends.negative, ends.positive])
        for (const name of ['positive', 'negative'])
          expect(distance(sign, colour(theme, name))).toBeGreaterThan(35);
    });
  });

  it(`classes are told apart by every vision in the ${theme} theme`, () => {
    for (const vision of Object.keys(VISIONS) as (keyof typeof VISIONS)[]) {
      const [a, b] = [colour(theme, 'positive'), colour(theme, 'negative')];
      expect(distance(seen(a, vision), seen(b, vision))).toBeGreaterThan(25);
    }
  });
}

it('packedRamp has its centre on a colour of its own', () => {
  const ramp = packedRamp(
    divergingRamp({ negative: [0, 0, 0], zero: [128, 128, 128], positive: [255, 255, 255] }),
  );
  expect(ramp.length % 2).toBe(1);
  expect(ramp[(ramp.length - 1) / 2]).toBe(packed([128, 128, 128]));
});

it('packed lies in memory as red, green, blue, opaque', () => {
  const bytes = new Uint8Array(Uint32Array.of(packed([1, 2, 3])).buffer);
  expect([...bytes]).toEqual([1, 2, 3, 255]);
});

it('mixed goes from the first colour to the second', () => {
  expect(mixed([10, 100, 200], [100, 0, 50], 0)).toEqual([10, 100, 200]);
  expect(mixed([10, 100, 200], [90, 0, 100], 0.25)).toEqual([30, 75, 175]);
  expect(mixed([10, 100, 200], [90, 0, 100], 1)).toEqual([90, 0, 100]);
});

it('mixedRamp goes the same way in 257 packed colours', () => {
  const ramp = mixedRamp([10, 100, 200], [90, 0, 100]);
  expect(ramp).toHaveLength(257);
  expect([ramp[0], ramp[64], ramp[256]]).toEqual(
    (
      [
        [10, 100, 200],
        [30, 75, 175],
        [90, 0, 100],
      ] as const
    ).map(packed),
  );
});

it('what is no colour is read as black', () => {
  expect(parseRgb('rgb(1, 2, 3)')).toEqual([1, 2, 3]);
  expect(parseRgb('')).toEqual([0, 0, 0]);
});
