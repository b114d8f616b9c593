import { expect, test } from 'vitest';
import { multipleOfTf, omegaTf } from '../../src/settings/omega-tf.ts';
import { DEFAULTS, SETTINGS } from '../../src/settings/schema.ts';
import { parseTyped } from '../../src/settings/typed.ts';
import { noteOf } from '../../src/ui/controls/notes.ts';

/** F's Figure 1: M = 512 neurons, d = 10⁴. */
const FIGURE = { ...DEFAULTS, m: 256, d: 10_000 };

test('ω_TF is √(2/(M + d)) with M = 2m neurons', () => {
  expect(omegaTf(FIGURE)).toBeCloseTo(0.0137934, 7);
});

test.each(['0.02 tf', '0.02tf', '0.02 ω_TF', '0.02·ωTF', '0.02 × omega_tf', 'tf/50', '1/50 TF', '2·10⁻² tf'])(
  'σ₀ may be typed as %s, to the four digits that the presets have',
  (text) => {
    expect(parseTyped(SETTINGS.sigma0, text, FIGURE)).toEqual({ ok: true, value: 2.759e-4 });
  },
);

test('a bare tf is one ω_TF, and a number that is none is refused as it was typed', () => {
  expect(multipleOfTf('tf')).toBe('1');
  expect(multipleOfTf('0.02')).toBeNull();
  expect(parseTyped(SETTINGS.sigma0, 'two tf', FIGURE)).toMatchObject({
    ok: false,
    message: expect.stringContaining('“two tf” is not a number') as string,
  });
});

test('no other setting has the unit', () => {
  expect(parseTyped(SETTINGS.eta, '0.02 tf', FIGURE).ok).toBe(false);
});

test('where d is a file’s, the unit is not known: typing it says so, and no note is shown', () => {
  const file = { ...FIGURE, data: 'dataset' } as const;
  expect(parseTyped(SETTINGS.sigma0, '0.02 tf', file)).toMatchObject({
    message: expect.stringContaining('needs the dimension d') as string,
  });
  expect(noteOf('sigma0', file)).toBe('');
});

test('under σ₀ stands how many ω_TF it is', () => {
  expect(noteOf('sigma0', { ...FIGURE, sigma0: 2.759e-4 })).toBe('= 0.02 ω_TF');
});
