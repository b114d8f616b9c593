import { describe, expect, it } from 'vitest';
import { markerPath, markerPlaces, traceMarker } from '../../../src/charts/marks/markers.ts';

const MARKERS = ['disc', 'triangle', 'square'] as const;

describe('markers', () => {
  it('are around their point, and each another shape', () => {
    const shapes = MARKERS.map((marker) => {
      const calls: string[] = [];
      const at =
        (name: string) =>
        (...numbers: readonly unknown[]): void => {
          calls.push(`${name} ${numbers.map((x) => Number(x).toFixed(1)).join(' ')}`);
        };
      traceMarker(
        { moveTo: at('M'), lineTo: at('L'), arc: at('arc'), rect: at('rect'), closePath: at('Z') },
        marker,
        100,
        50,
        10,
      );
      return calls.join(', ');
    });
    expect(shapes).toEqual([
      'M 110.0 50.0, arc 100.0 50.0 10.0 0.0 6.3',
      'M 100.0 37.0, L 112.0 59.0, L 88.0 59.0, Z ',
      'rect 91.0 41.0 18.0 18.0',
    ]);
    expect(new Set(MARKERS.map((marker) => markerPath(marker, 12, 4, 4))).size).toBe(3);
  });

  it('of different shapes are never at the same place, so that curves on each other show both', () => {
    const places = MARKERS.flatMap(markerPlaces);
    expect(new Set(places).size).toBe(places.length);
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect(Math.max(...places)).toBeLessThan(1);
  });
});
