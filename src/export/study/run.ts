import type { Snapshot } from '../../core/observe/recorder.ts';
import type { SnapshotShape } from '../../core/observe/snapshot-shape.ts';
import type { RunProbes } from '../measured.ts';
import type { PlannedRun } from '../../settings/study/plan.ts';

/** The matrices of a run. */
export interface RunMatrices {
  readonly shape: SnapshotShape;
  readonly snapshots: readonly Snapshot[];
}

/** A run of a study as far as it was recorded. */
export interface RecordedRun {
  readonly planned: PlannedRun;
  readonly epochs: Float64Array;
  /** A column for each of SCALARS. */
  readonly scalars: readonly Float64Array[];
  /** (recorded epochs)×n. */
  readonly margins: Float64Array;
  /** What was measured beside it. */
  readonly probes: RunProbes;
  /** Whether nothing more will come. */
  readonly isWhole: boolean;
  /** Of the point in front; null of others. */
  readonly matrices: RunMatrices | null;
}
