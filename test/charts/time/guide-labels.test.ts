import { describe, expect, it } from 'vitest';
import type { GuideCurve, TimeContent } from '../../../src/charts/data/content.ts';
import { timeGeometry } from '../../../src/charts/scales/geometry.ts';
import { guideLabels } from '../../../src/charts/time/guide-labels.ts';

const EM = 12;
const epochs = Float64Array.from({ length: 101 }, (_, t) => t);

const guide = (label: string, values: Float64Array): GuideCurve => ({
  ...{ label, epochs, values },
  dash: 'dashed',
  faint: false,
});

const contentWith = (guides: readonly GuideCurve[]): TimeContent => ({
  ...{ epochs, count: epochs.length, series: [], axis: 'linear', valueLabel: '', include: [0, 1] },
  ...{ references: [], guide: null, runs: '', growing: false, guides },
});

/** The names that are written in a plot of this height, and the boxes that they take. */
function named(guides: readonly GuideCurve[], height: number) {
  const content = contentWith(guides);
  const geometry = timeGeometry(content, { width: 400, height, em: EM }, 'linear', 100);
  const marks = guideLabels(content, geometry, EM, []);
  return marks.flatMap((mark) => {
    if (mark.kind !== 'text') return [];
    const right = mark.x;
    return [
      {
        name: mark.text,
        left: right - 0.52 * EM * mark.text.length,
        right,
        top: mark.y - 0.9 * EM,
        bottom: mark.y + 0.3 * EM,
      },
    ];
  });
}

const flat = (value: number): Float64Array => new Float64Array(epochs.length).fill(value);

describe('the names of the theory’s curves', () => {
  it('are all there where there is room', () => {
    const names = named([guide('at most', flat(0.9)), guide('at least', flat(0.1))], 300).map(
      ({ name }) => name,
    );
    expect(names).toEqual(['at most', 'at least']);
  });

  it('never lie on each other: in a plot without room for all, some are left out', () => {
    const guides = Array.from({ length: 12 }, (_, k) =>
      guide(`a curve with a long name, ${k}`, flat(0.4 + 0.01 * k)),
    );
    for (const height of [90, 140, 300]) {
      const boxes = named(guides, height);
      expect(boxes.length).toBeGreaterThan(0);
      expect(boxes.length).toBeLessThan(guides.length);
      for (const [k, a] of boxes.entries()) {
        for (const b of boxes.slice(k + 1)) {
          const apart = a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top;
          expect(apart, `${a.name} and ${b.name}, ${height} high`).toBe(true);
        }
      }
    }
  });
});
