import type { Dataset } from '../../../core/experiment.ts';
import type { SealedDataset } from '../../../protocol/sealed-dataset.ts';
import type { BuiltDataset } from './build.ts';

/** A dataset made of files as the page has it: all that is said of it, and a handle of its numbers. */
export interface SealedData extends Omit<BuiltDataset, 'dataset'> {
  readonly dataset: SealedDataset;
}

export const sealedData = ({ dataset, ...rest }: BuiltDataset): SealedData => ({
  ...rest,
  dataset: sealed(dataset),
});

/** Copies the numbers into Blobs: those outlive the worker that made them, and only who trains reads them. */
function sealed({ values, labels, ...rest }: Dataset): SealedDataset {
  return {
    ...rest,
    bytesPerValue: values instanceof Uint8Array ? 1 : 8,
    values: blobOf(values),
    labels: blobOf(labels),
  };
}

// Memory that is shared cannot be put into a Blob; that of files is not.
const blobOf = (numbers: Dataset['values' | 'labels']): Blob =>
  new Blob([numbers as typeof numbers & BlobPart]);
