import { isNumber } from './kind.ts';

export interface Classes {
  readonly positive: readonly string[];
  readonly negative: readonly string[];
  readonly areGuess: boolean;
}

/** Labels in the order shown: numbers ascending, words by code units. */
export function inOrder(labels: Iterable<string>): readonly string[] {
  const all = [...labels];
  return all.every(isNumber)
    ? all.sort((a, b) => Number(a) - Number(b))
    : all.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/**
 * The two classes: of two labels the later is +1 (the larger number; yes after no, malignant after benign). More are cut
 * in their order where both groups have as many rows as can be.
 * @param labels rows of each label, in order
 */
export function proposeClasses(labels: ReadonlyMap<string, number>): Classes {
  const names = [...labels.keys()];
  const rows = [...labels.values()];
  const total = rows.reduce((sum, each) => sum + each, 0);
  let cut = Math.min(1, names.length - 1);
  let before = 0;
  let least = Infinity;
  for (let k = 1; k < names.length; k++) {
    before += rows[k - 1]!;
    const difference = Math.abs(2 * before - total);
    if (difference < least) {
      least = difference;
      cut = k;
    }
  }
  return {
    negative: names.slice(0, Math.max(cut, 0)),
    positive: names.slice(Math.max(cut, 0)),
    areGuess: names.length > 2,
  };
}
