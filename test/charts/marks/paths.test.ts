import { describe, expect, it } from 'vitest';
import { traceBand } from '../../../src/charts/marks/band.ts';
import { bars } from '../../../src/charts/marks/bars.ts';
import { traceGuide } from '../../../src/charts/marks/guide.ts';
import { tracePoints } from '../../../src/charts/marks/line.ts';
import { timeScale, valueScale } from '../../../src/charts/scales/scales.ts';

/** Writes down what is drawn: M and L with rounded places, Z. */
function recorder() {
  const calls: string[] = [];
  const at = (letter: string) => (x: number, y: number) => {
    calls.push(`${letter}${Math.round(x)},${Math.round(y)}`);
  };
  return {
    path: {
      beginPath: () => calls.splice(0),
      moveTo: at('M'),
      lineTo: at('L'),
      closePath: () => {
        calls.push('Z');
      },
    },
    calls,
  };
}

describe('tracePoints', () => {
  it('joins points and lifts the pen at gaps', () => {
    const { path, calls } = recorder();
    tracePoints(path, Float64Array.of(0, 1, 2, 3, 4, NaN, 6, 7, 8, 9), 5);
    expect(calls).toEqual(['M0,1', 'L2,3', 'M6,7', 'L8,9']);
  });

  it('draws a single point as a stub', () => {
    const { path, calls } = recorder();
    tracePoints(path, Float64Array.of(4, 5), 1);
    expect(calls).toEqual(['M4,5', 'L5,5']);
  });
});

describe('traceBand', () => {
  const xs = Float64Array.of(0, 10, 20);

  it('goes along the upper edge and back along the lower', () => {
    const { path, calls } = recorder();
    traceBand(
      path,
      xs,
      3,
      (k) => k,
      (k) => 50 + k,
      100,
    );
    expect(calls).toEqual(['M0,0', 'L10,1', 'L20,2', 'L20,52', 'L10,51', 'L0,50', 'Z']);
  });

  it('runs along the bottom where the lower edge has no place, and ends where the upper has none', () => {
    const { path, calls } = recorder();
    traceBand(
      path,
      xs,
      3,
      (k) => (k === 2 ? NaN : k),
      (k) => (k === 1 ? NaN : 50),
      100,
    );
    expect(calls).toEqual(['M0,0', 'L10,1', 'L10,100', 'L0,50', 'Z']);
  });
});

describe('traceGuide', () => {
  it('is a straight line through its anchor on logarithmic axes', () => {
    const time = timeScale('log', 1000, 300, 30);
    const value = valueScale('log', [0.001, 1], [200, 0], 30);
    const points: { x: number; y: number }[] = [];
    const keep = (x: number, y: number) => {
      points.push({ x, y });
    };
    const last = traceGuide(
      { beginPath: () => undefined, moveTo: keep, lineTo: keep },
      { t: 1000, value: 0.002 },
      time,
      value,
    );
    expect(points.length).toBeGreaterThan(10);
    const slopes = points.slice(1).map((p, k) => (p.y - points[k]!.y) / (p.x - points[k]!.x));
    // Rounding of logarithms; the last step is shorter than the others.
    for (const slope of slopes) expect(slope).toBeCloseTo(slopes[0]!, 6);
    expect(last!.x).toBeCloseTo(300, 6);
    expect(last!.y).toBeCloseTo(value.position(0.002), 6);
  });

  it('stays on the axis', () => {
    const { path, calls } = recorder();
    const value = valueScale('log', [5, 10], [200, 0], 30);
    expect(traceGuide(path, { t: 10, value: 1e-6 }, timeScale('log', 10, 300, 30), value)).toBeNull();
    expect(calls).toEqual([]);
  });
});

it('bars stand on the bottom in equal slots and are left out without a place', () => {
  const linear = bars([10, 5], 2, valueScale('linear', [0, 10], [100, 0], 20), 200, 0.5);
  expect(linear).toEqual([
    { x: 25, y: 0, width: 50, height: 100 },
    { x: 125, y: 50, width: 50, height: 50 },
  ]);
  expect(bars([0, 1], 2, valueScale('log', [0.1, 1], [100, 0], 20), 200, 0.5)[0]).toBeNull();
});
