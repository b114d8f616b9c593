import type { ScalarName } from '../../../src/core/observe/quantities.ts';
import type { Variant } from '../../../src/engine/batch.ts';
import type { Recording } from '../../../src/engine/recording.ts';
import { DEFAULTS, type Settings } from '../../../src/settings/schema.ts';
import type { Axis } from '../../../src/settings/study/axis.ts';
import { pointsOf } from '../../../src/settings/study/study.ts';
import { pointInWords } from '../../../src/settings/study/words.ts';

const WHOLE: Recording['end'] = {
  kind: 'outcome',
  fingerprint: '0000000000000000',
  outcome: { kind: 'finished' },
} as unknown as Recording['end'];

type Columns = Partial<Record<ScalarName, readonly number[]>>;

/** A recording of a few scalars, ended when nothing else is said. */
export function recordingOf(
  given: Columns & { readonly epochs: readonly number[]; readonly end?: Recording['end'] },
): Recording {
  const { epochs, end = WHOLE } = given;
  const zero = new Float64Array(epochs.length);
  const columns = new Map(
    Object.entries(given)
      .filter(([name]) => name !== 'epochs' && name !== 'end')
      .map(([name, values]) => [name, Float64Array.from(values as readonly number[])]),
  );
  return {
    run: 1,
    facts: null,
    length: epochs.length,
    epochs: Float64Array.from(epochs),
    column: (name) => columns.get(name) ?? zero,
    margins: new Float64Array(0),
    snapshots: [],
    end,
    version: 1,
  };
}

/** The points of a study, each with runs that end at the losses given for it. */
export function pointsWith(
  axes: readonly Axis[],
  losses: (settings: Settings) => readonly number[],
  pins: readonly Partial<Settings>[] = [],
): readonly Variant[] {
  const study = {
    base: DEFAULTS,
    axes,
    pins: pins.map((pin, k) => ({ name: `pin ${k + 1}`, settings: { ...DEFAULTS, ...pin } })),
  };
  return pointsOf(study).map((point): Variant => {
    const place = (a: number) => {
      const [one, at] = [axes[a], point.at?.[a]];
      return one === undefined || at === undefined
        ? null
        : { setting: one.setting, place: at, of: one.values.length };
    };
    const across = place(1);
    return {
      point,
      curve: place(0),
      ...(across && { across }),
      name: pointInWords(study, point),
      recordings: losses(point.settings).map((loss) => recordingOf({ epochs: [0, 9], loss: [1, loss] })),
    };
  });
}
