import type { Recording } from '../../engine/recording.ts';

interface Derived {
  values: Float64Array;
  count: number;
}

const known = new WeakMap<Recording, Map<string, Derived>>();

/**
 * A column that is made of a recording's scalars, epoch by epoch; each epoch is computed once.
 * @param name of the quantity, its constants included
 * @param at the value at a recorded epoch's index
 */
export function derivedColumn(
  recording: Recording,
  name: string,
  at: (recording: Recording) => (index: number) => number,
): Float64Array {
  let columns = known.get(recording);
  if (!columns) known.set(recording, (columns = new Map<string, Derived>()));
  let derived = columns.get(name);
  if (!derived) columns.set(name, (derived = { values: new Float64Array(0), count: 0 }));
  const { length } = recording;
  if (derived.values.length < length) {
    const longer = new Float64Array(2 * length);
    longer.set(derived.values.subarray(0, derived.count));
    derived.values = longer;
  }
  const value = at(recording);
  for (; derived.count < length; derived.count++) derived.values[derived.count] = value(derived.count);
  return derived.values.subarray(0, length);
}
