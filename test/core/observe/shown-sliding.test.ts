import { expect, it } from 'vitest';
import { ShownSliding } from '../../../src/core/observe/shown-sliding.ts';

it('what slides is of the shown pairs, of each sample’s last patch; of −u_k the sides are the other way round', () => {
  const kinkSlopes = Float64Array.of(0.25, -1, 0.5, -1, -1, 1, 0.75, 0.5, -1);
  const full = {
    patches: 2,
    features: 3,
    patchFeature: Int32Array.of(0, 1, 0, 2, 0, 2),
    patchSign: Float64Array.of(1, 1, -1, 1, 1, -1),
  };
  const shown = (rows: number[], columns: number[]): number[] => [
    ...new ShownSliding(
      { kinkSlopes },
      full,
      { rows: Int32Array.from(rows), columns: Int32Array.from(columns) },
      0.25,
    ).take(),
  ];
  expect(shown([0, 1, 2], [0, 1, 2])).toEqual([-1, 0.5, 0.75, -1, 1, 0.25, 0.5, -1, -1]);
  expect(shown([1], [2])).toEqual([0.25]);
});
