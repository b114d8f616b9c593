import fc from 'fast-check';
import { SETTING_NAMES, SETTINGS, type Settings } from '../../src/settings/schema.ts';
import type { NumberSpec } from '../../src/settings/spec.ts';
import { VIEW, VIEW_NAMES, type View } from '../../src/settings/view.ts';
import type { Value, ValueSpec } from '../../src/settings/words.ts';

/** Any value that a spec allows. */
function arbitraryValue(spec: ValueSpec): fc.Arbitrary<Value> {
  switch (spec.kind) {
    case 'integer':
      return fc.integer({ min: spec.min, max: spec.max });
    case 'real':
      // −0 is read as 0.
      return fc.double({ min: spec.min, max: spec.max, noNaN: true }).map((x) => x + 0);
    case 'choice':
      return fc.constantFrom(...spec.options.map(({ value }) => value));
    case 'flag':
      return fc.boolean();
    case 'text':
      return fc.stringMatching(spec.pattern).filter(({ length }) => length <= spec.maxLength);
  }
}

/** Settings of which each value is allowed; together they may still be a problem. */
export const arbitrarySettings = fc.record(
  Object.fromEntries(SETTING_NAMES.map((name) => [name, arbitraryValue(SETTINGS[name])])),
) as unknown as fc.Arbitrary<Settings>;

export const arbitraryView = fc.record(
  Object.fromEntries(VIEW_NAMES.map((name) => [name, arbitraryValue(VIEW[name])])),
) as unknown as fc.Arbitrary<View>;

export const NUMBER_SPECS: readonly NumberSpec[] = SETTING_NAMES.map((name) => SETTINGS[name]).filter(
  (spec): spec is NumberSpec & typeof spec => spec.kind === 'real' || spec.kind === 'integer',
);
