import { describe, expect, it } from 'vitest';
import { HELP } from '../../src/settings/help.ts';
import { DEFAULTS, SETTING_GROUPS, SETTING_NAMES, SETTINGS } from '../../src/settings/schema.ts';
import { checkValue } from '../../src/settings/validate.ts';
import { checkSpec } from '../../src/settings/check.ts';
import { DEFAULT_VIEW, VIEW, VIEW_NAMES } from '../../src/settings/view.ts';
import { NUMBER_SPECS } from './arbitrary.ts';

describe('the tables', () => {
  it('use each link key once, the view’s, the version’s and the fingerprint’s included', () => {
    const keys = [
      ...SETTING_NAMES.map((name) => SETTINGS[name].key),
      ...VIEW_NAMES.map((name) => VIEW[name].key),
      'v',
      'fp',
    ];
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^[A-Za-z0-9]{1,5}$/);
  });

  it('have each setting in one group, in the order of the groups', () => {
    expect(SETTING_GROUPS.flatMap(({ names }) => names)).toEqual(SETTING_NAMES);
    for (const { names } of SETTING_GROUPS) expect(names).not.toHaveLength(0);
  });

  it('have symbols that are right as plain text: σₚ, not σ_p, where Unicode has such letters', () => {
    const writable = /_[aehijklmnoprstuvx\d]+$/;
    expect(
      SETTING_NAMES.map((name) => SETTINGS[name].symbol).filter((symbol) => writable.test(symbol)),
    ).toEqual([]);
  });

  it('have defaults that they allow', () => {
    for (const name of SETTING_NAMES) {
      expect(checkValue(name, DEFAULTS[name])).toEqual({ ok: true, value: DEFAULTS[name] });
    }
    for (const name of VIEW_NAMES) {
      expect(checkSpec(VIEW[name], DEFAULT_VIEW[name])).toEqual({ ok: true, value: DEFAULT_VIEW[name] });
    }
  });

  it('give every logarithmic slider a positive end', () => {
    for (const spec of NUMBER_SPECS) {
      if (spec.scale === 'log') expect(spec.min).toBeGreaterThan(0);
      if (spec.scale === 'log-zero') {
        expect(spec.min).toBe(0);
        expect(spec.smallest).toBeGreaterThan(0);
      }
    }
  });

  it('explain every setting in a sentence', () => {
    for (const name of SETTING_NAMES) expect(HELP[name].text).toMatch(/^[A-Z±].*\.$/);
  });
});
