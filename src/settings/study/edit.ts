import type { SettingName, Settings } from '../schema.ts';
import type { Value } from '../words.ts';
import type { Axis, AxisName } from './axis.ts';
import { atPlaces, atValue, frontOf, MAX_AXES, MAX_PINS, type Pin, type Study } from './study.ts';

/**
 * The study with other settings in front. What is varied moves the value in front along: a value that the axis has is
 * brought to the front, another takes the place of the one that was.
 */
export function changeBase(study: Study, change: Partial<Settings>): Study {
  const base = { ...study.base, ...change };
  const front = frontOf(study);
  const axes = study.axes.map((axis, a): Axis => {
    const value = base[axis.setting];
    if (axis.values.includes(value)) return axis;
    const place = front[a]!;
    return { ...axis, values: axis.values.map((old, k) => (k === place ? value : old)) };
  });
  const next = settled({ ...study, base, axes }, change);
  return study.axes.reduce(
    (sorted, { setting, values }, a) => (axes[a]!.values === values ? sorted : sortAxis(sorted, setting)),
    next,
  );
}

/** What goes along with the values in front has their values, unless it was itself changed: then the axis takes it. */
function settled(study: Study, change: Partial<Settings>): Study {
  const front = frontOf(study);
  let { base } = study;
  const axes = study.axes.map((axis, a): Axis => {
    const k = front[a]!;
    const along = axis.along.map((other) => {
      const changed = change[other.setting];
      if (changed === undefined || axis.setting in change) return other;
      return { ...other, values: other.values.map((old, index) => (index === k ? changed : old)) };
    });
    const next = { ...axis, along };
    base = atValue(base, next, k);
    return next;
  });
  return { ...study, base, axes };
}

/** Brings the k-th value of an axis to the front. */
export function toFront(study: Study, axis: number, k: number): Study {
  const chosen = study.axes[axis];
  if (chosen === undefined || k < 0 || k >= chosen.values.length) return study;
  return { ...study, base: atValue(study.base, chosen, k) };
}

/**
 * Varies a setting over these values, numbers by size; what is in front stays if it is among them, else their first comes
 * to the front. An axis over the setting gets the values in its place, and what goes along keeps its own for the values
 * that stay. Otherwise a new axis comes last; a study that has as many as it may stays as it is.
 */
export function vary(study: Study, setting: AxisName, values: readonly Value[]): Study {
  const before = study.axes.find((axis) => axis.setting === setting);
  const sorted = [...values].sort(ascending);
  if (before !== undefined) {
    const next = withValues(study, before, sorted);
    return onValue({ ...study, axes: study.axes.map((axis) => (axis === before ? next : axis)) });
  }
  if (study.axes.length >= MAX_AXES) return study;
  const next: Axis = { setting, values: sorted, along: [] };
  return onValue({ ...study, axes: [...study.axes.map((axis) => withoutAlong(axis, setting)), next] });
}

/** The axis with other values: of what goes along, values that are new have what is in front. */
function withValues({ base }: Study, axis: Axis, values: readonly Value[]): Axis {
  const places = values.map((value) => axis.values.indexOf(value));
  const along = axis.along.map((other) => ({
    ...other,
    values: places.map((k) => other.values[k] ?? base[other.setting]),
  }));
  return { ...axis, values, along };
}

const withoutAlong = (axis: Axis, name: SettingName): Axis => ({
  ...axis,
  along: axis.along.filter(({ setting }) => setting !== name),
});

/** The base on a value of each axis: where it is on none, on the first. */
export const onValue = (study: Study): Study => ({
  ...study,
  base: atPlaces(study.base, study.axes, frontOf(study)),
});

/** Varies a setting no more: what is in front stays. */
export const fix = (study: Study, setting: SettingName): Study => ({
  ...study,
  axes: study.axes.filter((axis) => axis.setting !== setting).map((axis) => withoutAlong(axis, setting)),
});

/** Moves the k-th value of the axis over a setting; null where the axis has that value already. */
export function moveValue(study: Study, setting: AxisName, k: number, value: Value): Study | null {
  const axis = study.axes.find((one) => one.setting === setting);
  if (axis === undefined) return null;
  if (axis.values[k] === value) return study;
  if (axis.values.includes(value)) return null;
  const inFront = study.base[setting] === axis.values[k];
  const values = axis.values.map((old, index) => (index === k ? value : old));
  const axes = study.axes.map((one) => (one === axis ? { ...axis, values } : one));
  return { ...study, axes, base: inFront ? { ...study.base, [setting]: value } : study.base };
}

/** The numbers of an axis by size, with what goes along: where a value was dragged past another they are not. */
export function sortAxis(study: Study, setting: AxisName): Study {
  const axis = study.axes.find((one) => one.setting === setting);
  if (axis === undefined) return study;
  const order = axis.values.map((_, k) => k).sort((a, b) => ascending(axis.values[a]!, axis.values[b]!));
  if (order.every((from, k) => from === k)) return study;
  const inOrder = <V extends { readonly values: readonly Value[] }>(one: V): V => ({
    ...one,
    values: order.map((k) => one.values[k]!),
  });
  const next: Axis = { ...inOrder(axis), along: axis.along.map(inOrder) };
  return { ...study, axes: study.axes.map((one) => (one === axis ? next : one)) };
}

/** A setting goes along with an axis no more: everywhere it is what it is in front. */
export const freeAlong = (study: Study, setting: SettingName): Study => ({
  ...study,
  axes: study.axes.map((axis) => withoutAlong(axis, setting)),
});

/** The axes in the other order: what were panels become curves. */
export const swapAxes = (study: Study): Study => ({ ...study, axes: [...study.axes].reverse() });

/** Pins what is in front; the same study where it has as many as it may. */
export const addPin = (study: Study, name = ''): Study =>
  study.pins.length >= MAX_PINS ? study : { ...study, pins: [...study.pins, { name, settings: study.base }] };

export const removePin = (study: Study, k: number): Study => ({
  ...study,
  pins: study.pins.filter((_, index) => index !== k),
});

export const renamePin = (study: Study, k: number, name: string): Study => ({
  ...study,
  pins: study.pins.map((pin, index) => (index === k ? { ...pin, name } : pin)),
});

/** Moves a pin to another place among them. */
export function movePin(study: Study, from: number, to: number): Study {
  const moved = study.pins[from];
  if (moved === undefined || study.pins[to] === undefined) return study;
  const pins: Pin[] = study.pins.filter((_, index) => index !== from);
  pins.splice(to, 0, moved);
  return { ...study, pins };
}

/** A pin's settings become what is in front. */
export function takePin(study: Study, k: number): Study {
  const pin = study.pins[k];
  return pin === undefined ? study : changeBase(study, pin.settings);
}

/** Numbers by size; others in the order given. */
const ascending = (a: Value, b: Value): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : 0;
