import { describe, expect, it } from 'vitest';
import { Slacks, underflows } from '../../../src/core/claims/slacks.ts';

const epoch = (slacks: Slacks, t: number, compare: (slacks: Slacks) => void): void => {
  slacks.begin(t);
  compare(slacks);
  slacks.end();
};

describe('a slack', () => {
  it('do not fail by what underflow leaves of numbers', () => {
    const slacks = new Slacks();
    slacks.begin(3);
    // The least numbers there are: one is half as large again as the other, and both are 0 to a few digits.
    slacks.atMost(1.5e-323, 1e-323);
    slacks.end();
    expect(slacks.violated).toBe(0);
    expect(underflows(1e-300) && !underflows(1e-280)).toBe(true);
  });

  it('is 1 where an inequality is as far from failing as its right side is large', () => {
    const slacks = new Slacks();
    epoch(slacks, 0, (s) => s.atMost(0, 5));
    expect(slacks.latest).toMatchObject({ slack: 1, relation: '≤', left: 0, right: 5 });
    epoch(slacks, 1, (s) => s.atLeast(10, 5));
    expect(slacks.latest!.slack).toBe(1);
    epoch(slacks, 2, (s) => s.atLeast(-10, -5));
    expect(slacks.latest!.slack).toBe(-1);
  });

  it('of an identity is its tolerance less the relative error', () => {
    const slacks = new Slacks();
    epoch(slacks, 0, (s) => s.equal(2, 2.02, 2, 0.1));
    expect(slacks.latest!.slack).toBeCloseTo(0.09, 12);
    expect(slacks.first).toBeNull();
    epoch(slacks, 1, (s) => s.equal(2, 3, 2, 0.1));
    expect(slacks.first).toMatchObject({ epoch: 1, left: 2, right: 3 });
  });

  it('of an epoch is the least of its comparisons; the first violation and the least slack are kept with their epochs', () => {
    const slacks = new Slacks();
    epoch(slacks, 0, (s) => {
      s.atMost(1, 4);
      s.atMost(3, 4);
      s.atMost(2, 4);
    });
    expect(slacks.latest!.slack).toBe(0.25);
    epoch(slacks, 5, (s) => s.atMost(5, 4));
    epoch(slacks, 6, (s) => s.atMost(8, 4));
    epoch(slacks, 7, (s) => s.atMost(0, 4));
    expect(slacks.first!.epoch).toBe(5);
    expect(slacks.least).toMatchObject({ epoch: 6, slack: -1 });
    expect([slacks.watched, slacks.violated]).toEqual([4, 2]);
  });

  it('is not negative for rounding, is for what is not a number, and is none where nothing was compared', () => {
    const slacks = new Slacks();
    epoch(slacks, 0, (s) => s.atMost(1 + 1e-12, 1));
    expect(slacks.first).toBeNull();
    epoch(slacks, 1, () => undefined);
    expect(slacks.latest).toBeNull();
    epoch(slacks, 1, (s) => s.atMost(9, NaN));
    expect(slacks.latest).toBeNull();
    epoch(slacks, 2, (s) => s.atMost(NaN, 1));
    expect(slacks.first!.epoch).toBe(2);
  });
});
