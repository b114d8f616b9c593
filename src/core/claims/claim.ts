import type { Experiment } from '../experiment.ts';
import type { ScalarName } from '../observe/quantities.ts';
import type { Drawing } from './drawing.ts';
import type { ProbeName } from '../probe/quantities.ts';
import type { Fit, Law } from './fit.ts';
import type { Assumption } from './gauge.ts';
import type { Run } from './run.ts';
import type { Slacks } from './slacks.ts';
import type { State } from './state.ts';

/** Whose claim it is: K, F or M, this project's own, or a person's. */
export type Paper = 'kou' | 'frei' | 'meng' | 'lab' | 'yours';

/** What a claim reads: recorded scalars, and what charts show beside them. */
export type Read =
  ScalarName | ProbeName | 'coefficients' | 'margins' | 'normalisedMargin' | 'pattern' | 'weights';

/** A printed formula and what it should be. */
export interface Misprint {
  /** The formula as printed. */
  readonly tex: string;
  /** Its entry among the corrections of CLAIMS. */
  readonly correction: string;
  /** How the correction was derived. */
  readonly how: string;
}

/** A statement of a paper; its words and formula, and nothing of how it is shown. */
interface Statement {
  /** Stays as it is: tests, files and links name it. */
  readonly id: string;
  /** Its entry in CLAIMS. */
  readonly claimsId: string;
  readonly paper: Paper;
  /** Of the lemma, theorem or equation. */
  readonly number: string;
  /** Where the printed form is: the appendix or section. */
  readonly place: string;
  /** A form that is printed and does not hold, watched beside the one that does. */
  readonly form?: 'printed';
  /** δ of a statement that holds with probability 1 − δ over the initialisation. */
  readonly delta?: number;
  readonly statement: string;
  readonly tex: string;
  /** Three sentences on why one should care. */
  readonly why: string;
  /** Of a statement that is printed for gradient descent and watched of its flow, too: why it holds there, and of what form. */
  readonly flow?: string;
  /** Where the paper prints something else. */
  readonly printed?: Misprint;
  /** What is measured, and at which epochs, where it is not every recorded one. */
  readonly measured: string;
  /** Whether it is watched only when `isDue` (sparse.ts) says so: what is dear, or changes slowly. */
  readonly thinned?: true;
  readonly reads: readonly Read[];
  /** Its curves on the charts of what it is about; none when absent. */
  readonly draws?: readonly Drawing[];
  readonly assumes: readonly Assumption[];
  /** Why the statement says nothing of an experiment; null where it does. */
  applies(experiment: Experiment): string | null;
}

/** Turns an epoch's state into comparisons. */
export interface Watch<Into> {
  at(state: State, into: Into): void;
  /** Why nothing was compared, when nothing was. */
  silent?(): string;
}

export type SlackWatch = Watch<Slacks>;

export interface FitWatch extends Watch<Fit> {
  /** The quantity that has y for a point of the fit at epoch t, for its curve; y itself when absent. */
  quantity?(t: number, y: number): number;
}

/** A statement that holds or fails at an epoch. */
export interface Checked extends Statement {
  readonly kind: 'identity' | 'inequality';
  watch(run: Run): SlackWatch;
}

/** A statement about t → ∞, or with a constant that the paper does not give: it is measured, and never "holds". */
export interface Asymptotic extends Statement {
  readonly kind: 'asymptotic';
  readonly law: Law;
  /** What is fitted, in a few words: "exponent of t in L". */
  readonly fits: string;
  /** The paper's rate or constant for this run; null where it gives none. */
  printedRate(run: Run): number | null;
  watch(run: Run): FitWatch;
}

export type Claim = Checked | Asymptotic;

/** What is said of a claim, without its mathematics: plain data, which may cross threads. */
export interface ClaimText extends Omit<Statement, 'assumes' | 'applies'> {
  readonly kind: Claim['kind'];
  /** Of an asymptotic claim: what is fitted. */
  readonly fits?: string;
}

/** A claim's words and formulas. */
export function textOf(claim: Claim): ClaimText {
  const { id, claimsId, paper, number, place, kind, statement, tex, why, measured, reads } = claim;
  return {
    ...{ id, claimsId, paper, number, place, kind, statement, tex, why, measured, reads },
    ...(claim.form !== undefined && { form: claim.form }),
    ...(claim.delta !== undefined && { delta: claim.delta }),
    ...(claim.flow !== undefined && { flow: claim.flow }),
    ...(claim.printed !== undefined && { printed: claim.printed }),
    ...(claim.thinned !== undefined && { thinned: claim.thinned }),
    ...(claim.draws !== undefined && { draws: claim.draws }),
    ...(claim.kind === 'asymptotic' && { fits: claim.fits }),
  };
}
