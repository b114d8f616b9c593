import type { SealedDataset } from '../protocol/sealed-dataset.ts';
import type { Settings } from '../settings/schema.ts';
import type { AxisName } from '../settings/study/axis.ts';
import type { Point, Study } from '../settings/study/study.ts';
import type { Recording } from './recording.ts';

/** Which value of an axis a point has. */
export interface CurvePlace {
  readonly setting: AxisName;
  readonly place: number;
  /** Of so many. */
  readonly of: number;
}

/** The runs of one point of a study. */
export interface Variant {
  readonly point: Point;
  /** Its place on the study's first axis, and what that varies; null where nothing varies, and of a pin. */
  readonly curve: CurvePlace | null;
  /** Its place on the second axis; absent where there is none, and of a pin. */
  readonly across?: CurvePlace;
  /** What tells it from the others: "γ = 0.1", a pin's name, or "in front" where nothing varies. */
  readonly name: string;
  /** One for each seed, in seed order. */
  readonly recordings: readonly Recording[];
}

/** The runs of one study, and what became of them. */
export interface Batch {
  readonly id: number;
  readonly study: Study;
  /** The study's base: what is in front. */
  readonly settings: Settings;
  /** One for each point of the study, in its order; none when it is refused. */
  readonly variants: readonly Variant[];
  /** What charts over time draw: the values of the first axis at the others' values in front, then the pins. */
  readonly curves: readonly Variant[];
  /** Of the point in front: one for each run, in seed order. */
  readonly recordings: readonly Recording[];
  /** `cancelled`: put aside for another study while it was computed. */
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
   * Computes this study and cancels what is under way and not wanted any more. Runs that are there, or under way, are not
   * computed again: a batch that has the same runs goes on, or stays, with another of its values in front. `current`
   * becomes the new batch once it has a whole run, after a moment once it has come to the playhead, and a little later
   * with what it has; until then the last good one stays.
   */
  compute(study: Study): void;
  /** The batch on screen: the newest that has something to show; null before the first. */
  readonly current: Batch | null;
  /** The newest batch, if it is not `current` (yet): it is being computed, or ended before its first epoch. */
  readonly pending: Batch | null;
  /**
   * Stops what is under way, without losing anything: what was recorded stays where it is, and `resume` goes on from there,
   * until another study is asked for.
   */
  pause(): void;
  resume(): void;
  /** Of a paused batch: one recorded epoch more. */
  step(): void;
  /** Hands a dataset to all workers, now and later. */
  provide(dataset: SealedDataset): void;
  /** Calls back (at most once a frame is taken) whenever a batch changed; returns how to stop. */
  subscribe(listener: () => void): () => void;
  /** Ends all workers. */
  dispose(): void;
}
