import { mostRecorded, recordingBytes } from '../../core/observe/schedule.ts';
import { chooseSpace } from '../../core/space/create.ts';
import { mayMoveAlike } from '../long-run.ts';
import { USUAL_FILE_DIMENSION } from '../memory.ts';
import { specIn, type Settings } from '../schema.ts';
import { switchOffEpoch } from '../switch-off.ts';
import type { CheckContext, Problem } from '../validate.ts';
import { formatGigabytes, formatNumber, labelOf } from '../words.ts';
import { pointsOf, type Study } from './study.ts';

/** What all recordings of a study may take in the page. */
export const MAX_STUDY_BYTES = 1.5e9;
/** A study that would take longer than a day is a mistake, or for a cluster. */
export const MAX_STUDY_SECONDS = 86_400;

/** Products and sums a second, and seconds an epoch costs beside them: orders of magnitude, for a bound (docs/benchmarks.md). */
const RATE = 1e9;
const EPOCH = 2e-5;

/**
 * The same of an epoch by groups (docs/frozen.md): four of them, each with a row of n and its image, and an exponential a
 * sample; its overhead.
 */
const GROUPS = 4;
const SAMPLE = 40;
const GROUPED_EPOCH = 5e-7;
/** Epochs by which patterns that freeze have mostly done so. */
const FROZEN_BY = 1_000;

/** Runs of a study. */
export const runsOf = (study: Study): number =>
  pointsOf(study).reduce((sum, { settings }) => sum + settings.runs, 0);

/**
 * Seconds that all runs of a study take on one thread: an order of magnitude.
 * @param frozen where neurons may come to move alike: whether they do, as soon as is usual
 */
export function estimateSeconds(
  study: Study,
  { fileDimension = USUAL_FILE_DIMENSION }: CheckContext = {},
  frozen = true,
): number {
  return pointsOf(study).reduce(
    (sum, { settings }) => sum + settings.runs * secondsOfRun(settings, fileDimension, frozen),
    0,
  );
}

function secondsOfRun(settings: Settings, fileDimension: number, frozen: boolean): number {
  const { epochs, n } = settings;
  const ordinary = secondsOfEpoch(settings, fileDimension);
  if (!frozen || !mayMoveAlike(settings, fileDimension)) return epochs * ordinary;
  const until = settings.regularizer === 'none' ? 0 : (switchOffEpoch(settings) ?? Infinity);
  const first = Math.min(epochs, until + FROZEN_BY);
  const observed = Math.min(epochs - first, mostRecorded(n)) * ordinary;
  return first * ordinary + observed + (epochs - first) * secondsOfGroupedEpoch(n);
}

const secondsOfGroupedEpoch = (n: number): number => GROUPED_EPOCH + (GROUPS * n * n + SAMPLE * n) / RATE;

/** Products of an epoch: 2m×n by n×n in feature space, 2m×n by n×d twice in weight space; the test points' forward pass. */
function secondsOfEpoch(settings: Settings, fileDimension: number): number {
  const { m, n, testPoints, space, data } = settings;
  const d = data === 'dataset' ? fileDimension : Math.min(settings.d, 2 + n + 2 * m);
  const step = chooseSpace(space, n, d) === 'feature' ? n : 2 * d;
  return EPOCH + (2 * m * n * (step + testPoints + 10)) / RATE;
}

/** The study's size, where it is beyond what a page can hold or a person would wait for; else null. */
export function sizeProblem(study: Study, context: CheckContext): Problem | null {
  const key = study.axes[0]?.setting ?? 'epochs';
  const runs = runsOf(study);
  const bytes = pointsOf(study).reduce(
    (sum, { settings }) =>
      sum + settings.runs * recordingBytes(settings.epochs, settings.n, 2 * settings.m, runs),
    0,
  );
  const number = runs === 1 ? 'the run' : `${formatNumber(runs, 'integer')} runs`;
  const fewer = runs === 1 ? 'fewer' : 'fewer values, seeds or';
  const lower = `${fewer} ${labelOf(specIn('epochs', study.base))}`;
  if (bytes > MAX_STUDY_BYTES) {
    const message = `${number} would record ${formatGigabytes(bytes)}; a study may take ${formatGigabytes(MAX_STUDY_BYTES)}: take ${lower}`;
    return { key, message, severity: 'error' };
  }
  const seconds = estimateSeconds(study, context);
  if (seconds > MAX_STUDY_SECONDS) {
    const message = `${number} would take about ${formatNumber(Math.round(seconds / 3_600), 'integer')} hours; a study may take ${MAX_STUDY_SECONDS / 3_600}: take ${lower}`;
    return { key, message, severity: 'error' };
  }
  return null;
}
