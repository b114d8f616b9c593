import fc from 'fast-check';
import { SETTING_NAMES, SETTINGS, type Settings } from '../../src/settings/schema.ts';
import type { NumberSpec, SettingSpec } from '../../src/settings/spec.ts';
import { isAxisName, type Axis, type AxisName } from '../../src/settings/study/axis.ts';
import { onValue } from '../../src/settings/study/edit.ts';
import { pinName } from '../../src/settings/study/link-parts.ts';
import { MAX_PINS, type Study } from '../../src/settings/study/study.ts';
import { VIEW, VIEW_NAMES, type View } from '../../src/settings/view.ts';
import type { Value } from '../../src/settings/words.ts';

/** Any value that a spec allows. */
function arbitraryValue(spec: SettingSpec): fc.Arbitrary<Value> {
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

/** Distinct values of a setting that can be varied. */
const arbitraryValues = (name: AxisName, count: number): fc.Arbitrary<readonly Value[]> =>
  fc.uniqueArray(arbitraryValue(SETTINGS[name]), { minLength: count, maxLength: count });

/** How many different values a setting has, as far as an axis of a test cares. */
const variety = (name: AxisName): number => {
  const spec: SettingSpec = SETTINGS[name];
  if (spec.kind === 'choice') return spec.options.length;
  return spec.kind === 'flag' ? 2 : 6;
};

/** An axis over the first setting, of which the others go along. */
const arbitraryAxis = ([setting, ...others]: readonly AxisName[]): fc.Arbitrary<Axis> =>
  fc.integer({ min: 1, max: variety(setting!) }).chain((count) =>
    fc.record({
      setting: fc.constant(setting!),
      values: arbitraryValues(setting!, count),
      along: fc.tuple(
        ...others.map((other) =>
          fc.record({
            setting: fc.constant(other),
            values: fc.array(arbitraryValue(SETTINGS[other]), { minLength: count, maxLength: count }),
          }),
        ),
      ),
    }),
  );

/** None, one or two axes, of settings that are varied once: some move along with another. */
const arbitraryAxes: fc.Arbitrary<readonly Axis[]> = fc
  .tuple(
    fc.shuffledSubarray(SETTING_NAMES.filter(isAxisName), { maxLength: 4 }),
    fc.integer({ min: 1, max: 4 }),
  )
  .chain(([names, cut]) =>
    fc.tuple(
      ...[names.slice(0, cut), names.slice(cut)].filter(({ length }) => length > 0).map(arbitraryAxis),
    ),
  );

/** Any study that a link may hold: the base is on a value of each axis. */
export const arbitraryStudy: fc.Arbitrary<Study> = fc
  .record({
    base: arbitrarySettings,
    axes: arbitraryAxes,
    pins: fc.array(
      fc.record({ name: fc.string({ unit: 'grapheme' }).map(pinName), settings: arbitrarySettings }),
      { maxLength: MAX_PINS },
    ),
  })
  .map(onValue);

/** Parentheses that stand alone are not told from those around a link; a conjecture with such cannot be read. */
const CONJECTURES = fc.constantFrom(
  '',
  'SR(W+)-1≤2/log(t)',
  'min(q)/normF≥γ^2*σ₀',
  'L≡1/(t+1)',
  '‖W‖≤(3−t)·2',
);

export const arbitraryView = fc.record(
  Object.fromEntries(
    VIEW_NAMES.map((name) => [name, name === 'conjecture' ? CONJECTURES : arbitraryValue(VIEW[name])]),
  ),
) as unknown as fc.Arbitrary<View>;

export const NUMBER_SPECS: readonly NumberSpec[] = SETTING_NAMES.map((name) => SETTINGS[name]).filter(
  (spec): spec is NumberSpec & typeof spec => spec.kind === 'real' || spec.kind === 'integer',
);
