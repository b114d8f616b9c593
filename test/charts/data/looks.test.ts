import { describe, expect, it } from 'vitest';
import type { Rgb } from '../../../src/charts/scales/rgb.ts';
import { frontVariant, isCompared, lookOf, rampColour, type Look } from '../../../src/charts/data/looks.ts';
import { MODE_LOOKS } from '../../../src/charts/data/modes.ts';
import type { Variant } from '../../../src/engine/batch.ts';
import { MODES } from '../../../src/settings/modes.ts';
import { DEFAULTS } from '../../../src/settings/schema.ts';
import { MAX_CURVES } from '../../../src/settings/study/axis.ts';
import { MAX_PINS } from '../../../src/settings/study/study.ts';
import { comparedRuns, syntheticRecording } from '../synthetic.ts';
import { colour, contrast, distance, luminance } from '../theme-colours.ts';

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, k) => k);
const valueOf = (place: number, of: number): Variant => ({
  point: { at: [place], pin: null, settings: DEFAULTS },
  curve: { setting: 'gamma', place, of },
  name: `γ = ${place}`,
  recordings: [],
});
const pinOf = (pin: number): Variant => ({
  point: { at: null, pin, settings: DEFAULTS },
  curve: null,
  name: `pin ${pin}`,
  recordings: [],
});
const seen = ({ colour: hue, dash, marker }: Look): string => `${hue} ${dash} ${marker}`;

describe('how points of a study look', () => {
  it.each(upTo(MAX_CURVES).map((k) => k + 1))('tells %i values and all pins apart', (of) => {
    const looks = [...upTo(of).map((k) => valueOf(k, of)), ...upTo(MAX_PINS).map(pinOf)].map(lookOf);
    expect(new Set(looks.slice(0, of).map((look) => look.colour)).size).toBe(of);
    expect(new Set(looks.map(({ label }) => label)).size).toBe(of + MAX_PINS);
    expect(new Set(looks.map(seen)).size).toBe(of + MAX_PINS);
  });

  it('gives neighbours another dash and marker: colour is not all that tells them apart', () => {
    for (const k of upTo(MAX_CURVES - 1)) {
      const [one, next] = [lookOf(valueOf(k, MAX_CURVES)), lookOf(valueOf(k + 1, MAX_CURVES))];
      expect([one.dash === next.dash, one.marker === next.marker]).toEqual([false, false]);
    }
  });

  it('gives modes the look they have everywhere', () => {
    const looks = comparedRuns({ epochs: 2 }).map(lookOf);
    expect(looks).toMatchObject(MODES.map((mode) => MODE_LOOKS[mode]));
    expect(looks.map(({ short }) => short)).toEqual(['none', 'PEGR', 'FGR']);
  });

  it('of a single experiment is the accent', () => {
    expect(lookOf({ ...valueOf(0, 1), curve: null, name: 'in front' })).toMatchObject({
      colour: 'accent',
      dash: 'solid',
    });
  });
});

it('the variant in front is the one with the recordings shown', () => {
  const variants = comparedRuns({ epochs: 2 });
  expect(frontVariant(variants, variants[1]!.recordings)).toBe(variants[1]);
  expect(frontVariant(variants, [syntheticRecording()])).toBeNull();
  const pin = { ...pinOf(0), recordings: variants[1]!.recordings };
  expect(frontVariant([pin, ...variants], variants[1]!.recordings)).toBe(variants[1]);
  expect([isCompared(variants), isCompared(variants.slice(0, 1))]).toEqual([true, false]);
});

describe('the ramp', () => {
  it('has its ends for the least and the greatest value, and its last colour for a single one', () => {
    for (const of of [2, 3, 8, 64]) {
      expect([rampColour(0, of), rampColour(of - 1, of)]).toEqual(['ramp-1', 'ramp-8']);
    }
    expect(rampColour(0, 1)).toBe('ramp-8');
  });

  it('of more values than it has colours goes on in their order', () => {
    const steps = upTo(64).map((k) => Number(rampColour(k, 64).slice('ramp-'.length)));
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(new Set(steps).size).toBe(MAX_CURVES);
  });

  for (const theme of ['light', 'dark'] as const) {
    const [ramp, across] = (['ramp', 'across'] as const).map((of) =>
      upTo(MAX_CURVES).map((k) => colour(theme, rampColour(k, MAX_CURVES, of))),
    ) as [Rgb[], Rgb[]];

    it(`and that of a second axis have no colour in common in the ${theme} theme`, () => {
      for (const one of ramp) for (const other of across) expect(distance(one, other)).toBeGreaterThan(10);
    });

    it.each([ramp, across])(`is ordered by lightness in the ${theme} theme`, (...ramp) => {
      const lights = ramp.map(luminance);
      for (const k of upTo(MAX_CURVES - 1)) expect(lights[k + 1]).toBeGreaterThan(lights[k]!);
    });

    it(`is seen on the card of the ${theme} theme: 3 to 1, WCAG 2.2 §1.4.11`, () => {
      for (const each of [...ramp, ...across])
        expect(contrast(each, colour(theme, 'card'))).toBeGreaterThanOrEqual(3);
    });
  }
});
