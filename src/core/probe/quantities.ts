/**
 * What is measured beside the recording, in a pass of its own and at some of its epochs: too dear for every epoch, and in no
 * fingerprint.
 */
export const PROBES = [
  /** λ_max(∇²L) of the data loss, without any regulariser. */
  'sharpness',
  /** exp(−Σ_k p_k log p_k) with p_k = σ_k / Σ_l σ_l, of the singular values of W₊, W₋ and W (Roy and Vetterli 2007). */
  'effectiveRankPositive',
  'effectiveRankNegative',
  'effectiveRankAll',
] as const;

export type ProbeName = (typeof PROBES)[number];

/** A probe over a run: an entry for each epoch at which it was measured, ascending. */
export interface ProbeColumn {
  readonly epochs: Float64Array;
  readonly values: Float64Array;
}
