import { STILL_ANGLE } from '../../../core/probe/still/ends.ts';
import type { Stage, Stillness } from '../../../core/probe/still/until-still.ts';
import { formatValue, powerOfTen } from '../../../charts/data/format.ts';
import { formatNumber } from '../../../settings/words.ts';
import type { TurnReport } from '../../../protocol/theory.ts';

/** 10⁻⁴. */
const STILL = powerOfTen(Math.round(Math.log10(STILL_ANGLE)));

const time = (logTime: number): string =>
  formatNumber(logTime, Number.isInteger(logTime) ? 'integer' : 'real');

const turned = (angle: number): string => `${formatValue(angle, 2)} rad`;

/** "run 2 of 5, of the values in front"; '' for the only run there is. */
export function runWords(run: number, runs: number, isVaried: boolean): string {
  const words = [
    ...(runs > 1 ? [`run ${run + 1} of ${runs}`] : []),
    ...(isVaried ? ['values in front'] : []),
  ];
  return words.join(', ');
}

/** Of which run something is said; nothing of the only one. */
const of = (run: string): string => (run === '' ? '' : ` (${run})`);

/** How far it has come. */
export function stageWords(run: string, stage: Stage | null): string {
  if (stage === null) return `The flow is followed${of(run)}.`;
  return `log t = ${time(stage.logTime)}: turned by ${turned(stage.angle)} since half of that${of(run)}.`;
}

/** How it ended. */
export function endWords(run: string, end: NonNullable<TurnReport['end']>): string {
  if (end.kind === 'failed') return `The flow cannot be followed${of(run)}: ${end.message}.`;
  return stillnessWords(run, end.stillness);
}

function stillnessWords(run: string, { logTime, angle, still, refusal }: Stillness): string {
  const here = `log t = ${time(logTime)}`;
  if (still) return `The direction stands still to ${STILL} from ${here} on${of(run)}.`;
  const where = refusal === null ? `the largest log t, ${time(logTime)},` : here;
  const unfitted = angle < STILL_ANGLE ? ', but not all points are fitted' : '';
  const further = refusal === null ? '' : ` It cannot be followed further: ${refusal}.`;
  return `At ${where} the direction still turns by ${turned(angle)}${of(run)}${unfitted}.${further}`;
}
