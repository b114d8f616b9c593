import { expect, test } from 'vitest';
import { PRESETS, settingsOf } from '../../../src/settings/presets.ts';
import { DEFAULTS, SETTING_NAMES } from '../../../src/settings/schema.ts';
import { mayBeFolded } from '../../../src/ui/controls/less-used.ts';

test('no preset hides a setting that differs from its default', () => {
  for (const preset of PRESETS) {
    const settings = settingsOf(preset);
    const hidden = SETTING_NAMES.filter((name) => mayBeFolded(name, settings));
    expect(hidden.filter((name) => settings[name] !== DEFAULTS[name])).toEqual([]);
  }
});

test('a less used setting is folded away until it is changed', () => {
  expect(mayBeFolded('loss', DEFAULTS)).toBe(true);
  expect(mayBeFolded('loss', { ...DEFAULTS, loss: 'exponential' })).toBe(false);
});

test('what the papers vary is never folded away', () => {
  const varied = ['gamma', 'm', 'n', 'd', 'eta', 'sigma0', 'epochs', 'regularizer', 'noiseSd'] as const;
  expect(varied.filter((name) => mayBeFolded(name, DEFAULTS))).toEqual([]);
});
