/** Which neurons and samples the matrices of a snapshot show; the same for a whole run. */
export interface SnapshotShape {
  /** Row indices r in 0..2m−1 that are shown, ascending (all when 2m is small). */
  readonly rows: Int32Array;
  /** Sample indices i that are shown, ascending (all when n is small). */
  readonly columns: Int32Array;
}
