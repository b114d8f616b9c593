import { describe, expect, it } from 'vitest';
import { DormandPrince } from '../../../../src/core/method/flow/dormand-prince.ts';

/** y′ = −2uy from y(0) = 1: y = e^(−u²). */
const solver = (): DormandPrince => {
  const made = new DormandPrince(1, (u, y, out) => void (out[0] = -2 * u * y[0]!));
  made.begin(0.3, Float64Array.of(Math.exp(-0.09)));
  return made;
};

const errorOf = (h: number, theta: number): number => {
  const made = solver();
  made.step(h);
  const out = new Float64Array(1);
  made.dense(theta, out);
  return Math.abs(out[0]! - Math.exp(-((0.3 + theta * h) ** 2)));
};

/** How the error shrinks as the step is halved, as a power of 2. */
const orderOf = (theta: number): number => Math.log2(errorOf(0.2, theta) / errorOf(0.1, theta));

describe('the Dormand–Prince pair', () => {
  it('makes a local error of order 6 in a step', () => {
    expect(orderOf(1)).toBeGreaterThan(5.7);
    // Here the leading term is small beside the next.
    expect(orderOf(1)).toBeLessThan(7);
  });

  it('has an extension whose local error is of order 5 within the step', () => {
    expect(orderOf(0.4)).toBeGreaterThan(4.7);
  });

  it('converges with order 5 over an interval', () => {
    const over = (steps: number): number => {
      const made = solver();
      for (let k = 0; k < steps; k++) {
        made.step(1 / steps);
        made.accept();
      }
      return Math.abs(made.y[0]! - Math.exp(-1.69));
    };
    const order = Math.log2(over(16) / over(32));
    expect(order).toBeGreaterThan(4.7);
    expect(order).toBeLessThan(5.5);
  });

  it('estimates an error that is not below the true one', () => {
    const made = solver();
    made.step(0.2);
    expect(Math.abs(made.error[0]!)).toBeGreaterThan(errorOf(0.2, 1));
  });
});
