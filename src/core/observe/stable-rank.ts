import { Lanczos } from '../linalg/lanczos.ts';
import { fillNormals } from '../random/stream.ts';
import type { ClassOperator } from './weight-view.ts';

/** Singular values shown in the spectrum. */
const LEADING = 8;

/**
 * Stable rank ‖A‖_F² / ‖A‖_2² of some rows A of W: the trace is exact, the largest eigenvalue of A Aᵀ comes from
 * Lanczos started at the last epoch's eigenvector.
 */
export class StableRank {
  private readonly lanczos: Lanczos;
  private readonly vector: Float64Array;
  private spectrum: Lanczos | null = null;

  constructor(private readonly operator: ClassOperator) {
    this.lanczos = new Lanczos(operator.dimension);
    this.vector = new Float64Array(operator.dimension);
    // The first start is a fixed draw; no property of the run hangs on it.
    fillNormals(0, 'start', 0, this.vector, 0, operator.dimension);
  }

  /** @param squaredFrobenius ‖A‖_F². @returns the stable rank; 0 where A = 0, which has none */
  measure(squaredFrobenius: number): number {
    const largest = this.lanczos.largest(this.operator.apply, this.vector, 1e-13, squaredFrobenius);
    // Rounding can leave the quotient of a rank-one matrix a little below 1.
    return largest > 0 ? Math.max(1, squaredFrobenius / largest) : 0;
  }

  /** The leading singular values of A, descending, at most eight; their squares are right to 1e-7 of the largest. */
  leadingSingularValues(): Float64Array {
    const { dimension, apply } = this.operator;
    this.spectrum ??= new Lanczos(dimension);
    const values = this.spectrum.leading(apply, Math.min(LEADING, dimension), this.vector.slice(), 1e-7);
    return values.map((value) => Math.sqrt(Math.max(0, value)));
  }
}
