/** The shown neurons where they move by groups: the same object for as long as none changes its group. */
export interface GroupBase {
  /** What each had of C when it joined its group: rows×columns. */
  readonly still: Float64Array;
  /** Group of each shown neuron. */
  readonly groupOf: Int32Array;
  /** ‖u_k‖² of the feature of each shown sample. */
  readonly squaredNorms: Float64Array;
}

/** The matrices of a snapshot, group by group: a neuron's row of C is what it had when it joined, and what its group moved since. */
export interface GroupedMatrices {
  readonly base: GroupBase;
  /** groups×columns. */
  readonly moved: Float64Array;
  /** 1 where the group fires: groups×columns. */
  readonly fires: Uint8Array;
}

/** ρ, rows×columns: the same operations as where all of C is written out, so the same bits. */
export function rhoOf({ base, moved }: GroupedMatrices): Float64Array {
  const { still, groupOf, squaredNorms } = base;
  const { length } = squaredNorms;
  const rho = new Float64Array(still.length);
  for (let row = 0, at = 0; row < groupOf.length; row++) {
    for (let i = 0, from = groupOf[row]! * length; i < length; i++, at++) {
      rho[at] = (still[at]! + moved[from + i]!) * squaredNorms[i]!;
    }
  }
  return rho;
}

/** Who fires, rows×columns. */
export function activeOf({ base: { groupOf, squaredNorms }, fires }: GroupedMatrices): Uint8Array {
  const { length } = squaredNorms;
  const active = new Uint8Array(groupOf.length * length);
  groupOf.forEach((g, row) => active.set(fires.subarray(g * length, (g + 1) * length), row * length));
  return active;
}
