import type { RunFacts } from '../../core/outcome.ts';
import type { Snapshot } from '../../core/observe/recorder.ts';

/** Which entries of a snapshot's matrix are shown where: rows by class of the neuron, columns by label, +1 first. */
export interface MatrixOrder {
  /** Matrix row of each shown row, from the top. */
  readonly rows: Int32Array;
  /** Matrix column of each shown column, from the left. */
  readonly columns: Int32Array;
  readonly positiveRows: number;
  readonly positiveColumns: number;
  /** Columns of a stored matrix. */
  readonly stride: number;
}

/** Rows of a class as they were drawn (by index), or by their activation pattern. */
export type RowOrder = 'drawn' | 'pattern';

interface Known {
  readonly drawn: MatrixOrder;
  pattern: { readonly last: Snapshot; readonly order: MatrixOrder } | null;
}

const orders = new WeakMap<RunFacts, Known>();

/**
 * The order of a run's pictures: the same object each time, so that sizes follow it, not every frame. Rows by pattern
 * are in the order of the last snapshot there is, so that they stand still while the playhead moves.
 */
export function matrixOrder(
  facts: RunFacts,
  rows: RowOrder = 'drawn',
  snapshots: readonly Snapshot[] = [],
): MatrixOrder {
  const known = orders.get(facts) ?? { drawn: orderOf(facts), pattern: null };
  orders.set(facts, known);
  const last = snapshots.at(-1);
  if (rows === 'drawn' || !last) return known.drawn;
  if (known.pattern?.last !== last) {
    const sorted = rowsByPattern(known.drawn, last.active);
    const before = known.pattern?.order;
    // While a run grows, most snapshots leave the order as it is.
    const same = before?.rows.every((row, k) => row === sorted[k]) === true;
    known.pattern = { last, order: same ? before : { ...known.drawn, rows: sorted } };
  }
  return known.pattern.order;
}

function orderOf({ neurons, labels, shape }: RunFacts): MatrixOrder {
  const m = neurons / 2;
  const columns = Array.from(shape.columns, (_, k) => k);
  const isPositive = (k: number): boolean => labels[shape.columns[k]!]! > 0;
  const positive = columns.filter(isPositive);
  return {
    // Stored rows ascend and the positive neurons are the rows 0..m−1, so they are sorted already.
    rows: Int32Array.from(shape.rows, (_, k) => k),
    columns: Int32Array.from([...positive, ...columns.filter((k) => !isPositive(k))]),
    positiveRows: shape.rows.reduce((count, r) => count + (r < m ? 1 : 0), 0),
    positiveColumns: positive.length,
    stride: shape.columns.length,
  };
}

/**
 * The rows of each class so that those with the same pattern stand together: compared point by point, those of the
 * neuron's own class first, and what fires before what is silent; ties by index. Dead neurons come last.
 * @param active rows×columns, 1 where the neuron fires
 */
export function rowsByPattern(order: MatrixOrder, active: Uint8Array): Int32Array {
  const { rows, columns, positiveRows, positiveColumns, stride } = order;
  const ofPositive = columns.subarray(0, positiveColumns);
  const ofNegative = columns.subarray(positiveColumns);
  const sorted = (part: Int32Array, compared: readonly number[]): number[] =>
    [...part].sort((a, b) => {
      for (const column of compared) {
        const difference = active[b * stride + column]! - active[a * stride + column]!;
        if (difference !== 0) return difference;
      }
      return a - b;
    });
  return Int32Array.from([
    ...sorted(rows.subarray(0, positiveRows), [...ofPositive, ...ofNegative]),
    ...sorted(rows.subarray(positiveRows), [...ofNegative, ...ofPositive]),
  ]);
}
