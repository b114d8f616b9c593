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
 * The outcome of a run: of its recorded epochs so far. A threshold that is passed between two recorded epochs is passed
 * at the later one.
 * @param t the playhead
 */
export function outcomeOf(run: Recording, spec: OutcomeSpec, t: number): Outcome {
  const { length, epochs, end } = run;
  if (end?.kind === 'failed') return { kind: 'waiting' };
  if (length === 0) return { kind: end === null ? 'waiting' : endedWithout(run) };
  const column = columnOf(run, spec.quantity);
  if (spec.quantity === 'testError' || spec.quantity === 'testAccuracy') {
    if (run.column('testError')[0]! < 0) return { kind: 'unmeasured' };
  }
  const diverged = end?.kind === 'outcome' && end.outcome.kind === 'diverged';
  switch (spec.moment) {
    case 'playhead': {
      const beyond = t > epochs[length - 1]!;
      return beyond && diverged ? { kind: 'diverged' } : finite(column[indexAt(epochs, length, t)]!);
    }
    case 'end':
      return diverged ? { kind: 'diverged' } : finite(column[length - 1]!);
    case 'least':
      return diverged ? { kind: 'diverged' } : finite(leastOf(column));
    case 'greatest':
      return diverged ? { kind: 'diverged' } : finite(greatestOf(column));
    case 'below':
    case 'above': {
      const at =
        spec.moment === 'below'
          ? column.findIndex((value) => value <= spec.threshold)
          : column.findIndex((value) => value >= spec.threshold);
      if (at >= 0) return { kind: 'value', value: epochs[at]! };
      if (diverged) return { kind: 'diverged' };
      return { kind: end?.kind === 'outcome' ? 'never' : 'waiting' };
    }
  }
}

const endedWithout = ({ end }: Recording): 'diverged' | 'waiting' =>
  end?.kind === 'outcome' && end.outcome.kind === 'diverged' ? 'diverged' : 'waiting';

const finite = (value: number): Outcome =>
  Number.isFinite(value) ? { kind: 'value', value } : { kind: 'diverged' };

const leastOf = (column: Float64Array): number => column.reduce((a, b) => Math.min(a, b), Infinity);
const greatestOf = (column: Float64Array): number => column.reduce((a, b) => Math.max(a, b), -Infinity);
