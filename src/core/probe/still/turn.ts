import { atan } from '../../special/atan.ts';
import type { LiveRun } from '../../observe/live-run.ts';

/** W = W(0) + CU at a point of a run by gradient flow: C and Z, 2m×K each. */
interface Held {
  readonly c: Float64Array;
  readonly z: Float64Array;
}

/**
 * By how much the direction of W turns between points of a run: the angle in radians between two of its W, each held as C
 * and Z = Z(0) + CG, and never formed. For unit directions a and b it is 2 arctan(‖a − b‖/‖a + b‖), and
 *
 *   ‖αW − βV‖² = (α − β)²‖W(0)‖² + ⟨E, 2(α − β)Z(0) + EG⟩,  E = αC_W − βC_V,
 *
 * where differences are taken of coefficients: small angles lose nothing.
 */
export class Turn {
  private readonly z0: Float64Array;
  /** ‖W(0)‖_F². */
  private readonly initialSquare: number;

  /** @param live a run in feature space, as a flow is */
  constructor(private readonly live: LiveRun) {
    const { problem, ground } = live.stepper;
    const { draw, initialScale } = problem;
    this.z0 = ground.products.z0;
    this.initialSquare =
      initialScale * initialScale * draw.initialRows.reduce((sum, entry) => sum + entry * entry, 0);
  }

  /** W as it stands. */
  hold(): Held {
    const { c, z } = this.live.stepper.ground.space;
    return { c: c.slice(), z: z.slice() };
  }

  /** The angle from one W to another; NaN where one of them is 0. */
  between(one: Held, other: Held): number {
    const alpha = 1 / this.normOf(one);
    const beta = 1 / this.normOf(other);
    if (!(alpha < Infinity && beta < Infinity)) return NaN;
    const apart = this.squareOf(one, alpha, other, beta);
    const together = this.squareOf(one, alpha, other, -beta);
    return 2 * atan(Math.sqrt(apart / together));
  }

  private normOf(held: Held): number {
    return Math.sqrt(this.squareOf(held, 1, held, 0));
  }

  /** ‖αW − βV‖_F². */
  private squareOf(one: Held, alpha: number, other: Held, beta: number): number {
    const { z0, initialSquare } = this;
    const share = alpha - beta;
    let square = share * share * initialSquare;
    for (let at = 0; at < z0.length; at++) {
      const start = z0[at]!;
      const e = alpha * one.c[at]! - beta * other.c[at]!;
      const moved = alpha * (one.z[at]! - start) - beta * (other.z[at]! - start);
      square += e * (2 * share * start + moved);
    }
    return Math.max(0, square);
  }
}
