import { describe, expect, it } from 'vitest';
import { labelsOn, outcomeOf, proposedSides, sameSides, turned } from '../../../src/ui/data/sides.ts';

const labels = new Map([
  ['a', 30],
  ['b', 50],
  ['c', 20],
]);
const sides = proposedSides({ positive: ['c'], negative: ['a', 'b'] });

describe('the two classes', () => {
  it('a press takes a label from +1 to −1, to neither, and back', () => {
    const minus = turned(sides, 'c');
    expect(minus.get('c')).toBe(-1);
    const neither = turned(minus, 'c');
    expect(neither.has('c')).toBe(false);
    expect(sameSides(turned(neither, 'c'), sides)).toBe(true);
  });

  it('are listed in the order of the labels', () => {
    expect(labelsOn(-1, sides, { labels })).toEqual(['a', 'b']);
  });

  it('give four of five rows to train on and the fifth to test on', () => {
    expect(outcomeOf(sides, { labels })).toEqual({
      positiveRows: 20,
      negativeRows: 80,
      n: 80,
      testPoints: 20,
      obstacle: null,
    });
  });

  it('say what is missing before anything trains', () => {
    const of = (given: ReadonlyMap<string, number>, on = sides) => outcomeOf(on, { labels: given }).obstacle;
    expect(of(new Map())).toMatch(/^No column is the label/);
    expect(of(new Map([['a', 3]]))).toMatch(/^All rows have one label/);
    expect(of(labels, proposedSides({ positive: [], negative: ['a'] }))).toMatch(/^No label is in class \+1/);
    expect(of(labels, proposedSides({ positive: ['a'], negative: [] }))).toMatch(/^No label is in class −1/);
  });
});
