import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Dataset } from '../src/core/experiment.ts';
import { openDataset } from '../src/engine/files/open-dataset.ts';

/** @throws Error with the reason, when the files are not a dataset */
export async function openPaths(paths: readonly string[]): Promise<Dataset> {
  const files = paths.map((path) => new File([readFileSync(path)], basename(path)));
  const result = await openDataset(files);
  if (result.kind !== 'opened') throw new Error(result.message);
  return result.dataset;
}
