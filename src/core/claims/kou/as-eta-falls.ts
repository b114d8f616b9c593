/**
 * Why a bound that K proves of steps holds of the flow: it is closed, its constants are of ηt alone, and it holds for every η
 * that is small enough, while steps from one W(0) come to the flow as η → 0, on kinks too (docs/flow.md; tested in
 * test/core/method/flow/limits.test.ts).
 */
export const AS_ETA_FALLS =
  'Steps come to the flow as η → 0 with ηt held fast, and the bound, which is closed and depends on ηt alone, goes with them; t is the flow’s time, and η is 1 in the formula.';

/** Of what is said of t → ∞: the same in log t. */
export const IN_LOG_TIME =
  'What is proved of ηt for every small η is proved of the flow’s time; the fit is in its log t, and a = R_max²/(nm).';
