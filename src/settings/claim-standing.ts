import type { ClaimText } from '../core/claims/claim.ts';
import type { Gauge } from '../core/claims/gauge.ts';
import type { Verdict } from '../core/claims/verdict.ts';

/** How a claim stands over runs, worst first: what one of them says is said of all. */
export const STANDINGS = ['violated', 'outside', 'untold', 'holds', 'measured', 'silent'] as const;

/**
 * `violated`: on data that meets its assumptions. `outside`: an assumption is not met, and the conclusion holds or fails.
 * `untold`: nothing could be compared. `silent`: it says nothing of these experiments.
 */
export type Standing = (typeof STANDINGS)[number];

/** What became of a claim on one run. */
interface Judgement {
  readonly verdict: Verdict;
  readonly assumptions: readonly Gauge[];
}

/** Of one run. */
export function standingOf({ verdict, assumptions }: Judgement): Standing {
  switch (verdict.kind) {
    case 'does-not-apply':
      return 'silent';
    case 'assumption-not-met':
      return 'outside';
    case 'violated':
      return assumptions.every(({ met }) => met === true) ? 'violated' : 'outside';
    case 'cannot-be-told':
      return 'untold';
    default:
      return verdict.kind;
  }
}

/** Whether the conclusion failed on a run, its assumptions met or not. */
export const fails = ({ verdict }: Judgement): boolean => verdict.kind === 'violated';

/** A claim over runs. */
export interface ClaimStanding {
  readonly text: ClaimText;
  readonly standing: Standing;
  /** On so many of the runs that it says something of … */
  readonly applies: number;
  /** … the conclusion failed. */
  readonly failed: number;
}

/** The claims over runs, in their order. @param runs what was judged of each run */
export function standingsOf(
  texts: readonly ClaimText[],
  runs: readonly (readonly Judgement[])[],
): readonly ClaimStanding[] {
  return texts.map((text, k) => {
    const judged = runs.map((run) => run[k]!);
    const standings = judged.map(standingOf);
    return {
      text,
      standing: STANDINGS.find((one) => standings.includes(one)) ?? 'silent',
      applies: standings.filter((one) => one !== 'silent').length,
      failed: judged.filter(fails).length,
    };
  });
}

/** How many claims stand how; those that are printed wrong, and watched to be seen failing, are not among them. */
export function countStandings(claims: readonly ClaimStanding[]): Readonly<Record<Standing, number>> {
  const counts = Object.fromEntries(STANDINGS.map((standing) => [standing, 0])) as Record<Standing, number>;
  for (const { text, standing } of claims) if (text.form !== 'printed') counts[standing]++;
  return counts;
}
