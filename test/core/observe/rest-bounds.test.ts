import { describe, expect, it } from 'vitest';
import { PLAIN } from '../../../src/core/kernels/plain.ts';
import type { Kernels } from '../../../src/core/kernels/kernels.ts';
import { RestBounds } from '../../../src/core/observe/rest-bounds.ts';
import { finish } from '../finish.ts';

/** Two neurons a class and the features e_1, e_2, so that Z = C = W − W(0), from rows (0, 0). */
function boundsOf(kernels: Kernels = PLAIN) {
  const c = new Float64Array(8);
  const bounds = finish(RestBounds.of(kernels, { c, z: c }));
  const move = (...entries: number[]): void => {
    c.set(entries);
    bounds.update();
  };
  return { bounds, move };
}

describe('the bound of all singular values but the largest', () => {
  it('knows nothing until something is proved, and then of that part alone', () => {
    const { bounds, move } = boundsOf();
    expect(bounds.now('positive')).toBe(Infinity);
    move(3, 0, 0, 4, 0, 0, 0, 0);
    bounds.remember('positive', 4);
    expect([bounds.now('positive'), bounds.now('negative'), bounds.now('all')]).toEqual([
      4,
      Infinity,
      Infinity,
    ]);
  });

  it('grows by how far the rows of its part have moved: σ₂ + ‖A(t) − A(s)‖_F, squared', () => {
    const { bounds, move } = boundsOf();
    move(1, 1, 1, 1, 1, 1, 1, 1);
    for (const part of ['positive', 'negative', 'all'] as const) bounds.remember(part, 4);
    // W₊ moves by (3, 4), W₋ by (0, 12).
    move(4, 1, 1, 5, 1, 13, 1, 1);
    expect(bounds.now('positive')).toBe((2 + 5) ** 2);
    expect(bounds.now('negative')).toBe((2 + 12) ** 2);
    expect(bounds.now('all')).toBe((2 + 13) ** 2);
    // Back again: measured from the state of the proof, not along the way.
    move(1, 1, 1, 1, 1, 1, 1, 1);
    expect(bounds.now('all')).toBe(4);
  });

  it('of the other parts keeps what their rows had moved when one is proved anew', () => {
    const { bounds, move } = boundsOf();
    bounds.remember('positive', 1);
    bounds.remember('all', 9);
    move(3, 0, 0, 4, 0, 0, 0, 0);
    bounds.remember('positive', 0.25);
    expect(bounds.now('positive')).toBe(0.25);
    expect(bounds.now('all')).toBe((3 + 5) ** 2);
    move(3, 0, 0, 6, 0, 0, 0, 0);
    expect(bounds.now('positive')).toBe((0.5 + 2) ** 2);
    expect(bounds.now('all')).toBe((3 + 5 + 2) ** 2);
  });

  it('takes rounding below zero for zero', () => {
    const { bounds } = boundsOf();
    bounds.remember('all', -1e-17);
    expect(bounds.now('all')).toBe(0);
  });

  it('measures the way once an epoch, and not at all while nothing is known', () => {
    let measured = 0;
    const counting: Kernels = {
      ...PLAIN,
      movedSquares: (...args) => {
        measured++;
        return PLAIN.movedSquares(...args);
      },
    };
    const { bounds, move } = boundsOf(counting);
    move(1, 0, 0, 0, 0, 0, 0, 0);
    bounds.now('positive');
    bounds.remember('positive', 1);
    bounds.now('positive');
    expect(measured).toBe(0);
    move(2, 0, 0, 0, 0, 0, 0, 0);
    bounds.now('positive');
    bounds.now('positive');
    // One for each class.
    expect(measured).toBe(2);
  });
});
