import { describe, expect, it } from 'vitest';
import { DEFAULTS, type Settings } from '../../../src/settings/schema.ts';
import { axis, type Axis } from '../../../src/settings/study/axis.ts';
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

const over = (axes: readonly Axis[], change: Partial<Settings> = {}): Study => ({
  ...singleStudy({ ...DEFAULTS, ...change }),
  axes,
});
const LEAKS = over([axis('gamma', [0, 0.1, 0.5])]);
/** σ₀ is varied, and η goes along. */
const ALONG = over([{ ...axis('sigma0', [1e-5, 0.001]), along: [{ setting: 'eta', values: [0.5, 0.1] }] }], {
  sigma0: 0.001,
  eta: 0.1,
});
const pinned = (...names: readonly string[]): Study => ({
  ...singleStudy(DEFAULTS),
  pins: names.map((name, k) => ({ name, settings: { ...DEFAULTS, seed: 10 + k } })),
});
const namesOf = ({ pins }: Study): readonly string[] => pins.map(({ name }) => name);

describe('changing what is in front', () => {
  it('of a setting that is not varied leaves the axes as they are', () => {
    const changed = changeBase(LEAKS, { eta: 0.3 });
    expect(changed.axes).toEqual(LEAKS.axes);
    expect(changed.base).toEqual({ ...DEFAULTS, eta: 0.3 });
  });

  it('to a value that the axis has brings that to the front', () => {
    const changed = changeBase(LEAKS, { gamma: 0.5 });
    expect(changed.axes).toEqual(LEAKS.axes);
    expect(changed.base.gamma).toBe(0.5);
  });

  it('to another puts it in the place of the value that was in front', () => {
    const changed = changeBase(LEAKS, { gamma: 0.2 });
    expect(changed.axes[0]!.values).toEqual([0, 0.2, 0.5]);
    expect(changed.base.gamma).toBe(0.2);
  });

  it('to another value brings along what goes with it', () => {
    expect(changeBase(ALONG, { sigma0: 1e-5 }).base).toMatchObject({ sigma0: 1e-5, eta: 0.5 });
    const moved = changeBase(ALONG, { sigma0: 0.01 });
    expect(moved.base).toMatchObject({ sigma0: 0.01, eta: 0.1 });
    expect(moved.axes[0]!.values).toEqual([1e-5, 0.01]);
  });

  it('of a setting that goes along is kept for the value in front alone', () => {
    const changed = changeBase(ALONG, { eta: 0.2 });
    expect(changed.axes[0]!.along).toEqual([{ setting: 'eta', values: [0.5, 0.2] }]);
    expect(changed.base).toMatchObject({ sigma0: 0.001, eta: 0.2 });
    expect(toFront(changed, 0, 0).base.eta).toBe(0.5);
  });
});

describe('toFront', () => {
  it('brings a value, and what goes along, to the front and changes nothing else', () => {
    expect(toFront(ALONG, 0, 0)).toEqual({ ...ALONG, base: { ...DEFAULTS, sigma0: 1e-5, eta: 0.5 } });
  });

  it('of a value or an axis that there is not does nothing', () => {
    for (const [a, k] of [
      [0, 3],
      [0, -1],
      [1, 0],
    ] as const)
      expect(toFront(LEAKS, a, k)).toBe(LEAKS);
  });
});

describe('vary', () => {
  it('keeps what is in front where it is among the values, and else brings the first there', () => {
    expect(vary(singleStudy(DEFAULTS), 'gamma', [0.5, 0.1]).base.gamma).toBe(0.1);
    expect(vary(singleStudy(DEFAULTS), 'gamma', [0.5, 0.9]).base.gamma).toBe(0.5);
  });

  it('of a varied setting puts other values in the same place', () => {
    const two = over([axis('n', [10, 20]), axis('gamma', [0.1, 0.5])]);
    expect(vary(two, 'gamma', [0, 1]).axes).toEqual([axis('n', [10, 20]), axis('gamma', [0, 1])]);
  });

  it('of another makes it the second axis, and there is no third', () => {
    const two = vary(LEAKS, 'n', [20, 10]);
    expect(two.axes).toEqual([axis('gamma', [0, 0.1, 0.5]), axis('n', [10, 20])]);
    expect(vary(two, 'eta', [0.1, 1])).toBe(two);
  });

  it('with other values keeps for those that stay what goes along, and gives new ones what is in front', () => {
    const next = vary(ALONG, 'sigma0', [0.1, 1e-5]);
    expect(next.axes[0]).toEqual({
      ...axis('sigma0', [1e-5, 0.1]),
      along: [{ setting: 'eta', values: [0.5, 0.1] }],
    });
    expect(next.base).toMatchObject({ sigma0: 1e-5, eta: 0.5 });
  });

  it('takes the setting from the axis that it went along with', () => {
    const { axes } = vary(ALONG, 'eta', [0.1, 1]);
    expect(axes).toEqual([axis('sigma0', [1e-5, 0.001]), axis('eta', [0.1, 1])]);
  });
});

