import type { Recording } from '../../engine/recording.ts';
import type { Moment, QuantityName } from '../../settings/outcomes.ts';
import { columnOf } from '../data/quantities.ts';
import { indexAt } from '../data/search.ts';

/** Which number of a run is compared. */
export interface OutcomeSpec {
  readonly quantity: QuantityName;
  readonly moment: Moment;
  /** What `below` and `above` have to pass. */
  readonly threshold: number;
}

/** What a run comes to, as far as it has come. */
export type Outcome =
  | { readonly kind: 'value'; readonly value: number }
  /** It ended, and never passed the threshold. */
  | { readonly kind: 'never' }
  /** It stopped being finite before there was such a number. */
  | { readonly kind: 'diverged' }
  /** It was not measured. */
  | { readonly kind: 'unmeasured' }
  /** There is no such number yet. */
  | { readonly kind: 'waiting' };

/** Whether the outcome is an epoch, and not a value of the quantity. */
export const isEpoch = ({ moment }: Pick<OutcomeSpec, 'moment'>): boolean =>
  moment === 'below' || moment === 'above';

/**
 * The outcome of a run. What is of the whole course is there once the run has ended; a threshold that is passed between
 * two recorded epochs is passed at the later one.
 * @param t the playhead
 */
export function outcomeOf(run: Recording, spec: OutcomeSpec, t: number): Outcome {
  const { length, epochs, end } = run;
  const isWhole = end?.kind === 'outcome';
  const diverged = isWhole && end.outcome.kind === 'diverged';
  if (length === 0) return { kind: diverged ? 'diverged' : 'waiting' };
  const of = columnOf(run, spec.quantity);
  if (isErrorOnTests(spec.quantity) && run.column('testError')[0]! < 0) return { kind: 'unmeasured' };
  const { moment, threshold } = spec;
  if (moment === 'below' || moment === 'above') {
    const at = of.findIndex((value) => (moment === 'below' ? value <= threshold : value >= threshold));
    if (at >= 0) return { kind: 'value', value: epochs[at]! };
    if (diverged) return { kind: 'diverged' };
    return { kind: isWhole ? 'never' : 'waiting' };
  }
  if (moment === 'playhead') {
    const isThere = t <= epochs[length - 1]!;
    if (!isThere && diverged) return { kind: 'diverged' };
    return isThere || isWhole ? finite(of[indexAt(epochs, length, t)]!) : { kind: 'waiting' };
  }
  if (!isWhole) return { kind: 'waiting' };
  if (diverged) return { kind: 'diverged' };
  if (moment === 'end') return finite(of[length - 1]!);
  return finite(moment === 'least' ? leastOf(of) : greatestOf(of));
}

const isErrorOnTests = (name: QuantityName): boolean => name === 'testError' || name === 'testAccuracy';

const finite = (value: number): Outcome =>
  Number.isFinite(value) ? { kind: 'value', value } : { kind: 'diverged' };

const leastOf = (column: Float64Array): number => column.reduce((a, b) => Math.min(a, b), Infinity);
const greatestOf = (column: Float64Array): number => column.reduce((a, b) => Math.max(a, b), -Infinity);
