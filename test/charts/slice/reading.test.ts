import { describe, expect, it } from 'vitest';
import { nearestSample, pointByKey, readingOf } from '../../../src/charts/slice/reading.ts';
import { sliceGeometry } from '../../../src/charts/slice/scene.ts';
import { valueAt } from '../../../src/charts/slice/field.ts';
import { formatValue } from '../../../src/charts/data/format.ts';
import { syntheticRecording } from '../synthetic.ts';
import { syntheticSlice } from '../synthetic-slices.ts';

const recording = syntheticRecording({ n: 6, m: 5, epochs: 40 });
const slice = syntheticSlice(recording);
const scene = {
  slice,
  labels: recording.facts!.labels,
  geometry: sliceGeometry(slice, { width: 320, height: 400, em: 13 }),
};

describe('the keys of the plane', () => {
  const scale = (most: number) => ({ ...scene.geometry.across, domain: [-most, most] as const });
  const shown = { across: scale(2), up: scale(3) };

  it('begin at the origin, and move by a part of the way to the border', () => {
    expect(pointByKey('ArrowRight', null, shown)).toEqual([0, 0]);
    expect(pointByKey('ArrowRight', [0, 0], shown)![0]).toBeCloseTo(0.08, 12);
    expect(pointByKey('ArrowUp', [0, 0], shown)![1]).toBeCloseTo(0.08, 12);
    expect(pointByKey('PageDown', [0, 0], shown)![1]).toBeCloseTo(-0.4, 12);
  });

  it('stay within the square, leave with Escape, and are of others where nothing is read', () => {
    expect(pointByKey('End', [0, 1.9], shown)).toEqual([2, 1.9]);
    expect(pointByKey('ArrowUp', [0, 2.99], shown)).toEqual([0, 3]);
    expect(pointByKey('Escape', [0, 0], shown)).toBeNull();
    expect(pointByKey('Escape', null, shown)).toBeUndefined();
    expect(pointByKey(' ', [0, 0], shown)).toBeUndefined();
  });
});

describe('the reading of a point', () => {
  it('says f, where, of which class, and the nearest sample with its label', () => {
    const at = 3;
    const point = [slice.frame.samples[2 * at]! + 1e-3, slice.frame.samples[2 * at + 1]!] as const;
    expect(nearestSample(slice.frame.samples, point)).toBe(at);
    const f = valueAt(slice.frame, slice.places[40]!.arrows, ...point);
    const y = scene.labels[at]! > 0 ? '+1' : '−1';
    expect(readingOf(scene, 40, null, point)).toBe(
      `f = ${formatValue(f, 3)} at (${point.map((value) => formatValue(value, 3)).join(', ')}): ` +
        `class ${f > 0 ? '+1' : '−1'}. Nearest sample: x₄, y = ${y}`,
    );
  });

  it('is of the boundary where f is 0', () => {
    expect(readingOf(scene, 40, null, [0, 0])).toContain('f = 0 at (0, 0): on the boundary');
  });

  it('gives way to the neuron that is pointed at', () => {
    expect(readingOf(scene, 40, 2, [0, 0])).toMatch(/^neuron \+3: \(/);
  });
});
