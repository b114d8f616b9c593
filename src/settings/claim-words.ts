import type { ClaimText } from '../core/claims/claim.ts';
import type { Measured } from '../core/claims/fit.ts';
import type { Gauge } from '../core/claims/gauge.ts';
import type { Reading } from '../core/claims/slacks.ts';
import type { Finding, Verdict } from '../core/claims/verdict.ts';
import type { Judged } from '../core/claims/watch.ts';
import { SETTINGS } from './schema.ts';
import { formatNumber } from './words.ts';

/** Three significant digits: what a verdict is read for is the size. */
const short = (x: number): string =>
  x === Infinity ? '∞' : x === -Infinity ? '−∞' : formatNumber(Number(x.toPrecision(3))).replace('-', '−');

const sides = ({ left, relation, right }: Reading): string => `${short(left)} ${relation} ${short(right)}`;

/** What holds of the sides that are shown of a violation is the opposite of the claim. */
const OPPOSITE = { '≤': '>', '≥': '<', '=': '≠' } as const;

const failing = ({ left, relation, right }: Reading): string =>
  `${short(left)} ${OPPOSITE[relation]} ${short(right)}`;

/** What words about a verdict need of its claim. */
type Told = Pick<ClaimText, 'delta' | 'fits'>;

/** A verdict in words: the one place where they are made. */
export function verdictInWords(verdict: Verdict, claim: Told): string {
  switch (verdict.kind) {
    case 'does-not-apply':
      return `does not apply: ${verdict.why}`;
    case 'assumption-not-met':
      return `assumption not met: ${gaugeInWords(verdict.unmet)}; all the same, ${findingInWords(verdict.finding, claim)}`;
    default:
      return findingInWords(verdict, claim);
  }
}

function findingInWords(finding: Finding, claim: Told): string {
  switch (finding.kind) {
    case 'violated': {
      const { watched, violated } = finding.epochs;
      const rare = claim.delta === undefined ? '' : `; it may, with probability δ = ${claim.delta}`;
      return `violated at ${epochInWords(finding.first)}: ${failing(finding.first)}; at ${violated} of ${watched} ${finding.first.logTime === undefined ? 'epochs' : 'points'}${rare}`;
    }
    case 'cannot-be-told':
      return `it cannot be told: ${finding.why}`;
    case 'holds':
      return `holds so far: least slack ${short(finding.least.slack)} at ${epochInWords(finding.least)} (${sides(finding.least)})`;
    case 'measured':
      return measuredInWords(finding.measured, claim);
  }
}

function measuredInWords(measured: Measured, claim: Told): string {
  const { fitted, printed, least, greatest } = measured;
  const { fits = 'rate' } = claim;
  const range = least === greatest ? '' : `, between ${short(least)} and ${short(greatest)}`;
  const beside = printed === null ? '' : `, beside ${short(printed)}`;
  return `measured: ${fits} ${short(fitted)}${beside}, over ${rangeInWords(measured)}${range}`;
}

/** A recorded epoch; of a flow, whose points are at no whole times, its time. */
export const epochInWords = ({ epoch, logTime }: Pick<Reading, 'epoch' | 'logTime'>): string =>
  logTime === undefined ? `epoch ${epoch}` : logTime === -Infinity ? 't = 0' : `log t = ${whole(logTime)}`;

/** Of log t three digits, and all of those before the point: ends of a grid are read off the axis. */
const whole = (logTime: number): string =>
  Math.abs(logTime) >= 100 ? formatNumber(Math.round(logTime), 'integer') : short(logTime);

const rangeInWords = ({ from, to, logTimes }: Measured): string =>
  logTimes === undefined ? `epochs ${from} to ${to}` : `log t = ${logTimes.map(whole).join(' to ')}`;

/** A gauge with its number, its threshold and what to turn. */
export function gaugeInWords({ name, value, relation, needs, met, suggestion }: Gauge): string {
  if (value === null) return `${name} cannot be told here`;
  const number = `${name} is ${short(value)}, needs ${relation} ${short(needs)}`;
  if (met === true || suggestion === undefined) return number;
  return `${number}: turn ${SETTINGS[suggestion.setting].symbol} to about ${short(suggestion.value)}`;
}

/** How many runs have which verdict of a claim. */
export interface ClaimCount {
  readonly id: string;
  readonly claims_id: string;
  readonly form: 'holds' | 'printed';
  /** Of how many; the other numbers add up to it. */
  readonly runs: number;
  readonly verdicts: Readonly<Partial<Record<Verdict['kind'], number>>>;
}

/** @param runs what was judged of each, the same claims in the same order */
export function countClaims(runs: readonly (readonly Judged[])[]): readonly ClaimCount[] {
  return (runs[0] ?? []).map(({ claim }, k) => {
    const verdicts: Partial<Record<Verdict['kind'], number>> = {};
    for (const judged of runs) {
      const kind = judged[k]!.verdict.kind;
      verdicts[kind] = (verdicts[kind] ?? 0) + 1;
    }
    return {
      id: claim.id,
      claims_id: claim.claimsId,
      form: claim.form ?? 'holds',
      runs: runs.length,
      verdicts,
    };
  });
}

const NAMES: Readonly<Record<Verdict['kind'], string>> = {
  violated: 'violated',
  'assumption-not-met': 'assumption not met',
  'cannot-be-told': 'cannot be told',
  holds: 'holds so far',
  measured: 'measured',
  'does-not-apply': 'does not apply',
};

/** A line for each claim that says something of a run: how many of how many. */
export function countsInWords(counts: readonly ClaimCount[]): readonly string[] {
  return counts.flatMap(({ id, form, runs, verdicts }) => {
    if (verdicts['does-not-apply'] === runs) return [];
    const parts = (Object.keys(NAMES) as Verdict['kind'][]).flatMap((kind) =>
      verdicts[kind] === undefined ? [] : [`${NAMES[kind]} ${verdicts[kind]} of ${runs}`],
    );
    return [`${id.padEnd(36)} ${form === 'printed' ? 'as printed: ' : ''}${parts.join(', ')}`];
  });
}
