import type { RegularizerSpec } from './experiment.ts';
import type { SnapshotShape } from './observe/snapshot-shape.ts';
import type { ScalarName } from './observe/quantities.ts';

/** What is known of a run before its first epoch: facts of the data it drew. */
export interface RunFacts {
  readonly n: number;
  /** Ambient dimension d. */
  readonly d: number;
  /** 2m. */
  readonly neurons: number;
  /** y_i, ±1. */
  readonly labels: Float64Array;
  readonly testPoints: number;
  readonly space: 'feature' | 'weight';
  readonly shape: SnapshotShape;
  /** Epochs t that will be recorded, ascending from 0 to T: a function of the experiment alone. */
  readonly recordedEpochs: number;
  /** R_min = min ‖u_k‖ and R_max = max ‖u_k‖ of the training data's features (K §4: of the x_i). */
  readonly rMin: number;
  readonly rMax: number;
  /** p = max_{i≠k} |⟨u_i, u_k⟩| (K §4); null where the Gram matrix is not formed. */
  readonly p: number | null;
  /** ‖μ‖ of data with a signal patch (M Def. 2.1); null for other data. */
  readonly signalNorm: number | null;
  /** ‖μ‖/(σₚ √d), where μ and σₚ are known; ∞ without noise. */
  readonly signalToNoise: number | null;
  /** The penalty of this run, and when it is switched off. */
  readonly regularizer: RegularizerSpec;
}

/** How a run ended. */
export type Outcome =
  | { readonly kind: 'finished' }
  | {
      readonly kind: 'diverged';
      /** The first recorded quantity that was not finite, and its epoch. */
      readonly quantity: ScalarName | 'margins' | 'pre-activations';
      readonly epoch: number;
      readonly eta: number;
      /** A learning rate with which the run was tried and stayed finite, or null where none was found. */
      readonly suggestedEta: number | null;
    };
