import type { SealedDataset } from '../protocol/sealed-dataset.ts';
import type { Mode } from '../settings/modes.ts';
import type { Settings } from '../settings/schema.ts';
import type { Recording } from './recording.ts';

/** The runs of one regularisation mode. */
export interface Variant {
  readonly mode: Mode;
  /** One for each seed, in seed order. */
  readonly recordings: readonly Recording[];
}

/** The runs of one setting of the sliders (seed, seed + 1, …), and what became of them. */
export interface Batch {
  readonly id: number;
  readonly settings: Settings;
  /** One, or all that are trained side by side; none when the settings are refused. */
  readonly variants: readonly Variant[];
  /** Of the mode that the settings choose: one for each run, in seed order. */
  readonly recordings: readonly Recording[];
  readonly status: 'computing' | 'paused' | 'done' | 'cancelled' | 'failed' | 'diverged';
  /** Share of all epochs computed, 0..1. */
  readonly progress: number;
  /** What to tell the user when status is failed or diverged, or when a worker was replaced; else null. */
  readonly message: string | null;
  /** An η with which it was tried and stayed finite, when status is diverged and one was found. */
  readonly suggestedEta: number | null;
  /** 16 hex digits of all the recordings once done, else null. */
  readonly fingerprint: string | null;
}

/** What the page uses to compute. The implementation owns the workers. */
export interface Lab {
  /**
   * Computes these settings and cancels what is under way; a batch that has the same runs goes on, or stays, with another
   * of its modes in front. `current` becomes the new batch once it has a whole run, after a moment once it has come to
   * the playhead, and a little later with what it has; until then the last good one stays.
   */
  compute(settings: Settings): void;
  /** The batch on screen: the newest that has something to show; null before the first. */
  readonly current: Batch | null;
  /** The newest batch, if it is not `current` (yet): it is being computed, or ended before its first epoch. */
  readonly pending: Batch | null;
  pause(): void;
  resume(): void;
  step(): void;
  cancel(): void;
  /** Hands a dataset to all workers, now and later. */
  provide(dataset: SealedDataset): void;
  /** Calls back (at most once a frame is taken) whenever a batch changed; returns how to stop. */
  subscribe(listener: () => void): () => void;
  /** Ends all workers. */
  dispose(): void;
}
