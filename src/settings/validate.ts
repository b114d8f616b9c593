import { checkSpec, type Checked } from './check.ts';
import { parseLabels } from './labels.ts';
import { longRunProblem } from './long-run.ts';
import { checkMemory } from './memory.ts';
import { parseReading } from './reading.ts';
import { SETTING_NAMES, SETTINGS, type SettingName, type Settings } from './schema.ts';
import { signalTimeOf } from './switch-off.ts';
import { formatNumber, labelOf, visible } from './words.ts';

export { estimateBytes } from './memory.ts';

export interface Problem {
  /** The setting whose control shows it. */
  readonly key: SettingName;
  /** A sentence with the value and what it should be. */
  readonly message: string;
  /** An error cannot be run; a warning can, but is probably not what was meant. */
  readonly severity: 'error' | 'warning';
}

/** What is known beside the settings. */
export interface CheckContext {
  /** d of the opened file. */
  readonly fileDimension?: number;
}

/** One value by itself: its type, range, form and availability. */
export function checkValue<N extends SettingName>(name: N, value: unknown): Checked<Settings[N]> {
  // The schema made from a spec yields the spec's own value type.
  return checkSpec(SETTINGS[name], value) as Checked<Settings[N]>;
}

/**
 * Every value by itself, then together. Cross checks run only when each value is valid, so they may rely on it.
 *
 * @returns problems in the order of the table; runnable if none is an error
 */
export function checkSettings(settings: Settings, context: CheckContext = {}): readonly Problem[] {
  const single = SETTING_NAMES.flatMap((key): Problem[] => {
    const checked = checkValue(key, settings[key]);
    return checked.ok ? [] : [{ key, message: checked.message, severity: 'error' }];
  });
  if (single.length > 0) return single;
  return [
    ...basisProblems(settings),
    ...fileProblems(settings),
    ...switchOffProblems(settings),
    ...flowProblems(settings),
    ...sizeProblems(settings, context),
    ...warnings(settings),
  ];
}

/** True if nothing keeps these settings from being run. */
export function isRunnable(problems: readonly Problem[]): boolean {
  return problems.every(({ severity }) => severity !== 'error');
}

function basisProblems({ data, n, d, replacement }: Settings): Problem[] {
  if (data !== 'orthogonal-basis' || replacement || n <= d) return [];
  const message =
    `${labelOf(SETTINGS.n)} = ${formatNumber(n, 'integer')} is above d = ${formatNumber(d, 'integer')}: ` +
    'there are only d basis vectors to draw without replacement';
  return [{ key: 'n', message, severity: 'error' }];
}

function fileProblems(settings: Settings): Problem[] {
  if (settings.data !== 'dataset') return [];
  const problems: Problem[] = [];
  if (settings.file === '') {
    problems.push({ key: 'file', message: 'no file is open: open one to train on it', severity: 'warning' });
  }
  const reading = parseReading(settings.reading);
  if (!reading.ok) {
    problems.push({
      key: 'reading',
      message: `${labelOf(SETTINGS.reading)}: ${reading.message}`,
      severity: 'error',
    });
  }
  const groups = (['positive', 'negative'] as const).map((key) => {
    const parsed = parseLabels(settings[key]);
    if (parsed.ok) return parsed.value;
    problems.push({ key, message: `${labelOf(SETTINGS[key])}: ${parsed.message}`, severity: 'error' });
    return [];
  });
  const [positive = [], negative = []] = groups;
  const both = positive.filter((label) => negative.includes(label));
  if (both.length > 0) {
    const named =
      both
        .slice(0, 5)
        .map((label) => visible(String(label)))
        .join(', ') + (both.length > 5 ? ', …' : '');
    const message = `${both.length === 1 ? 'label' : 'labels'} ${named} cannot be in both classes`;
    problems.push({ key: 'negative', message, severity: 'error' });
  }
  return problems;
}

/** T₁ is a theorem about signal patches and ReLU²: elsewhere there is no such time. */
function switchOffProblems(settings: Settings): Problem[] {
  const { switchOff, data, activation, q } = settings;
  if (settings.regularizer === 'none' || (switchOff !== 't1' && switchOff !== 't1-printed')) return [];
  if (signalTimeOf(settings) !== null) return [];
  const reason =
    data !== 'signal-noise'
      ? 'the data have no signal patch'
      : activation !== 'relu-power'
        ? 'the activation is not max(0, z)²'
        : q !== 2
          ? `the power q = ${formatNumber(q)} is not 2`
          : 'the signal has length 0';
  const message = `T₁ is not defined here: ${reason}; choose a fixed epoch or never`;
  return [{ key: 'switchOff', message, severity: 'error' }];
}

/** What gradient flow is not defined for, or not computed for (docs/flow.md). */
function flowProblems({ method, activation, regularizer, switchOff, space }: Settings): Problem[] {
  if (method !== 'flow') return [];
  if (space === 'weight') {
    const message = 'gradient flow moves in feature space: choose “The cheaper space” or feature space';
    return [{ key: 'space', message, severity: 'error' }];
  }
  if (regularizer === 'none') return [];
  if (activation === 'leaky-relu') {
    const message =
      'gradient flow has no penalty with (leaky) ReLU, where it jumps at every kink: choose the smoothed activation, or no penalty';
    return [{ key: 'regularizer', message, severity: 'error' }];
  }
  if (switchOff === 'never') return [];
  const message = 'gradient flow has no epochs at which a penalty could be switched off: choose “Never”';
  return [{ key: 'switchOff', message, severity: 'error' }];
}

function sizeProblems(settings: Settings, { fileDimension }: CheckContext): Problem[] {
  const tooLarge = checkMemory(settings, fileDimension);
  const tooLong = longRunProblem(settings, fileDimension);
  return [
    ...(tooLarge === null ? [] : [{ ...tooLarge, severity: 'error' } as const]),
    ...(tooLong === null ? [] : [{ key: 'epochs', message: tooLong, severity: 'error' } as const]),
  ];
}

function warnings({ data, method, batchSize, n, meanSd, meanNorm, noiseSd }: Settings): Problem[] {
  const problems: Problem[] = [];
  if (method === 'sgd' && batchSize > n) {
    const message =
      `${labelOf(SETTINGS.batchSize)} = ${formatNumber(batchSize, 'integer')} is above n = ${formatNumber(n, 'integer')}: ` +
      'each batch is the whole training set';
    problems.push({ key: 'batchSize', message, severity: 'warning' });
  }
  const mean =
    data === 'gaussian-mixture' ? meanSd : data === 'two-xor' || data === 'signal-noise' ? meanNorm : null;
  if (mean === 0 && noiseSd === 0) {
    const message = 'mean and noise are both 0: every x is 0, and nothing can be learnt';
    problems.push({ key: 'noiseSd', message, severity: 'warning' });
  }
  return problems;
}
