import { describe, expect, it } from 'vitest';
import type { OpenedDataset } from '../../../src/engine/files/open-dataset.ts';
import { greyPixels, previewSamples } from '../../../src/ui/data/preview.ts';

const dataset: OpenedDataset = {
  id: '0123456789abcdef',
  name: 'four',
  count: 4,
  dim: 3,
  values: Float64Array.of(-1, 0, 1, 5, 5, 5, 0, 100, 200, 0, 0, 0),
  labels: Int32Array.of(7, 3, 7, 9),
  labelCounts: [
    { label: 3, name: null, count: 1 },
    { label: 7, name: null, count: 2 },
    { label: 9, name: null, count: 1 },
  ],
  image: { width: 3, height: 1 },
  notes: [],
};

describe('previewSamples', () => {
  it('gives the first row of each label in order of label, at most the number asked for', () => {
    expect(previewSamples(dataset, 2)).toEqual([
      { row: 1, label: 3 },
      { row: 0, label: 7 },
    ]);
  });
});

describe('greyPixels', () => {
  it('maps the smallest number to black and the largest to white, opaque', () => {
    // A clamped array rounds 127.5 to the even 128.
    expect([...greyPixels(dataset, 0)]).toEqual([0, 0, 0, 255, 128, 128, 128, 255, 255, 255, 255, 255]);
  });

  it('draws a row of equal numbers black', () => {
    expect([...greyPixels(dataset, 1)].filter((_, k) => k % 4 !== 3)).toEqual(Array(9).fill(0));
  });
});
