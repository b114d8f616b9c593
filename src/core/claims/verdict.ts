import type { Measured } from './fit.ts';
import type { Gauge } from './gauge.ts';
import type { Reading, Slacks } from './slacks.ts';

/** What was seen of a claim, whatever it assumes. */
export type Finding =
  | { readonly kind: 'violated'; readonly first: Reading; readonly least: Reading; readonly epochs: Epochs }
  | { readonly kind: 'cannot-be-told'; readonly why: string }
  | { readonly kind: 'holds'; readonly least: Reading; readonly epochs: Epochs }
  | { readonly kind: 'measured'; readonly measured: Measured };

/** In how many epochs it was compared, and in how many it failed. */
export interface Epochs {
  readonly watched: number;
  readonly violated: number;
}

/** In the order of precedence (DESIGN §8), the measured rate of an asymptotic claim beside "holds". */
export type Verdict =
  | { readonly kind: 'does-not-apply'; readonly why: string }
  | Extract<Finding, { kind: 'violated' }>
  /** The conclusion may hold all the same: that is the finding. */
  | {
      readonly kind: 'assumption-not-met';
      readonly unmet: Gauge;
      readonly finding: Exclude<Finding, { kind: 'violated' }>;
    }
  | Exclude<Finding, { kind: 'violated' }>;

/** @param why what to say when nothing was compared */
export function findingOf({ first, least, watched, violated }: Slacks, why: string): Finding {
  if (least === null) return { kind: 'cannot-be-told', why };
  const epochs = { watched, violated };
  return first === null ? { kind: 'holds', least, epochs } : { kind: 'violated', first, least, epochs };
}

export function verdictOf(finding: Finding, assumptions: readonly Gauge[]): Verdict {
  if (finding.kind === 'violated') return finding;
  const unmet = assumptions.find(({ met }) => met !== true);
  return unmet === undefined ? finding : { kind: 'assumption-not-met', unmet, finding };
}

/** The comparison that a verdict is about: the first violation, or the least slack; null where there is none. */
export function readingOf(verdict: Verdict): Reading | null {
  switch (verdict.kind) {
    case 'violated':
      return verdict.first;
    case 'holds':
      return verdict.least;
    case 'assumption-not-met':
      return readingOf(verdict.finding);
    default:
      return null;
  }
}
