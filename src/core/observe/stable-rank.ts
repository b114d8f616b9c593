import { dot } from '../linalg/dot.ts';
import { Lanczos } from '../linalg/lanczos.ts';
import { fillNormals } from '../random/stream.ts';
import { paced, type Work } from '../slices.ts';
import type { ClassOperator } from './weight-view.ts';

/** Singular values shown in the spectrum. */
const LEADING = 8;

/** Products with A Aᵀ up to which the eigenvector is taken to move evenly from epoch to epoch. */
const FEW_STEPS = 8;

/**
 * Stable rank ‖A‖_F² / ‖A‖_2² of some rows A of W: the trace is exact, the largest eigenvalue of A Aᵀ comes from
 * Lanczos started where the last two epochs' eigenvectors point, 2v(t) − v(t−1), or at the last one while it moves
 * unevenly.
 */
export class StableRank {
  private readonly lanczos: Lanczos;
  /** The last unit eigenvector, v(t). */
  private readonly vector: Float64Array;
  /** Where the next search starts; receives v(t+1). */
  private readonly start: Float64Array;
  private spectrum: Lanczos | null = null;

  constructor(private readonly operator: ClassOperator) {
    this.lanczos = new Lanczos(operator.dimension);
    this.vector = new Float64Array(operator.dimension);
    this.start = new Float64Array(operator.dimension);
    // The first start is a fixed draw; no property of the run hangs on it.
    fillNormals(0, 'start', 0, this.start, 0, operator.dimension);
  }

  /** @param squaredFrobenius ‖A‖_F². @returns the stable rank; 0 where A = 0, which has none */
  *measure(squaredFrobenius: number): Work<number> {
    const { apply, work } = this.operator;
    const search = this.lanczos.largest(apply, this.start, 1e-13, squaredFrobenius);
    const largest = yield* paced(search, work);
    this.extrapolate();
    // Rounding can leave the quotient of a rank-one matrix a little below 1.
    return largest > 0 ? Math.max(1, squaredFrobenius / largest) : 0;
  }

  /** v(t+1) ← start, and start ← where it is heading. */
  private extrapolate(): void {
    const { vector, start, lanczos } = this;
    const { length } = vector;
    const ahead = lanczos.steps <= FEW_STEPS ? 1 : 0;
    // Eigenvectors have no sign.
    const sign = dot(start, 0, vector, 0, length) < 0 ? -1 : 1;
    for (let k = 0; k < length; k++) {
      const now = sign * start[k]!;
      start[k] = now + ahead * (now - vector[k]!);
      vector[k] = now;
    }
  }

  /** The leading singular values of A, descending, at most eight; their squares are right to 1e-7 of the largest. */
  *leadingSingularValues(): Work<Float64Array> {
    const { dimension, apply, work } = this.operator;
    this.spectrum ??= new Lanczos(dimension);
    const count = Math.min(LEADING, dimension);
    const values = yield* paced(this.spectrum.leading(apply, count, this.vector.slice(), 1e-7), work);
    return values.map((value) => Math.sqrt(Math.max(0, value)));
  }
}
