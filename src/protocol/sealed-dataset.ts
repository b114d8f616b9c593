import type { Dataset } from '../core/experiment.ts';

/** Bytes that are held elsewhere: a Blob. A message with one carries a handle, whatever their number. */
export interface Bytes {
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/**
 * A dataset on its way from the worker that read the files to those that train: its rows and labels are sealed, so that
 * the page's thread, which hands it on, never holds or copies them.
 */
export interface SealedDataset extends Omit<Dataset, 'values' | 'labels'> {
  /** 1: `values` are bytes; 8: doubles. In the machine's order. */
  readonly bytesPerValue: 1 | 8;
  /** count×dim, row-major. */
  readonly values: Bytes;
  /** count 32-bit integers. */
  readonly labels: Bytes;
}
