import { ticks as ticksOf } from 'd3-array';
import { flowGrid } from '../../core/method/flow/grid.ts';
import { LOG_LOSSES, logMeanLoss } from '../../core/method/flow/log-loss.ts';
import type { Settings } from '../../settings/schema.ts';
import { pointsOf, type Study } from '../../settings/study/study.ts';
import type { Clock, Spacing } from '../../state/clock.ts';
import { formatCount, formatValue } from './format.ts';

/** The share of a linear axis that is left of the first point after t = 0, which has no logarithm. */
const ORIGIN = 0.04;
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
  if (flows.length < all.length) return ofPoints('epoch; of the flow, recorded time', 'epoch or time');
  if (flows.some((other) => other.logTime !== first.logTime || other.epochs !== first.epochs))
    return ofPoints('number of the recorded time', 'recorded time');
  return ofFlow(first);
}

/** Runs whose points are not the same times: they have only their numbers in common. */
const ofPoints = (axis: string, name: string): Clock => ({
  axis,
  column: name,
  cell: formatCount,
  logTime: null,
  tell: (point) => `${name} ${formatCount(point)}`,
});

function ofFlow({ logTime, tolerance, epochs }: Settings): Clock {
  const grid = flowGrid({ kind: 'flow', logTime, tolerance }, epochs);
  const cell = (point: number): string => logTimeInWords(grid[Math.min(point, epochs)]!);
  return {
    axis: 'log t',
    column: 'log t',
    cell,
    logTime: (point) => grid[point] ?? NaN,
    tell: (point) => `log t = ${cell(point)}`,
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
