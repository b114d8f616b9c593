import type { ClaimText, Paper } from '../../core/claims/claim.ts';
import type { ClaimStanding } from '../../settings/claim-standing.ts';

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

/** The charts that show what a claim reads. */
const PANELS_OF: Readonly<Partial<Record<ClaimText['reads'][number], string>>> = {
  agreement: 'activation',
  flips: 'activation',
  coefficients: 'rho-lines',
  effectiveRankAll: 'effective-rank',
  effectiveRankNegative: 'effective-rank',
  effectiveRankPositive: 'effective-rank',
  frobenius: 'neuron-norms',
  loss: 'loss',
  lossRatio: 'margin-gap',
  marginGap: 'margin-gap',
  margins: 'margins',
  maxNeuronNorm: 'neuron-norms',
  minNeuronNorm: 'neuron-norms',
  normalisedMargin: 'normalised-margin',
  pattern: 'pattern',
  sharpness: 'sharpness',
  stableRankAll: 'stable-rank',
  stableRankNegative: 'stable-rank',
  stableRankPositive: 'stable-rank',
  testError: 'errors',
  trainError: 'errors',
  signal: 'signal-noise',
  noise: 'signal-noise',
  flipsSoFar: 'activation',
  lastFlip: 'activation',
  gradientNorm: 'gradient-norm',
  weights: 'spectrum',
};

/** Ids of these charts, each once. */
export const panelsOf = ({ reads }: Pick<ClaimText, 'reads'>): readonly string[] => [
  ...new Set(reads.flatMap((read) => PANELS_OF[read] ?? [])),
];
