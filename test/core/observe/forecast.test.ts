import { describe, expect, it } from 'vitest';
import { PLAIN } from '../../../src/core/kernels/plain.ts';
import { Forecast } from '../../../src/core/observe/forecast.ts';
import { fillNormals } from '../../../src/core/random/stream.ts';

/** The forecasts after each of the vectors, found with so many products. */
function forecasts(vectors: readonly (readonly number[])[], steps = 1): number[][] {
  const forecast = new Forecast(vectors[0]!.length, PLAIN);
  return vectors.map((vector) => {
    forecast.next.set(vector);
    forecast.took(steps);
    expect([...forecast.last].map(Math.abs)).toEqual(vector.map(Math.abs));
    return [...forecast.next];
  });
}

describe('the forecast of a vector that moves from epoch to epoch', () => {
  it('begins anywhere, the same at every run', () => {
    const [one, two] = [new Forecast(3, PLAIN), new Forecast(3, PLAIN)];
    expect(one.next).toEqual(two.next);
    const start = new Float64Array(3);
    fillNormals(0, 'start', 0, start, 0, 3);
    expect(one.next).toEqual(start);
  });

  it('stays with one vector, is on the line of two, and on the curve of the last three where that is closest', () => {
    expect(forecasts([[1, 0]])).toEqual([[1, 0]]);
    expect(
      forecasts([
        [1, 0],
        [1, 1],
      ])[1],
    ).toEqual([1, 2]);
    // On a line: (1, t). On a parabola: (10, t²).
    const line = [0, 1, 2, 3, 4].map((t) => [1, t]);
    expect(forecasts(line).at(-1)).toEqual([1, 5]);
    const parabola = [0, 1, 2, 3, 4].map((t) => [10, t * t]);
    expect(forecasts(parabola).at(-1)).toEqual([10, 25]);
  });

  it('knows no sign: a vector that came back turned is the same', () => {
    expect(
      forecasts([
        [1, 0],
        [-1, -1],
      ])[1],
    ).toEqual([1, 2]);
  });

  it('stays with the newest vector where it took many products to find it', () => {
    const line = [0, 1, 2, 3].map((t) => [1, t]);
    expect(forecasts(line, 9).at(-1)).toEqual([1, 3]);
    expect(forecasts(line, 8).at(-1)).toEqual([1, 4]);
  });
});