describe('fix', () => {
  it('takes an axis away and keeps what is in front', () => {
    expect(fix(toFront(LEAKS, 0, 2), 'gamma')).toEqual(singleStudy({ ...DEFAULTS, gamma: 0.5 }));
  });

  it('takes a setting that goes along from its axis', () => {
    expect(fix(ALONG, 'eta').axes).toEqual([axis('sigma0', [1e-5, 0.001])]);
  });
});

describe('moveValue', () => {
  it('moves one value, and what is in front with it', () => {
    expect(moveValue(LEAKS, 'gamma', 1, 0.2)).toMatchObject({
      base: { gamma: 0.2 },
      axes: [{ values: [0, 0.2, 0.5] }],
    });
    expect(moveValue(LEAKS, 'gamma', 0, 0.2)).toMatchObject({
      base: { gamma: 0.1 },
      axes: [{ values: [0.2, 0.1, 0.5] }],
    });
  });

  it('is refused onto another value of the axis, and is nothing where it is already', () => {
    expect(moveValue(LEAKS, 'gamma', 0, 0.5)).toBeNull();
    expect(moveValue(LEAKS, 'eta', 0, 0.5)).toBeNull();
    expect(moveValue(LEAKS, 'gamma', 2, 0.5)).toBe(LEAKS);
  });

  it('leaves what goes along with the value', () => {
    expect(moveValue(ALONG, 'sigma0', 1, 0.01)).toMatchObject({
      base: { sigma0: 0.01, eta: 0.1 },
      axes: [{ values: [1e-5, 0.01], along: [{ values: [0.5, 0.1] }] }],
    });
  });
});

describe('sortAxis', () => {
  it('has the values of an axis by size again, with what goes along, and the same in front', () => {
    const dragged = moveValue(ALONG, 'sigma0', 0, 0.1)!;
    const sorted = sortAxis(dragged, 'sigma0');
    expect(sorted.axes[0]).toEqual({
      ...axis('sigma0', [0.001, 0.1]),
      along: [{ setting: 'eta', values: [0.1, 0.5] }],
    });
    expect(sorted.base).toBe(dragged.base);
    expect(sortAxis(sorted, 'sigma0')).toBe(sorted);
  });

  it('is done where a value typed for what is in front is past another', () => {
    const typed = changeBase(LEAKS, { gamma: 0.9 });
    expect(typed.axes[0]!.values).toEqual([0, 0.5, 0.9]);
    expect(typed.base.gamma).toBe(0.9);
  });
});

it('freeAlong leaves what went along as it is in front', () => {
  const free = freeAlong(ALONG, 'eta');
  expect(free.axes).toEqual([axis('sigma0', [1e-5, 0.001])]);
  expect(free.base.eta).toBe(0.1);
});

it('swapAxes makes curves of what were panels', () => {
  const two = over([axis('n', [10, 20]), axis('gamma', [0.1, 0.5])]);
  expect(swapAxes(two)).toEqual({ ...two, axes: [two.axes[1], two.axes[0]] });
});

describe('pins', () => {
  it('keep what is in front as it is now', () => {
    const study = changeBase(addPin(singleStudy(DEFAULTS), 'before'), { gamma: 0.5 });
    expect(study.pins).toEqual([{ name: 'before', settings: DEFAULTS }]);
  });

  it(`are ${MAX_PINS} at most`, () => {
    const full = pinned('a', 'b', 'c', 'd', 'e', 'f');
    expect(full.pins).toHaveLength(MAX_PINS);
    expect(addPin(full)).toBe(full);
  });

  it('are taken away, renamed and put in another order', () => {
    const study = pinned('a', 'b', 'c');
    expect(namesOf(removePin(study, 1))).toEqual(['a', 'c']);
    expect(namesOf(renamePin(study, 1, 'x'))).toEqual(['a', 'x', 'c']);
    expect(namesOf(movePin(study, 0, 2))).toEqual(['b', 'c', 'a']);
    expect(namesOf(movePin(study, 2, 0))).toEqual(['c', 'a', 'b']);
    expect(movePin(study, 0, 3)).toBe(study);
    expect(movePin(study, 3, 0)).toBe(study);
  });

  it('are taken to the front, where a varied value takes the place of the one there', () => {
    const pin = { name: '', settings: { ...DEFAULTS, gamma: 0.3, m: 7 } };
    const taken = takePin({ ...LEAKS, pins: [pin] }, 0);
    expect(taken.base).toEqual(pin.settings);
    expect(taken.axes[0]!.values).toEqual([0, 0.3, 0.5]);
    expect(takePin(LEAKS, 0)).toBe(LEAKS);
  });
});
