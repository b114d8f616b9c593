import { describe, expect, it } from 'vitest';
import { secondLayerScale, secondLayerWeights } from '../../../src/core/model/second-layer.ts';

describe('the second layer', () => {
  it('is + for the first m neurons and − for the others, all of one size', () => {
    expect([...secondLayerWeights('1/m', 4)]).toEqual([0.25, 0.25, 0.25, 0.25, -0.25, -0.25, -0.25, -0.25]);
    expect([...secondLayerWeights('1', 1)]).toEqual([1, -1]);
  });

  it('has the size 1/m, 1/√(2m) or 1', () => {
    expect(secondLayerScale('1/m', 8)).toBe(1 / 8);
    expect(secondLayerScale('1/sqrt(2m)', 8)).toBe(1 / 4);
    expect(secondLayerScale('1', 8)).toBe(1);
  });
});
