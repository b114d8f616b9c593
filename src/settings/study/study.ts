import type { Axis } from './axis.ts';
import { SETTING_NAMES, type SettingName, type Settings } from '../schema.ts';

/** A run that is kept on every chart beside what is in front. */
export interface Pin {
  /** As its person calls it; '' for the settings in which it differs. */
  readonly name: string;
  readonly settings: Settings;
}

/**
 * What the page holds: settings, what varies of them, and what is kept beside. A single experiment is a study without
 * axes. `base` is the experiment in front: of every axis its value is one of the axis's values.
 */
export interface Study {
  readonly base: Settings;
  /** None, one or two. The values of the first are the curves of charts over time; of the second one is in front. */
  readonly axes: readonly Axis[];
  readonly pins: readonly Pin[];
}

/** Settings that a study may vary independently of each other. */
export const MAX_AXES = 2;
/** Pins that a study may have. */
export const MAX_PINS = 6;

/** The study that is one experiment. */
export const singleStudy = (base: Settings): Study => ({ base, axes: [], pins: [] });

/** One of the experiments of a study, which is run once for each of its seeds. */
export interface Point {
  /** Its place on each axis; null for a pin. */
  readonly at: readonly number[] | null;
  /** Its index among the pins; null on the axes. */
  readonly pin: number | null;
  readonly settings: Settings;
}

/** What the k-th value of an axis makes of settings. */
export function atValue(settings: Settings, { setting, values, along }: Axis, k: number): Settings {
  const moved: Record<string, unknown> = { ...settings, [setting]: values[k] };
  for (const other of along) moved[other.setting] = other.values[k];
  // An axis has values of its own settings' kinds.
  return moved as unknown as Settings;
}

/** Settings with the value that each axis has at its place. */
export const atPlaces = (settings: Settings, axes: readonly Axis[], places: readonly number[]): Settings =>
  axes.reduce((moved, axis, a) => atValue(moved, axis, places[a]!), settings);

/** All experiments: the product of the axes, the last axis fastest, and then the pins. */
export function pointsOf({ base, axes, pins }: Study): readonly Point[] {
  const onAxes = axes.reduce<readonly Point[]>(
    (points, axis) =>
      points.flatMap(({ at, settings }) =>
        axis.values.map((_, k) => ({
          at: [...(at ?? []), k],
          pin: null,
          settings: atValue(settings, axis, k),
        })),
      ),
    [{ at: [], pin: null, settings: base }],
  );
  return [...onAxes, ...pins.map(({ settings }, pin): Point => ({ at: null, pin, settings }))];
}

/** The place of the base on each axis. */
export const frontOf = ({ base, axes }: Pick<Study, 'base' | 'axes'>): readonly number[] =>
  axes.map(({ setting, values }) => Math.max(0, values.indexOf(base[setting])));

/** The point in front. */
export function isFront(study: Study, { at }: Point): boolean {
  const front = frontOf(study);
  return at !== null && at.every((k, a) => k === front[a]);
}

/** Whether charts over time draw a point: it is pinned, or has the values in front of all axes but the first. */
export function isCurve(study: Study, { at }: Point): boolean {
  const front = frontOf(study);
  return at === null || at.every((k, a) => a === 0 || k === front[a]);
}

/** The axis over a setting, or along which it moves; null where it stays. */
export const axisOf = ({ axes }: Study, name: SettingName): Axis | null =>
  axes.find(({ setting, along }) => setting === name || along.some((other) => other.setting === name)) ??
  null;

/** Whether the setting has an effect in one of the study's experiments. */
export const appliesInStudy = (
  study: Study,
  appliesTo: ((settings: Settings) => boolean) | undefined,
): boolean => appliesTo === undefined || pointsOf(study).some(({ settings }) => appliesTo(settings));

/** Whether two studies ask for the same, the same value in front included. */
export function sameStudy(a: Study, b: Study): boolean {
  if (a === b) return true;
  return (
    sameSettings(a.base, b.base) &&
    JSON.stringify(a.axes) === JSON.stringify(b.axes) &&
    a.pins.length === b.pins.length &&
    a.pins.every((pin, k) => pin.name === b.pins[k]!.name && sameSettings(pin.settings, b.pins[k]!.settings))
  );
}

/** A study with what changes none of its runs made the same: each axis on its first value, pins without names. */
export const runsAlone = ({ base, axes, pins }: Study): Study => ({
  base: atPlaces(
    base,
    axes,
    axes.map(() => 0),
  ),
  axes,
  pins: pins.map(({ settings }) => ({ name: '', settings })),
});

/** Whether two studies have the same runs, whatever is in front and whatever pins are called. */
export const sameRuns = (a: Study, b: Study): boolean => sameStudy(runsAlone(a), runsAlone(b));

/** Whether all settings are equal, including those that have no effect. */
export const sameSettings = (a: Settings, b: Settings): boolean =>
  SETTING_NAMES.every((name) => a[name] === b[name]);
