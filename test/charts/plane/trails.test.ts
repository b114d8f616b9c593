import { describe, expect, it } from 'vitest';
import {
  planeExtent,
  planeOf,
  pointsUpTo,
  readingFormat,
  switchOffSnapshot,
  trailNear,
  trailsOf,
} from '../../../src/charts/plane/trails.ts';
import { syntheticRecording } from '../synthetic.ts';

const regularizer = { kind: 'pegr', lambda: 0.1, until: 50 } as const;
const recording = syntheticRecording({ n: 5, m: 4, epochs: 120, every: 4, signal: true, regularizer });
const { snapshots } = recording;
const facts = recording.facts!;
const box = { width: 300, height: 240, em: 13 };
const plane = planeOf(planeExtent([recording]), box);

describe('the plane', () => {
  it('has room for all neurons at all epochs, and for 0', () => {
    const { signal, noise } = planeExtent([recording]);
    for (const { neurons } of snapshots) {
      for (const value of neurons!.signal) expect(value >= signal[0] && value <= signal[1]).toBe(true);
      for (const value of neurons!.noise) expect(value >= noise[0] && value <= noise[1]).toBe(true);
    }
    expect(plane.signal.position(signal[0])).toBeGreaterThan(0);
    expect(plane.signal.position(signal[1])).toBeLessThan(plane.width);
    expect(plane.noise.position(noise[1])).toBeGreaterThan(0);
    expect(plane.noise.position(0)).toBeLessThanOrEqual(plane.height);
  });

  it('has axes before there is a snapshot, and for neurons that stand still', () => {
    for (const extent of [planeExtent([]), { signal: [0, 0], noise: [0, 3] } as const]) {
      const empty = planeOf(extent, box);
      expect(empty.signal.ticks.length).toBeGreaterThan(1);
      expect(Number.isFinite(empty.signal.position(0))).toBe(true);
    }
  });
});

it('readings are as fine as the axes, and zero has no sign', () => {
  const read = readingFormat({ signal: [-1.1, 1.5], noise: [0, 3.2] });
  expect([1.4789, 0.02, -0.7, -0.0001].map(read)).toEqual(['1.48', '0.02', '−0.70', '0.00']);
  expect(readingFormat({ signal: [0, 0.02], noise: [0, 0.01] })(0.01526)).toBe('0.0153');
  expect(readingFormat({ signal: [0, 0], noise: [0, 0] })(0)).toBe('0');
});

describe('trails', () => {
  const trails = trailsOf(snapshots, facts, plane);

  it('are one a neuron, with its class', () => {
    expect(trails.map(({ row }) => row)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(trails.map(({ sign }) => sign)).toEqual([1, 1, 1, 1, -1, -1, -1, -1]);
  });

  it('begin at the first snapshot and keep points that are apart', () => {
    for (const { points, snapshots: indices, lengths, count } of trails) {
      expect(indices[0]).toBe(0);
      for (let k = 1; k < count; k++) {
        const step = Math.hypot(points[2 * k]! - points[2 * k - 2]!, points[2 * k + 1]! - points[2 * k - 1]!);
        expect(step).toBeGreaterThan(1.49);
        // Single precision of lengths of some hundred pixels.
        expect(lengths[k]! - lengths[k - 1]!).toBeCloseTo(step, 3);
        expect(indices[k]).toBeGreaterThan(indices[k - 1]!);
      }
    }
  });

  it('end at the playhead', () => {
    const [trail] = trails;
    const upTo = pointsUpTo(trail!, 7);
    expect(trail!.snapshots[upTo - 1]).toBeLessThanOrEqual(7);
    expect(trail!.snapshots[upTo] ?? Infinity).toBeGreaterThan(7);
    expect(pointsUpTo(trail!, snapshots.length)).toBe(trail!.count);
  });

  it('are found near the pointer, by their head first, and not from afar', () => {
    const last = snapshots.length - 1;
    const head = ({ at }: { at: number }) => ({
      x: plane.signal.position(snapshots[last]!.neurons!.signal[at]!),
      y: plane.noise.position(snapshots[last]!.neurons!.noise[at]!),
    });
    for (const trail of trails) {
      const { x, y } = head(trail);
      const found = trailNear(trails, head, last, x, y)!;
      const place = head(found);
      expect(Math.hypot(place.x - x, place.y - y)).toBeLessThan(1e-9);
    }
    expect(trailNear(trails, head, last, -500, -500)).toBeNull();
  });
});

it('the penalty goes off at the last snapshot not after its epoch, once that is reached', () => {
  expect(snapshots[switchOffSnapshot(snapshots, facts)]!.epoch).toBe(48);
  expect(switchOffSnapshot(snapshots.slice(0, 5), facts)).toBe(-1);
  expect(switchOffSnapshot(snapshots, { ...facts, regularizer: { kind: 'none' } })).toBe(-1);
  expect(switchOffSnapshot([], facts)).toBe(-1);
});
