import { describe, expect, it } from 'vitest';
import { endsFrom, lookedAt } from '../../../../src/core/probe/still/ends.ts';

describe('the ends that a flow goes on to', () => {
  it('are its own and the doubles of it, up to the largest there is', () => {
    expect(endsFrom(100)).toEqual([
      ...[100, 200, 400, 800, 1_600, 3_200, 6_400, 12_800, 25_600, 51_200, 100_000],
    ]);
    expect(endsFrom(100_000)).toEqual([100_000]);
  });

  it('begin at log t = 1 where doubling would lead nowhere', () => {
    expect(endsFrom(0).slice(0, 3)).toEqual([1, 2, 4]);
  });

  it('are looked at with their halves, ascending and each once', () => {
    expect(lookedAt(endsFrom(30_000))).toEqual([15_000, 30_000, 50_000, 60_000, 100_000]);
  });
});
