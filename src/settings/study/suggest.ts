import { MODES } from '../modes.ts';
import { SETTINGS, type SettingName } from '../schema.ts';
import type { NumberSpec } from '../spec.ts';
import { checkSettings, isRunnable } from '../validate.ts';
import type { Value } from '../words.ts';
import type { AxisName } from './axis.ts';
import type { Study } from './study.ts';

/** Of settings whose round values say more than a step of the slider does. */
const WORTH_A_LOOK: Partial<Readonly<Record<SettingName, readonly number[]>>> = {
  gamma: [0, 0.1, 0.25, 0.5, 1],
  q: [2, 2.5, 3, 4],
  labelNoise: [0, 0.05, 0.15, 0.3],
};

/**
 * Values to begin with when a setting is varied: what is in front, and others around it that can be run. Of a choice all
 * options, of a flag both; on a logarithmic scale a factor of ten down and up, on a linear one a tenth of the range.
 */
export function firstValues({ base }: Study, setting: AxisName): readonly Value[] {
  const present = base[setting];
  const wasWrong = !isRunnable(checkSettings(base));
  const others = candidates(setting, present).filter(
    (value) => value === present || wasWrong || isRunnable(checkSettings({ ...base, [setting]: value })),
  );
  // A file that nobody opened is nothing to look at.
  const known = others.filter((value) => setting !== 'data' || value !== 'dataset' || base.file !== '');
  return [...new Set(known)];
}

function candidates(setting: AxisName, present: Value): readonly Value[] {
  const spec = SETTINGS[setting];
  if (setting === 'regularizer') return MODES;
  switch (spec.kind) {
    case 'choice':
      return spec.options.map(({ value }) => value);
    case 'flag':
      return [false, true];
    case 'real':
    case 'integer': {
      const around = WORTH_A_LOOK[setting] ?? numbersAround(spec, Number(present));
      return [...new Set([...around, Number(present)])].sort((a, b) => a - b);
    }
  }
}

/** Significant digits of a product with a power of ten: without those that binary adds. */
const DIGITS = 12;

function numbersAround(spec: NumberSpec, present: number): readonly number[] {
  const { kind, scale, min, max, step = 1, smallest = 1 } = spec;
  const fit = (x: number): number => {
    const rounded = kind === 'integer' ? Math.round(x) : Number(x.toPrecision(DIGITS));
    return Math.min(max, Math.max(min, rounded));
  };
  if (scale !== 'linear') {
    const around = present > 0 ? [present / 10, 10 * present] : [smallest, 10 * smallest, 100 * smallest];
    return around.map(fit);
  }
  // Numbers that only name something (a seed) have neighbours; the others a tenth of their range.
  const tenth = (max - min) / 10;
  const by = tenth > 1e6 ? step : Math.max(step, Math.round(tenth / step) * step);
  return [present - by, present, present + by].map(fit);
}
