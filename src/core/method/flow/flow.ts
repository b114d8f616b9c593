import type { Work } from '../../slices.ts';

/** A network that moves by gradient flow, dW/dt = −∇L̃, on its own clock u = log(1 + t). */
export interface Flow {
  /** Goes on until u, and leaves C and Z there. @throws RangeError where it cannot get there */
  advance(u: number): Work;
  /** C at the u of the last `advance`, 2m×K. */
  readonly c: Float64Array;
  /** Z = W Uᵀ there, 2m×K; exactly 0 where a neuron stays on its kink. */
  readonly z: Float64Array;
  /** 1 where a neuron stays on the kink of a feature, 2m×K; null where φ has none. */
  readonly sliding: Uint8Array | null;
  /** φ′(⟨w_r, u_k⟩), from γ to 1, with which it stays there; −1 where it does not, 2m×K; null where φ has no kink. */
  readonly kinkSlopes: Float64Array | null;
  /** ‖dW/dt‖_F there, of what slides too; null where it is that of ∂L/∂Z. */
  readonly speed: number | null;
  /** Steps and events so far. */
  readonly steps: number;
  readonly events: number;
}

/** Steps after which a flow is given up: it takes about a third as many as log t is large, and a few for each event. */
export const MOST_STEPS = 2_000_000;

/**
 * @param most {@link MOST_STEPS} but in tests
 * @throws RangeError saying how far the flow has come, and what to do
 */
export function checkSteps(steps: number, logTime: number, most: number): void {
  if (steps <= most) return;
  const earlier = Math.max(0, Math.floor(logTime));
  throw new RangeError(
    `gradient flow has come to log t = ${logTime.toPrecision(6)} in ${most} steps, the most that it may take: the loss does not go to 0, as of samples that the network cannot all fit, so no step can be long; choose an end of log t = ${earlier}, or data that can be fitted`,
  );
}

/** Tolerance of a step against the rounding of margins as large as these (2^−48 of the largest). */
export const allowed = (tolerance: number, largestMargin: number): number =>
  tolerance + 3.552713678800501e-15 * largestMargin;
