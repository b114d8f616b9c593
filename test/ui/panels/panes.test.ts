import { describe, expect, it } from 'vitest';
import { createBands } from '../../../src/charts/data/means.ts';
import type { Variant } from '../../../src/engine/batch.ts';
import { DEFAULTS } from '../../../src/settings/schema.ts';
import { axis } from '../../../src/settings/study/axis.ts';
import { pointsOf, singleStudy } from '../../../src/settings/study/study.ts';
import { axisPanes, paneContents, type ContentWith } from '../../../src/ui/panels/panes.ts';
import { stableRankContent } from '../../../src/ui/panels/stable-rank.tsx';
import { syntheticRecording } from '../../charts/synthetic.ts';

const study = {
  ...singleStudy({ ...DEFAULTS, gamma: 0.5, sigma0: 0.01, epochs: 20 }),
  axes: [axis('gamma', [0.1, 0.5]), axis('sigma0', [0.001, 0.01, 0.1])],
};
const points = pointsOf(study).map((point, k): Variant => ({
  point,
  curve: {
    setting: 'gamma',
    place: point.at![0]!,
    of: 2,
  },
  across: { setting: 'sigma0', place: point.at![1]!, of: 3 },
  name: `point ${k}`,
  recordings: [syntheticRecording({ epochs: 20, seed: k + 1 })],
}));
/** γ = 0.5, σ₀ = 0.01. */
const front = points.find(({ point: { at } }) => at![0] === 1 && at![1] === 1)!;
const contentOf: ContentWith = (recordings, bands, variants) =>
  stableRankContent(recordings, 'linear', bands, variants);

describe('axisPanes', () => {
  it('has a pane for each value of the second axis, with the curves of the first and its own front', () => {
    const panes = axisPanes(points, front.recordings);
    expect(panes.map(({ name }) => name)).toEqual(['σ₀ = 0.001', 'σ₀ = 0.01', 'σ₀ = 0.1']);
    expect(panes.map(({ variants }) => variants.length)).toEqual([2, 2, 2]);
    expect(panes.map((pane) => pane.front)).toEqual([false, true, false]);
    expect(panes[2]!.recordings).toBe(points.at(-1)!.recordings);
  });

  it('has none without a second axis', () => {
    const one = points
      .slice(0, 2)
      .map((variant, k) => ({ ...variant, point: { ...variant.point, at: [k] } }));
    expect(axisPanes(one, one[0]!.recordings)).toEqual([]);
  });
});

describe('paneContents', () => {
  const panes = axisPanes(points, front.recordings);
  const contents = paneContents(panes, contentOf, () => createBands(), 20);

  it('gives all panes the same value axis', () => {
    const tops = contents.map(({ include }) => Math.max(...include));
    expect(new Set(tops).size).toBe(1);
    const highest = Math.max(
      ...contents.flatMap(({ series }) => series.map((s) => (s.kind === 'line' ? s.values[0]! : 0))),
    );
    expect(tops[0]).toBeGreaterThanOrEqual(highest);
  });

  it('says the first axis in the legend, and the second in the name alone', () => {
    for (const { legendTitle, series } of contents) {
      expect(legendTitle).toBe('γ');
      expect(series.map(({ short }) => short)).toEqual(['0.1', '0.5']);
    }
  });
});
