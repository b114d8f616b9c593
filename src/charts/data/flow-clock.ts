import { ticks as ticksOf } from 'd3-array';
import { flowGrid } from '../../core/method/flow/grid.ts';
import { LOG_LOSSES, logMeanLoss } from '../../core/method/flow/log-loss.ts';
import type { Settings } from '../../settings/schema.ts';
import { pointsOf, type Study } from '../../settings/study/study.ts';
import type { Clock, Spacing } from '../../state/clock.ts';
import { formatCount, formatValue } from './format.ts';

/** The share of a linear axis that is left of the first point after t = 0, which has no logarithm. */
const ORIGIN = 0.04;
/** What of a flow stands where epochs do elsewhere. */
const POINT = 'recorded point';
const MINUS_INFINITY = '−∞';

/** What the time of a study's runs is, where one of them is by gradient flow; null where all have epochs. */
export function clockOf(study: Study): Clock | null {
  const clock = timeOf(study);
  const losses = new Set(pointsOf(study).map(({ settings }) => settings.loss));
  const [loss] = losses;
  if (clock === null || loss === undefined || losses.size > 1) return clock;
  return { ...clock, logLoss: (margins) => logMeanLoss(LOG_LOSSES[loss], margins) };
}

function timeOf(study: Study): Clock | null {
  const all = pointsOf(study).map(({ settings }) => settings);
  const flows = all.filter(({ method }) => method === 'flow');
  const [first] = flows;
  if (first === undefined) return null;
  if (flows.length < all.length) return ofPoints(`epoch; of the flow, ${POINT}`, `epoch or ${POINT}`);
  if (flows.some((other) => other.logTime !== first.logTime || other.epochs !== first.epochs))
    return ofPoints('number of the recorded point', POINT);
  return ofFlow(first);
}

/** Runs whose points are not the same times: they have only their numbers in common. */
const ofPoints = (axis: string, name: string): Clock => ({
  axis,
  column: name,
  cell: formatCount,
  logTime: null,
  tell: (point) => `${name} ${formatCount(point)}`,
  words: (text) => wordsOf(text, name, (point) => `${name} ${formatCount(point)}`),
});

/** "an epoch", "recorded epochs", "Epoch", "at epoch 1,000", "over epochs 3 to 40"; not the numbers of "epochs 1, 2, 4". */
const EPOCHS =
  /\b(?<article>an? )?(?:recorded )?epoch(?<plural>s?)(?: (?<from>\d+(?:,\d{3})*)(?: to (?<to>\d+))?)?/gi;

/**
 * What the page says of epochs, said of what is recorded.
 * @param tell which point it is
 */
function wordsOf(text: string, name: string, tell: (point: number) => string): string {
  const toldOf = (digits: string): string => tell(Number(digits.replaceAll(',', '')));
  const said = (
    all: string,
    { article, plural = '', from, to }: Readonly<Record<string, string>>,
  ): string => {
    if (from === '0' && to === undefined && plural === '') return 't = 0';
    if (from !== undefined && to !== undefined) return `${toldOf(from)} to ${toldOf(to)}`;
    if (from !== undefined && plural === '') return toldOf(from);
    const indefinite = article === undefined ? '' : name.startsWith('e') ? 'an ' : 'a ';
    const words = `${indefinite}${name}${plural}${from === undefined ? '' : ` ${from}`}`;
    return /^[A-Z]/.test(all) ? words.charAt(0).toUpperCase() + words.slice(1) : words;
  };
  return text
    .replace(', recorded or not', '')
    .replace(EPOCHS, (all: string, ...parts: readonly unknown[]) =>
      said(all, parts.at(-1) as Readonly<Record<string, string>>),
    );
}

function ofFlow({ logTime, tolerance, epochs }: Settings): Clock {
  const grid = flowGrid({ kind: 'flow', logTime, tolerance }, epochs);
  const cell = (point: number): string => logTimeInWords(grid[Math.min(point, epochs)]!);
  return {
    axis: 'log t',
    column: 'log t',
    cell,
    logTime: (point) => grid[point] ?? NaN,
    tell: (point) => `log t = ${cell(point)}`,
    words: (text) => wordsOf(text, POINT, (point) => `log t = ${cell(point)}`),
    ...(epochs > 1 && { spacing: spacingOf(grid) }),
  };
}

/** "3,456", "12.34", "−∞" at the start. */
export function logTimeInWords(logTime: number): string {
  if (logTime === -Infinity) return MINUS_INFINITY;
  if (Math.abs(logTime) >= 1_000) return formatCount(Math.round(logTime));
  return formatValue(Math.abs(logTime) < 1e-9 ? 0 : logTime);
}

/**
 * Linear: in log t, but for t = 0, which is at the left. Logarithmic: as the points are recorded, that is even in log t up to
 * about 16 and then in log log t.
 * @param grid log t of the points, ascending from −∞
 */
function spacingOf(grid: Float64Array): Spacing {
  const last = grid.length - 1;
  const [from, to] = [grid[1]!, grid[last]!];
  const share = (logTime: number): number => ORIGIN + ((1 - ORIGIN) * (logTime - from)) / (to - from);
  const linear = (point: number): number => {
    if (point <= 1) return Math.max(0, point) * ORIGIN;
    const k = Math.min(Math.floor(point), last - 1);
    return share(grid[k]! + (Math.min(point, last) - k) * (grid[k + 1]! - grid[k]!));
  };
  const pointAt = (logTime: number): number => {
    let [low, high] = [1, last];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (grid[middle]! <= logTime) low = middle;
      else high = middle;
    }
    return low + (logTime - grid[low]!) / (grid[high]! - grid[low]!);
  };
  const place: Spacing['place'] = (point, kind) =>
    kind === 'linear' ? linear(point) : Math.min(Math.max(point / last, 0), 1);
  return {
    place,
    point: (at, kind) => {
      if (kind === 'log') return Math.min(Math.max(at, 0), 1) * last;
      if (at <= ORIGIN) return Math.max(0, at) / ORIGIN;
      return pointAt(from + (Math.min(at, 1) - ORIGIN) * ((to - from) / (1 - ORIGIN)));
    },
    ticks(kind, count) {
      const wanted =
        kind === 'linear'
          ? ticksOf(Math.max(from, to > 100 ? 0 : from), to, Math.max(1, count / 1.5))
          : spread(from, to, count);
      const values = wanted.map((logTime) => ({ value: pointAt(logTime), label: logTimeLabel(logTime) }));
      return [{ value: 0, label: MINUS_INFINITY }, ...apart(values, count, (point) => place(point, kind))];
    },
  };
}

/** Whole numbers without decimals, others as they are. */
const logTimeLabel = (logTime: number): string =>
  Number.isInteger(logTime) ? formatCount(logTime) : formatValue(logTime);

/** 0 and ± 1, 2, 5 times powers of ten between the ends, and the ends' decades. */
function spread(from: number, to: number, count: number): readonly number[] {
  const between = ticksOf(from, Math.min(to, 10), Math.max(2, Math.floor(count / 3)));
  const decades = Array.from({ length: 12 }, (_, k) => [2, 5, 10].map((m) => m * 10 ** (k + 1))).flat();
  return [...between, ...decades.filter((logTime) => logTime <= to)];
}

/** Those that have room: of two that do not, the earlier. */
function apart<T extends { readonly value: number }>(
  ticks: readonly T[],
  count: number,
  place: (point: number) => number,
): readonly T[] {
  let end = ORIGIN / 2;
  return ticks.filter(({ value }) => {
    const at = place(value);
    if (at - end < 0.6 / count) return false;
    end = at;
    return true;
  });
}
