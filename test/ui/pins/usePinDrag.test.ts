import { describe, expect, it } from 'vitest';
import { placeAt } from '../../../src/ui/pins/usePinDrag.ts';

describe('a dragged pin', () => {
  /** Of rows of 40 px. */
  const middles = [20, 60, 100];

  it('stands below every other row whose middle is above the pointer', () => {
    expect(placeAt(-5, middles, 2)).toBe(0);
    expect(placeAt(59, middles, 2)).toBe(1);
    expect(placeAt(61, middles, 2)).toBe(2);
    expect(placeAt(500, middles, 0)).toBe(2);
  });

  it('stays where it is while the pointer is over its own row', () => {
    for (const dragged of [0, 1, 2]) {
      for (const off of [-19, 0, 19])
        expect(placeAt(middles[dragged]! + off, middles, dragged)).toBe(dragged);
    }
  });
});
