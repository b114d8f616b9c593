import { describe, expect, it } from 'vitest';
import { train } from '../../../src/core/run.ts';
import { Slicing } from '../../../src/core/probe/slice/slicing.ts';
import { degreesBetween, linearPart, longestOf, spreadOf } from '../../../src/charts/slice/arrows.ts';
import { valueAt } from '../../../src/charts/slice/field.ts';
import { neuronNear } from '../../../src/charts/slice/pointed.ts';
import { toExperiments } from '../../../src/settings/experiment.ts';
import { PRESETS, settingsOf } from '../../../src/settings/presets.ts';

describe('arrows of a class', () => {
  const at = (...degrees: readonly number[]): number[] =>
    degrees.flatMap((angle) => [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]);

  it('are as far apart as the one that is farthest from their sum', () => {
    const arrows = Float64Array.from([...at(10, 20, 30), ...at(170, 180, -170)]);
    expect(spreadOf(arrows, 1)).toBeCloseTo(10, 10);
    expect(spreadOf(arrows, -1)).toBeCloseTo(10, 10);
    expect(longestOf(arrows)).toBeCloseTo(1, 12);
  });

  it('leave out what is too short to be seen', () => {
    const arrows = Float64Array.from([...at(0, 0), 0, 1e-3, 0, 0, ...at(90, 90)]);
    expect(spreadOf(arrows, 1)).toBe(0);
    expect(spreadOf(new Float64Array(8), 1)).toBeNull();
  });

  it('add up to z with the weights of the second layer', () => {
    const frame = { neurons: 2, scale: 0.5 } as Parameters<typeof linearPart>[0];
    expect(linearPart(frame, Float64Array.of(1, 2, 3, -4))).toEqual([-1, 3]);
    expect(degreesBetween([1, 0], [-1, 1])).toBeCloseTo(135, 12);
  });

  it('are pointed at by their tips', () => {
    const arrows = Float64Array.of(1, 0, 0, 1);
    expect(neuronNear(arrows, 100, 3, -95)).toBe(1);
    expect(neuronNear(arrows, 100, 95, 3)).toBe(0);
    expect(neuronNear(arrows, 100, 50, 0)).toBeNull();
  });

  it('collapse to two directions in the preset of two dimensions, and the boundary to a line', () => {
    const preset = PRESETS.find(({ id }) => id === 'two-dimensions')!;
    const slicing = new Slicing(preset.view?.slice ?? '');
    const work = train(toExperiments(settingsOf(preset))[0]!, slicing.recorder, new Map());
    while (work.next().done !== true);
    const { epochs, arrows } = slicing.take();
    const { frame } = slicing;
    const size = 2 * frame!.neurons;
    const spreads = (index: number) => {
      const own = arrows.subarray(index * size, (index + 1) * size);
      return [spreadOf(own, 1)!, spreadOf(own, -1)!];
    };
    /** On which share of a circle f has not the sign of zᵀx. */
    const bent = (index: number): number => {
      const own = arrows.subarray(index * size, (index + 1) * size);
      const z = linearPart(frame!, own);
      const angles = Array.from({ length: 720 }, (_, k) => (k * Math.PI) / 360);
      const other = angles.filter((angle) => {
        const [s, t] = [Math.cos(angle), Math.sin(angle)];
        return valueAt(frame!, own, s, t) > 0 !== s * z[0] + t * z[1] > 0;
      });
      return other.length / angles.length;
    };
    expect(frame!.names).toEqual(['c1', 'c2']);
    expect(bent(0)).toBeGreaterThan(0.05);
    expect(bent(epochs.length - 1)).toBeLessThan(0.005);
    expect(Math.min(...spreads(0))).toBeGreaterThan(120);
    expect(Math.max(...spreads(epochs.length - 1))).toBeLessThan(4);
  });
});
