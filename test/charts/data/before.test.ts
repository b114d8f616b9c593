import { expect, it } from 'vitest';
import { beforeOf, withBefore } from '../../../src/charts/data/before.ts';
import { lossContent } from '../../../src/ui/panels/loss.tsx';
import { marginsContent } from '../../../src/ui/panels/margins.tsx';
import { stableRankContent } from '../../../src/ui/panels/stable-rank.tsx';
import { syntheticRecording } from '../synthetic.ts';

const old = [1, 2, 3].map((seed) => syntheticRecording({ seed, epochs: 200 }));
const now = [4, 5, 6].map((seed) => syntheticRecording({ seed, epochs: 50 }));

it('the run before is its mean alone, quiet, over its own epochs', () => {
  const before = beforeOf(lossContent(old), 'm = 100');
  const { content } = withBefore(lossContent(now), before).before!;
  expect(content.count).toBe(201);
  expect(content.series).toMatchObject([{ label: 'loss', colour: 'ghost', band: null, width: 1.5 }]);
});

it('of many curves of one kind, the run before keeps their mean', () => {
  const shown = marginsContent(old, 0);
  const { content } = withBefore(marginsContent(now, 0), beforeOf(shown, '')).before!;
  const [first] = shown.series;
  const [mean] = content.series;
  if (first?.kind !== 'bundle' || mean?.kind !== 'line') throw new Error('not a bundle and its mean');
  const margins = Array.from(first.columns, (column) => first.matrix[7 * first.stride + column]!);
  // A sum of a few numbers of size one, in another order.
  expect(mean.values[7]).toBeCloseTo(margins.reduce((a, b) => a + b) / margins.length, 12);
});

it('nothing is kept of quantities that the chart does not have, or has on another axis', () => {
  expect(withBefore(lossContent(now), beforeOf(stableRankContent(old, 'log'), '')).before).toBeUndefined();
  const excess = beforeOf(stableRankContent(old, 'excess'), '');
  expect(withBefore(stableRankContent(now, 'linear'), excess).before).toBeUndefined();
  expect(withBefore(lossContent(now), null).before).toBeUndefined();
});
