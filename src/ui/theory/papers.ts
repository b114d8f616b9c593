import type { ClaimText, Paper, Read } from '../../core/claims/claim.ts';
import type { ClaimStanding } from '../../settings/claim-standing.ts';
import type { PanelId } from '../panels/formulas.ts';
import { theoryPanelOf } from '../panels/theory.ts';

/** How papers are called on the page. */
export const PAPERS: Readonly<Record<Paper, string>> = {
  yours: 'Yours',
  kou: 'Kou, Chen and Gu 2023',
  frei: 'Frei, Vardi, Bartlett and Srebro 2023',
  meng: 'Meng, Cao and Zou 2023',
  lab: 'Measured beyond the papers',
};

/** Claims of one paper, in the order in which they are declared. */
export interface PaperClaims {
  readonly paper: Paper;
  readonly claims: readonly ClaimStanding[];
}

export const byPaper = (claims: readonly ClaimStanding[]): readonly PaperClaims[] =>
  (Object.keys(PAPERS) as Paper[]).flatMap((paper) => {
    const own = claims.filter(({ text }) => text.paper === paper);
    return own.length === 0 ? [] : [{ paper, claims: own }];
  });

/** The charts that show what a claim reads, where the theory is not drawn on them. */
const ELSEWHERE: Readonly<Partial<Record<Read, PanelId>>> = {
  coefficients: 'rho-lines',
  effectiveRankAll: 'effective-rank',
  effectiveRankNegative: 'effective-rank',
  effectiveRankPositive: 'effective-rank',
  flips: 'pattern',
  flipsSoFar: 'flips',
  gradientNorm: 'gradient-norm',
  kktComplementarity: 'limit',
  kktStationarity: 'limit',
  lastFlip: 'last-flip',
  limitAngle: 'limit',
  lossRatio: 'margin-gap',
  normalisedMargin: 'normalised-margin',
  pattern: 'activation',
  penalty: 'loss',
  sharpness: 'sharpness',
  testError: 'errors',
  trainError: 'errors',
  weights: 'spectrum',
};

/** Ids of the charts that show what a claim reads, each once. */
export const panelsOf = ({ reads }: Pick<ClaimText, 'reads'>): readonly PanelId[] => [
  ...new Set(reads.flatMap((read) => theoryPanelOf(read) ?? ELSEWHERE[read] ?? [])),
];
