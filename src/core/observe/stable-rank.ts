import type { Kernels } from '../kernels/kernels.ts';
import { Lanczos } from '../linalg/lanczos.ts';
import { LeadingEigenvalues } from '../linalg/leading.ts';
import type { Work } from '../slices.ts';
import { Forecast } from './forecast.ts';
import type { Part, RestBounds } from './rest-bounds.ts';
import type { ClassOperator, StartPair } from './weight-view.ts';

/** Singular values shown in the spectrum. */
const LEADING = 8;

/** Relative error of the largest eigenvalue that is proven or, without a proof, estimated: half of what is promised. */
const TOLERANCE = 5e-11;

/** The trace may prove alone that no eigenvalue is missed while all others together are below this share of the largest. */
const SMALL_REST = 0.25;

/** Of a larger ‖A‖_F² the products of Lanczos' method may overflow: the run has diverged. */
const LARGEST = 1e140;

/**
 * Stable rank ‖A‖_F² / ‖A‖_2² of some rows A of W, to 1e-10: the trace is exact, the largest eigenvalue of A Aᵀ comes from
 * Lanczos started where the last epochs' eigenvectors point. While W moves evenly one product an epoch does.
 */
export class StableRank {
  private readonly lanczos: Lanczos;
  private readonly forecast: Forecast;
  /** The last largest eigenvalue. */
  private largest = 0;
  private first = true;

  /**
   * @param part the rows of W that the operator is made of
   * @param rest null where products are cheaper than the bounds
   */
  constructor(
    private readonly operator: ClassOperator,
    private readonly part: Part,
    private readonly rest: RestBounds | null,
    kernels: Kernels,
  ) {
    this.lanczos = new Lanczos(operator.dimension, kernels, operator.work);
    this.forecast = new Forecast(operator.dimension, kernels);
  }

  /** @param squaredFrobenius ‖A‖_F². @returns the stable rank; 0 where A = 0, which has none, ∞ where it is past measure */
  *measure(squaredFrobenius: number): Work<number> {
    if (!(squaredFrobenius <= LARGEST)) return Infinity;
    const { forecast, rest, part } = this;
    const byTrace = squaredFrobenius - this.largest < SMALL_REST * this.largest;
    const known = byTrace || rest === null ? Infinity : rest.now(part);
    const { largest, steps, restBelow } = yield* this.search(squaredFrobenius, known);
    this.largest = largest;
    forecast.took(steps);
    if (restBelow < Infinity) rest?.remember(part, restBelow);
    // Rounding can leave the quotient of a rank-one matrix a little below 1.
    return this.largest > 0 ? Math.max(1, squaredFrobenius / this.largest) : 0;
  }

  /** Leaves the eigenvector in `forecast.next`. W(0) is searched once for all runs that have it. */
  private *search(trace: number, known: number): Work<Omit<StartPair, 'vector'>> {
    const { operator, lanczos, forecast } = this;
    const memo = this.first ? (operator.atStart?.() ?? null) : null;
    this.first = false;
    if (memo?.pair) {
      forecast.next.set(memo.pair.vector);
      return memo.pair;
    }
    const largest = yield* lanczos.largest(operator.apply, forecast.next, TOLERANCE, trace, known);
    const { steps, restBelow } = lanczos;
    if (memo !== null) memo.pair = { largest, vector: forecast.next.slice(), steps, restBelow };
    return { largest, steps, restBelow };
  }

  /** The last unit eigenvector. */
  get vector(): Float64Array {
    return this.forecast.last;
  }
}

/** The leading singular values of some rows of W. */
export class Spectrum {
  private readonly leading: LeadingEigenvalues;
  private first = true;

  constructor(
    private readonly operator: ClassOperator,
    kernels: Kernels,
  ) {
    this.leading = new LeadingEigenvalues(operator.dimension, kernels, operator.work);
  }

  /**
   * Descending, at most eight; their squares are right to 1e-7 of the largest.
   *
   * @param start the leading eigenvector, or any other
   */
  *measure(start: Float64Array): Work<Float64Array> {
    const memo = this.first ? (this.operator.atStart?.() ?? null) : null;
    this.first = false;
    if (memo?.singularValues) return memo.singularValues;
    const { dimension, apply } = this.operator;
    const count = Math.min(LEADING, dimension);
    const squares = yield* this.leading.find(apply, count, start, 1e-8);
    const values = squares.map((value) => Math.sqrt(Math.max(0, value)));
    if (memo !== null) memo.singularValues = values;
    return values;
  }
}
