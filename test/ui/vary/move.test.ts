import { describe, expect, it } from 'vitest';
import { DEFAULTS, SETTINGS } from '../../../src/settings/schema.ts';
import { vary } from '../../../src/settings/study/edit.ts';
import { singleStudy } from '../../../src/settings/study/study.ts';
import { bySize, dragValue, frontValue, nextFree, placeValue } from '../../../src/ui/vary/move.ts';

const leaks = vary(singleStudy(DEFAULTS), 'gamma', [0, 0.1, 0.5]);

describe('a thumb', () => {
  it('comes to the front when it is moved, and stays where it was on top of another', () => {
    const dragged = dragValue(leaks, 'gamma', 2, 0.3);
    expect(dragged.axes[0]!.values).toEqual([0, 0.1, 0.3]);
    expect(dragged.base.gamma).toBe(0.3);
    const onto = dragValue(leaks, 'gamma', 2, 0.1);
    expect(onto.axes[0]!.values).toEqual([0, 0.1, 0.5]);
    expect(onto.base.gamma).toBe(0.5);
  });

  it('keeps its place while it is dragged past another, and has it by size where it is let go', () => {
    const dragged = dragValue(leaks, 'gamma', 2, 0.05);
    expect(dragged.axes[0]!.values).toEqual([0, 0.1, 0.05]);
    expect(bySize([0, 0.1, 0.05])).toEqual([0, 2, 1]);
    expect(placeValue(leaks, 'gamma', 2, 0.05).axes[0]!.values).toEqual([0, 0.05, 0.1]);
  });

  it('that is pressed brings its value to the front', () => {
    expect(frontValue(leaks, 'gamma', 0).base.gamma).toBe(0);
  });

  it('steps over the values of others with a key, and stays at the end of the range', () => {
    expect(nextFree(SETTINGS.gamma, [0.1, 0.11, 0.12], 0, 1, false)).toBe(0.13);
    expect(nextFree(SETTINGS.gamma, [0.1, 0.11, 0.12], 2, -1, false)).toBe(0.09);
    expect(nextFree(SETTINGS.gamma, [0.99, 1], 0, 1, false)).toBe(0.99);
    expect(nextFree(SETTINGS.sigma0, [1e-3, 2e-3], 0, 1, true)).toBe(5e-3);
  });
});
