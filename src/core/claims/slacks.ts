import { EPOCHS, type Clock } from './clock.ts';

/**
 * Which sides a comparison has. The slack of left ≤ right is (right − left)/scale, of left ≥ right (left − right)/scale,
 * and of left = right `tolerance` − |left − right|/scale: not negative while it holds. The scale is |right| but where that
 * says nothing of the size of things.
 */
export type Relation = '≤' | '≥' | '=';

/** A comparison of one epoch. */
export interface Reading {
  readonly epoch: number;
  /** log t of it, of a flow. */
  readonly logTime?: number;
  readonly left: number;
  readonly right: number;
  readonly relation: Relation;
  readonly slack: number;
}

/** Rounding: an inequality that holds with equality may fail by so much of its scale. */
export const ROUNDING = 1e-9;

/** Relative error that an identity may have unless its claim says otherwise. */
export const TOLERANCE = 1e-9;

/**
 * The slacks of one claim over one run. A watch compares as often as it wants within an epoch; the least slack of the
 * epoch is the epoch's, and the verdict is made of these (verdict.ts).
 */
export class Slacks {
  /** The least slack of the epoch under way, and its sides; null while nothing was compared. */
  latest: Reading | null = null;
  /** The first violation, and the least slack of all epochs. */
  first: Reading | null = null;
  least: Reading | null = null;
  /** Epochs in which something was compared, and those in which it failed. */
  watched = 0;
  violated = 0;

  /** What is drawn of the epoch under way, in the order of the claim's drawings. */
  readonly drawn: number[] = [];

  constructor(private readonly clock: Clock = EPOCHS) {}

  private epoch = 0;
  private slack = Infinity;
  private left = 0;
  private right = 0;
  private relation: Relation = '=';

  begin(epoch: number): void {
    this.epoch = epoch;
    this.slack = Infinity;
    this.latest = null;
    // To empty it would give its memory away at every epoch.
    if (this.drawn.length > 0) this.drawn.fill(NaN);
  }

  /** The value of the claim's k-th drawing at this epoch: one that nothing is drawn of has no place. */
  draw(k: number, value: number): void {
    this.drawn[k] = value;
  }

  /** left ≤ right; a right side that is infinite, or not known, says nothing. */
  atMost(left: number, right: number, scale = Math.abs(right)): void {
    if (!(right < Infinity)) return;
    this.take(left, right, '≤', quotient(right - left, scale));
  }

  /** left ≥ right. */
  atLeast(left: number, right: number, scale = Math.abs(right)): void {
    if (!(right > -Infinity)) return;
    this.take(left, right, '≥', quotient(left - right, scale));
  }

  /** left = right, up to a relative error. */
  equal(left: number, right: number, scale = Math.abs(right), tolerance = TOLERANCE): void {
    this.take(left, right, '=', tolerance - quotient(Math.abs(left - right), scale));
  }

  /** Ends the epoch. */
  end(): void {
    if (this.slack === Infinity) return;
    const { epoch, left, right, relation, slack, clock } = this;
    const told: Reading = { epoch, left, right, relation, slack };
    const reading = clock.isFlow ? { ...told, logTime: clock.logTime(epoch) } : told;
    this.latest = reading;
    this.watched++;
    if (fails(reading)) {
      this.violated++;
      this.first ??= reading;
    }
    if (this.least === null || slack < this.least.slack) this.least = reading;
  }

  private take(left: number, right: number, relation: Relation, slack: number): void {
    // A comparison with what is not a number fails.
    if (slack >= this.slack) return;
    this.slack = Number.isNaN(slack) ? -Number.MAX_VALUE : slack;
    this.left = left;
    this.right = right;
    this.relation = relation;
  }
}

/** Whether a comparison failed by more than rounding. */
export const fails = ({ relation, slack }: Reading): boolean => slack < (relation === '=' ? 0 : -ROUNDING);

/** What is smaller than this (2^−960) has lost digits to underflow, or will: no scale is. */
const SMALLEST = 1.0261342003245941e-289;

/** Whether a loss, or a slope, is so small that to compare it says nothing: late ones of a flow are. */
export const underflows = (x: number): boolean => x < SMALLEST;

/** a/b, and a itself where b is 0: there is no scale then. */
const quotient = (a: number, b: number): number => (b > 0 ? a / Math.max(b, SMALLEST) : a);
