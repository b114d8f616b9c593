import type { GroupedMatrices } from './grouped-matrices.ts';
import type { LiveRun } from './live-run.ts';
import type { PairFlips } from './pair-flips.ts';

/** What a run hands to whoever records it. All arrays are owned by the run and reused: copy what is kept. */
export interface Recorder {
  /**
   * A recorded epoch.
   * @param epoch t, strictly increasing from 0
   * @param scalars one number for each of SCALARS, in that order
   * @param margins q_i = y_i f(x_i), n entries
   */
  epoch(epoch: number, scalars: Float64Array, margins: Float64Array): void;
  /** The matrices of an epoch of the snapshot schedule, after `epoch` was called for it. */
  snapshot(snapshot: Snapshot): void;
  /** The run before its first epoch, for whoever looks at more than is recorded (src/core/claims); nothing may be changed. */
  begin?(run: LiveRun): void;
  /** Runs of the study that this one is of: they share the room for snapshots. Alone when absent. */
  readonly siblings?: number;
}

/** What each shown neuron has learnt of signal and noise patches (M Def. 5.2); one entry a row of the shape. */
export interface SignalNoise {
  /** γ_{j,r} = j C_rμ ‖μ‖². */
  readonly gamma: Float64Array;
  /** ⟨w_{j,r}, μ⟩. */
  readonly signal: Float64Array;
  /** max_i ⟨w_{j,r}, ξ_i⟩ over all i. */
  readonly noise: Float64Array;
}

export interface Snapshot {
  readonly epoch: number;
  /** ρ_{j,r,i} = C_ri ‖x_i‖² (K Def. 5.1): rows×columns, row-major. */
  readonly rho: Float64Array;
  /** 1 where ⟨w_r, x_i⟩ ≥ 0, else 0: rows×columns, row-major. */
  readonly active: Uint8Array;
  /**
   * φ′, from γ to 1, of the pairs that stay on their kink ⟨w_r, x_i⟩ = 0, and −1 of all others: rows×columns, row-major. Null
   * where the run is not by gradient flow, or φ has no kink.
   */
  readonly sliding: Float32Array | null;
  /** Both with one row a group, where neurons move by groups and that is less: then they are made when they are read. */
  readonly grouped?: GroupedMatrices | null;
  /** How often each of these pairs has flipped so far, and when last: rows×columns each. */
  readonly flips: PairFlips;
  /** Leading singular values of all of W, descending; empty when this epoch has none. */
  readonly singularValues: Float64Array;
  /** Null for data without a signal patch. */
  readonly neurons: SignalNoise | null;
}
