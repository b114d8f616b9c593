import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeScale, valueScale } from '../../../src/charts/scales/scales.ts';

const labels = (scale: { ticks: readonly { label: string }[] }): string[] =>
  scale.ticks.map((tick) => tick.label).filter((label) => label !== '');

describe('timeScale', () => {
  it('maps the first epoch to the left edge and the last to the right one', () => {
    for (const kind of ['linear', 'log'] as const) {
      const scale = timeScale(kind, 50, 400, 30);
      expect(scale.position(0)).toBe(0);
      expect(scale.position(50)).toBeCloseTo(400, 9);
    }
  });

  it('gives epoch 0 a place of its own at ½ on the logarithmic axis, with a tick labelled 0', () => {
    const scale = timeScale('log', 64, 700, 30);
    // ½ to 64 are seven doublings, so epoch 1 is a seventh of the way.
    expect(scale.position(1)).toBeCloseTo(100, 9);
    expect(scale.position(2)).toBeCloseTo(200, 9);
    expect(labels(scale)[0]).toBe('0');
    expect(labels(scale)[1]).toBe('1');
  });

  it('inverts positions, and the left edge of the logarithmic axis to epoch 0', () => {
    const scale = timeScale('log', 1000, 500, 30);
    expect(scale.invert(0)).toBe(0);
    expect(scale.invert(scale.position(1))).toBeCloseTo(1, 9);
    expect(scale.invert(scale.position(137))).toBeCloseTo(137, 6);
    const linear = timeScale('linear', 1000, 500, 30);
    expect(linear.invert(linear.position(137))).toBeCloseTo(137, 9);
  });

  it('labels a billion epochs with powers of ten', () => {
    expect(labels(timeScale('linear', 1e9, 500, 40)).slice(0, 3)).toEqual(['0', '10⁸', '2·10⁸']);
    expect(labels(timeScale('linear', 1e9, 500, 40)).at(-1)).toBe('10⁹');
    expect(labels(timeScale('log', 1e9, 500, 40)).at(-1)).toBe('10⁹');
    expect(labels(timeScale('linear', 1e6, 500, 40)).at(-1)).toBe('1,000,000');
  });

  it('labels whole epochs only', () => {
    for (const tick of timeScale('linear', 2, 900, 20).ticks) expect(Number.isInteger(tick.value)).toBe(true);
  });

  it('has an axis before the second epoch', () => {
    for (const kind of ['linear', 'log'] as const) {
      const scale = timeScale(kind, 0, 300, 30);
      expect(scale.position(0)).toBe(0);
      expect(scale.domain).toEqual([0, 1]);
    }
  });
});

describe('valueScale', () => {
  it('has decade ticks on a logarithmic axis of many decades', () => {
    const scale = valueScale('log', [1e-9, 1], [300, 0], 30);
    expect(labels(scale)).toContain('10⁻⁹');
    expect(labels(scale)).toContain('10⁻³');
    expect(labels(scale).length).toBeLessThanOrEqual(11);
  });

  it('labels 1, 2 and 5 where a logarithmic axis has room for them', () => {
    expect(labels(valueScale('log', [0.2, 0.9], [300, 0], 25))).toEqual(['0.2', '0.5', '1']);
  });

  it('has no place for what is not positive on a logarithmic axis', () => {
    const scale = valueScale('log', [0.1, 10], [100, 0], 20);
    expect(scale.position(0)).toBeNaN();
    expect(scale.position(-1)).toBeNaN();
  });

  it('makes a linear domain nice and puts larger values higher', () => {
    const scale = valueScale('linear', [0, 55], [200, 0], 30);
    expect(scale.domain).toEqual([0, 60]);
    expect(scale.position(0)).toBe(200);
    expect(scale.position(60)).toBe(0);
  });

  it('does not spend a whole step on a value that is just past a tick', () => {
    const scale = valueScale('linear', [-0.01, 5], [200, 0], 30);
    expect(scale.domain).toEqual([-0.01, 5]);
    expect(labels(scale)[0]).toBe('0');
  });

  it('has finite places and at least one labelled tick whatever the extent, at odd scales too', () => {
    const size = fc.oneof(
      fc.constant(0),
      fc.double({ min: -1e9, max: 1e9, noNaN: true }),
      fc.double({ min: -1e-9, max: 1e-9, noNaN: true }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    fc.assert(
      fc.property(fc.constantFrom('linear' as const, 'log' as const), size, size, (kind, a, b) => {
        const scale = valueScale(kind, [Math.min(a, b), Math.max(a, b)], [240, 0], 30);
        expect(scale.domain[1]).toBeGreaterThan(scale.domain[0]);
        expect(labels(scale).length).toBeGreaterThan(0);
        for (const tick of scale.ticks) {
          // Half a pixel: rounding of positions where the domain spans 600 decades.
          expect(tick.position).toBeGreaterThanOrEqual(-0.5);
          expect(tick.position).toBeLessThanOrEqual(240.5);
        }
      }),
    );
  });

  it('has an axis for an empty extent and for a constant', () => {
    for (const kind of ['linear', 'log'] as const) {
      for (const extent of [
        [Infinity, -Infinity],
        [1e9, 1e9],
        [1e-9, 1e-9],
        [0, 0],
        [-3, -3],
      ] as const) {
        const scale = valueScale(kind, extent, [100, 0], 20);
        expect(scale.domain.every(Number.isFinite)).toBe(true);
        expect(labels(scale).length).toBeGreaterThan(0);
      }
    }
  });

  it('shows a constant inside its domain', () => {
    for (const value of [1e9, 1e-9, 1, -5]) {
      const { domain } = valueScale('linear', [value, value], [100, 0], 20);
      expect(value).toBeGreaterThan(domain[0]);
      expect(value).toBeLessThan(domain[1]);
    }
  });
});
