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
  /**
   * Of the pattern that the run has at the epoch: the angle between W and the solution W* of its max-margin problem in radians
   * (F (1), K (4.1)), and min over λ ≥ 0 of ‖W − Σ λ_i ∇q_i‖_F/‖W‖_F with Σ λ_i (q_i/q_min − 1)/Σ λ_i, the KKT conditions.
   */
  'limitAngle',
  'kktStationarity',
  'kktComplementarity',
] as const;

export type ProbeName = (typeof PROBES)[number];

/** Those of the limit: a run that is measured for one of them reports its limit, too. */
export const LIMIT_PROBES = [
  'limitAngle',
  'kktStationarity',
  'kktComplementarity',
] as const satisfies readonly ProbeName[];

/** A probe over a run: an entry for each epoch at which it was measured, ascending. */
export interface ProbeColumn {
  readonly epochs: Float64Array;
  readonly values: Float64Array;
}
