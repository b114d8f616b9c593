import type { Claim } from '../src/core/claims/claim.ts';
import { readingOf, type Finding } from '../src/core/claims/verdict.ts';
import type { Judged } from '../src/core/claims/watch.ts';

/** What became of a claim over many runs. */
export interface Tally {
  readonly claim: Claim;
  /** Runs of which it says something. */
  runs: number;
  held: number;
  /** It held, or was measured, although something is not met that it assumes. */
  heldAllTheSame: number;
  violated: number;
  /** Violated although all that it assumes is met. */
  found: number;
  untold: number;
  /** The least slack, and where it was. */
  least: { readonly slack: number; readonly where: string; readonly epoch: number } | null;
  /** Of an asymptotic claim: all fitted values and the paper's. */
  readonly fitted: number[];
  readonly printed: number[];
}

export const tallyOf = (claim: Claim): Tally => ({
  claim,
  runs: 0,
  held: 0,
  heldAllTheSame: 0,
  violated: 0,
  found: 0,
  untold: 0,
  least: null,
  fitted: [],
  printed: [],
});

/** @param where the run, in a few words */
export function count(tally: Tally, { verdict, assumptions }: Judged, where: string): void {
  if (verdict.kind === 'does-not-apply') return;
  tally.runs++;
  const unmet = assumptions.some(({ met }) => met !== true);
  const finding: Finding = verdict.kind === 'assumption-not-met' ? verdict.finding : verdict;
  if (finding.kind === 'cannot-be-told') tally.untold++;
  else if (finding.kind === 'violated') {
    tally.violated++;
    if (!unmet) tally.found++;
  } else if (unmet) tally.heldAllTheSame++;
  else tally.held++;
  if (finding.kind === 'measured') {
    tally.fitted.push(finding.measured.fitted);
    if (finding.measured.printed !== null) tally.printed.push(finding.measured.printed);
  }
  const reading = finding.kind === 'violated' ? finding.least : readingOf(verdict);
  if (reading !== null && reading.slack < (tally.least?.slack ?? Infinity)) {
    tally.least = { slack: reading.slack, where, epoch: reading.epoch };
  }
}

const short = (x: number): string => (Math.abs(x) < 1e-12 ? '0' : String(Number(x.toPrecision(3))));

function rangeOf(values: readonly number[]): string {
  if (values.length === 0) return '';
  const [least, most] = [Math.min(...values), Math.max(...values)].map(short);
  return least === most ? least! : `${least} to ${most}`;
}

const HEAD = [
  '| claim | runs | holds | holds, though not all is met | violated | of these all met | untold | least slack, or fitted (paper’s) | where |',
  '| --- | --: | --: | --: | --: | --: | --: | --- | --- |',
];

function row(tally: Tally): string {
  const { claim, runs, held, heldAllTheSame, violated, found, untold, least, fitted, printed } = tally;
  const name = `\`${claim.id}\`${claim.form === 'printed' ? ' (as printed)' : ''}`;
  const paper = printed.length === 0 ? '' : ` (${rangeOf(printed)})`;
  const value =
    claim.kind === 'asymptotic' ? rangeOf(fitted) + paper : least === null ? '' : short(least.slack);
  const where = least === null ? '' : `${least.where}, epoch ${least.epoch}`;
  const counts = [runs, held, heldAllTheSame, violated, found, untold].map((n) => (n === 0 ? '' : String(n)));
  return `| ${[name, ...counts, value, where].join(' | ')} |`;
}

/** The table of some claims. */
export const tableOf = (tallies: readonly Tally[]): string => [...HEAD, ...tallies.map(row)].join('\n');
