import type { Proposal } from '../../engine/files/proposal.ts';

/** Which class a label is in; labels of neither have none. */
export type Side = 1 | -1;
export type Sides = ReadonlyMap<string, Side>;

export const proposedSides = ({ positive, negative }: Pick<Proposal, 'positive' | 'negative'>): Sides =>
  new Map([
    ...positive.map((label) => [label, 1] as const),
    ...negative.map((label) => [label, -1] as const),
  ]);

/** The next of +1, −1 and neither. */
export function turned(sides: Sides, label: string): Sides {
  const next = new Map(sides);
  const side = sides.get(label);
  if (side === undefined) next.set(label, 1);
  else if (side === 1) next.set(label, -1);
  else next.delete(label);
  return next;
}

export const sameSides = (a: Sides, b: Sides): boolean =>
  a.size === b.size && [...a].every(([label, side]) => b.get(label) === side);

/** Labels of a class, in the proposal's order. */
export const labelsOn = (side: Side, sides: Sides, { labels }: Pick<Proposal, 'labels'>): readonly string[] =>
  [...labels.keys()].filter((label) => sides.get(label) === side);

export interface Outcome {
  readonly positiveRows: number;
  readonly negativeRows: number;
  /** Points to train on, and to test on. */
  readonly n: number;
  readonly testPoints: number;
  /** What keeps this from being trained on, in words; null where nothing does. */
  readonly obstacle: string | null;
}

/** More are chosen with the slider of n: this many train in seconds. */
const USUAL_N = 1_000;
const MOST_TEST_POINTS = 1_000;

/** What would be trained. `labels`: rows of each label. */
export function outcomeOf(sides: Sides, { labels }: Pick<Proposal, 'labels'>): Outcome {
  let positiveRows = 0;
  let negativeRows = 0;
  for (const [label, rows] of labels) {
    const side = sides.get(label);
    if (side === 1) positiveRows += rows;
    else if (side === -1) negativeRows += rows;
  }
  const rows = positiveRows + negativeRows;
  // Four of five to train, the fifth to test; of very few all but one.
  const n = Math.min(USUAL_N, Math.max(2, Math.floor(0.8 * rows)));
  return {
    positiveRows,
    negativeRows,
    n,
    testPoints: Math.max(0, Math.min(MOST_TEST_POINTS, rows - n)),
    obstacle: obstacleOf(labels.size, positiveRows, negativeRows),
  };
}

function obstacleOf(labels: number, positiveRows: number, negativeRows: number): string | null {
  if (labels === 0) return 'No column is the label yet: press a column’s head and choose “The label”.';
  if (labels === 1)
    return 'All rows have one label: two classes need two. Choose another column as the label.';
  if (positiveRows === 0) return 'No label is in class +1: press a label’s bar to put it there.';
  if (negativeRows === 0) return 'No label is in class −1: press a label’s bar until it is there.';
  return null;
}
