import { describe, expect, it } from 'vitest';
import { divergingRamp, mixed, packed, packedRamp, parseRgb } from '../../src/charts/colours.ts';

describe('divergingRamp', () => {
  for (const [theme, card] of [
    ['light', [255, 255, 255]],
    ['dark', [25, 29, 33]],
  ] as const) {
    it(`is the card itself at zero in the ${theme} theme, orange below and blue above`, () => {
      const ramp = divergingRamp(card);
      // Rounding of the way through Lab and back.
      parseRgb(ramp(0.5)).forEach((channel, k) =>
        expect(Math.abs(channel - card[k]!)).toBeLessThanOrEqual(1),
      );
      for (const unit of [0, 0.1, 0.25, 0.4]) {
        const [red, , blue] = parseRgb(ramp(unit));
        expect(red).toBeGreaterThan(blue);
      }
      for (const unit of [0.6, 0.75, 0.9, 1]) {
        const [red, , blue] = parseRgb(ramp(unit));
        expect(blue).toBeGreaterThan(red);
      }
    });
  }

  it('has its centre on a colour of its own when packed', () => {
    const ramp = packedRamp(divergingRamp([255, 255, 255]));
    expect(ramp.length % 2).toBe(1);
    expect(ramp[(ramp.length - 1) / 2]).toBe(0xffffffff);
  });
});

it('packed lies in memory as red, green, blue, opaque', () => {
  const bytes = new Uint8Array(Uint32Array.of(packed([1, 2, 3])).buffer);
  expect([...bytes]).toEqual([1, 2, 3, 255]);
});

it('mixed goes from the first colour to the second', () => {
  expect(mixed([0, 100, 200], [100, 0, 200], 0)).toEqual([0, 100, 200]);
  expect(mixed([0, 100, 200], [100, 0, 200], 0.25)).toEqual([25, 75, 200]);
});
