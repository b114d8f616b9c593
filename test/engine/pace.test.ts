import { describe, expect, it } from 'vitest';
import { Pace } from '../../src/engine/pace.ts';

/** Shares at times a tenth of a second apart, at so much a second; @returns seconds left at the end */
function go(pace: Pace, from: { at: number; share: number }, perSecond: number, seconds: number) {
  let left: number | null = null;
  let { at, share } = from;
  for (let k = 0; k < 10 * seconds; k++) {
    at += 100;
    share += perSecond / 10;
    left = pace.secondsLeft(share, at);
  }
  return { at, share, left };
}

describe('the time that is left', () => {
  it('is known after a second of what goes fast, and after three of what takes half an hour', () => {
    expect(go(new Pace(), { at: 0, share: 0 }, 0.1, 1).left).toBeNull();
    expect(go(new Pace(), { at: 0, share: 0 }, 0.1, 2).left).toBeCloseTo(8, 6);
    expect(go(new Pace(), { at: 0, share: 0 }, 1 / 1_800, 3).left).toBeNull();
    expect(go(new Pace(), { at: 0, share: 0 }, 1 / 1_800, 4).left).toBeCloseTo(1_796, 3);
  });

  it('follows a pace that changes, as where neurons cease to move by groups', () => {
    const pace = new Pace();
    const grouped = go(pace, { at: 0, share: 0 }, 1 / 1_000, 20);
    expect(grouped.left).toBeCloseTo(980, 3);
    // Fifteen times as slow from here on.
    const apart = go(pace, grouped, 1 / 15_000, 15);
    expect(apart.left! / (15_000 * (1 - apart.share))).toBeCloseTo(1, 1);
  });

  it('of what goes unevenly is that of a quarter of the time so far', () => {
    const pace = new Pace();
    const even = go(pace, { at: 0, share: 0 }, 1 / 1_000, 400);
    const stumbled = go(pace, even, 0, 10);
    expect(stumbled.left! / (1_000 * (1 - stumbled.share))).toBeLessThan(1.15);
  });

  it('is not told while a long run gains speed, its first epochs being recorded one by one', () => {
    const pace = new Pace();
    let at = 0;
    let share = 1e-9;
    const told: (number | null)[] = [];
    for (; share < 1e-3; at += 100, share *= 1.15) told.push(pace.secondsLeft(share, at));
    expect(told.every((left) => left === null)).toBe(true);
    const { left } = go(pace, { at, share }, 1 / 1_000, 20);
    expect(left).toBeCloseTo(979, -1);
  });

  it('is not told of what takes hundreds of times as long as was seen of it', () => {
    const pace = new Pace();
    // Ten hours at a steady pace: 72 seconds have to be seen of it.
    const early = go(pace, { at: 0, share: 0 }, 1 / 36_000, 60);
    expect(early.left).toBeNull();
    expect(go(pace, early, 1 / 36_000, 20).left).toBeCloseTo(35_920, 0);
  });

  it('is not known where nothing has moved, or after it was held', () => {
    expect(go(new Pace(), { at: 0, share: 0.2 }, 0, 10).left).toBeNull();
    const pace = new Pace();
    const before = go(pace, { at: 0, share: 0 }, 0.01, 10);
    pace.begin();
    expect(pace.secondsLeft(before.share + 0.1, before.at + 60_000)).toBeNull();
  });
});
