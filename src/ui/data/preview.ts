import type { OpenedDataset } from '../../engine/files/open-dataset.ts';

export interface Sample {
  readonly row: number;
  readonly label: number;
}

/** The first row of each label, in order of label; at most `limit`. */
export function previewSamples(dataset: OpenedDataset, limit: number): readonly Sample[] {
  return dataset.labelCounts
    .slice(0, limit)
    .map(({ label }) => ({ row: dataset.labels.indexOf(label), label }));
}

/** A row as RGBA pixels, 4×dim bytes: its smallest number black, its largest white. */
export function greyPixels({ values, dim }: OpenedDataset, row: number): Uint8ClampedArray<ArrayBuffer> {
  const entries = values.subarray(row * dim, (row + 1) * dim);
  let low = Infinity;
  let high = -Infinity;
  for (const value of entries) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const pixels = new Uint8ClampedArray(4 * dim);
  entries.forEach((value, k) => {
    const grey = high > low ? (255 * (value - low)) / (high - low) : 0;
    pixels.fill(grey, 4 * k, 4 * k + 3);
    pixels[4 * k + 3] = 255;
  });
  return pixels;
}
