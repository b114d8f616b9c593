import { quoted } from '../words.ts';
import { affirmativeOf } from './affirmative.ts';
import { isNumber } from './kind.ts';

export interface Classes {
  readonly positive: readonly string[];
  readonly negative: readonly string[];
  readonly areGuess: boolean;
  /** Why these, where it is not their order: a sentence; null where it is. */
  readonly why: string | null;
}

/** Labels in the order shown: numbers ascending, words by code units. */
export function inOrder(labels: Iterable<string>): readonly string[] {
  const all = [...labels];
  return all.every(isNumber)
    ? all.sort((a, b) => Number(a) - Number(b))
    : all.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/**
 * The two classes. Of two labels, or of more that are two but for capitals, +1 is the one that means yes, else the later
 * (the larger number; malignant after benign). Others are cut in their order where both groups have as many rows as can be.
 * @param labels rows of each label, in order
 */
export function proposeClasses(labels: ReadonlyMap<string, number>): Classes {
  const names = [...labels.keys()];
  const folded = inOrder(new Set(names.map(fold)));
  if (folded.length !== 2) return halves(names, [...labels.values()]);
  const [a, b] = folded as [string, string];
  const affirmative = affirmativeOf(a, b);
  const yes = affirmative ?? b;
  const positive = names.filter((name) => fold(name) === yes);
  const negative = names.filter((name) => fold(name) !== yes);
  const reasons = [
    names.length > 2 ? 'Labels that differ in capitals alone are taken for one.' : null,
    affirmative === null
      ? null
      : `Of ${quoted(negative[0]!)} and ${quoted(positive[0]!)} the latter is affirmative: class +1.`,
  ];
  const why = reasons.filter((reason) => reason !== null).join(' ');
  return { positive, negative, areGuess: false, why: why === '' ? null : why };
}

const fold = (label: string): string => label.trim().toLowerCase();

function halves(names: readonly string[], rows: readonly number[]): Classes {
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
    why: null,
  };
}
