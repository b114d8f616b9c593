import { describe, expect, it } from 'vitest';
import { DEFAULTS } from '../../../src/settings/schema.ts';
import { axis } from '../../../src/settings/study/axis.ts';
import {
  addPin,
  changeBase,
  fix,
  freeAlong,
  movePin,
  moveValue,
  removePin,
  renamePin,
  sortAxis,
  swapAxes,
  takePin,
  toFront,
  vary,
} from '../../../src/settings/study/edit.ts';
import { MAX_PINS, singleStudy, type Study } from '../../../src/settings/study/study.ts';

const single = singleStudy(DEFAULTS);
const leaks = vary(single, 'gamma', [0, 0.1, 0.5]);
const together: Study = {
  ...single,
  base: { ...DEFAULTS, gamma: 0.1, sigma0: 1e-2 },
  axes: [{ ...axis('gamma', [0, 0.1, 0.5]), along: [{ setting: 'sigma0', values: [1e-1, 1e-2, 1e-3] }] }],
};

describe('what varies', () => {
  it('are the curves first, then the second axis, and never a third', () => {
    const two = vary(leaks, 'sigma0', [1e-3, 1e-2]);
    expect(two.axes.map(({ setting }) => setting)).toEqual(['gamma', 'sigma0']);
    expect(vary(two, 'eta', [0.1, 1])).toBe(two);
    expect(swapAxes(two).axes.map(({ setting }) => setting)).toEqual(['sigma0', 'gamma']);
    expect(fix(two, 'gamma').axes.map(({ setting }) => setting)).toEqual(['sigma0']);
  });

  it('gets other values by size, and what goes along keeps its own for those that stay', () => {
    const next = vary(together, 'gamma', [0.5, 0.25, 0]);
    expect(next.axes[0]).toEqual({
      setting: 'gamma',
      values: [0, 0.25, 0.5],
      along: [{ setting: 'sigma0', values: [1e-1, 1e-2, 1e-3] }],
    });
    expect(next.base).toMatchObject({ gamma: 0, sigma0: 1e-1 });
  });

  it('is freed of what goes along, which stays as it is in front', () => {
    const free = freeAlong(together, 'sigma0');
    expect(free.axes).toEqual([axis('gamma', [0, 0.1, 0.5])]);
    expect(free.base.sigma0).toBe(1e-2);
  });

  it('moves one value while the others stay, and has them by size again afterwards', () => {
    const dragged = moveValue(together, 'gamma', 1, 0.7)!;
    expect(dragged.axes[0]!.values).toEqual([0, 0.7, 0.5]);
    expect(dragged.base).toMatchObject({ gamma: 0.7, sigma0: 1e-2 });
    const sorted = sortAxis(dragged, 'gamma');
    expect(sorted.axes[0]!.values).toEqual([0, 0.5, 0.7]);
    expect(sorted.axes[0]!.along[0]!.values).toEqual([1e-1, 1e-3, 1e-2]);
    expect(sorted.base).toBe(dragged.base);
    expect(sortAxis(sorted, 'gamma')).toBe(sorted);
  });

  it('does not move a value onto another', () => {
    expect(moveValue(leaks, 'gamma', 1, 0.5)).toBeNull();
  });

  it('takes a value typed for what is in front in its place, by size', () => {
    const typed = changeBase(toFront(leaks, 0, 1), { gamma: 0.9 });
    expect(typed.axes[0]!.values).toEqual([0, 0.5, 0.9]);
    expect(typed.base.gamma).toBe(0.9);
  });
});

describe('pins', () => {
  const named = (study: Study) => study.pins.map(({ name }) => name);
  const three = ['a', 'b', 'c'].reduce((study, name) => addPin(study, name), single);

  it('are renamed, reordered and removed', () => {
    expect(named(renamePin(three, 1, 'x'))).toEqual(['a', 'x', 'c']);
    expect(named(movePin(three, 2, 0))).toEqual(['c', 'a', 'b']);
    expect(named(movePin(three, 0, 5))).toEqual(['a', 'b', 'c']);
    expect(named(removePin(three, 0))).toEqual(['b', 'c']);
  });

  it('are taken back as what is in front', () => {
    const study = changeBase(addPin(single), { gamma: 0.5, eta: 1 });
    expect(takePin(study, 0).base).toEqual(DEFAULTS);
  });

  it('are at most six', () => {
    const many = Array.from({ length: 9 }).reduce<Study>((study) => addPin(study), single);
    expect(many.pins).toHaveLength(MAX_PINS);
  });
});
