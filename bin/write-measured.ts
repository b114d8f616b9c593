import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Dataset, Experiment } from '../src/core/experiment.ts';
import { DrawMemo } from '../src/core/problem/draw-memo.ts';
import { Probing } from '../src/core/probe/probing.ts';
import { PROBES } from '../src/core/probe/quantities.ts';
import { train } from '../src/core/run.ts';
import { csvHead, csvRows } from '../src/export/csv.ts';
import { measuredColumns, measuredRun, type RunProbes } from '../src/export/measured.ts';
import { parquetTable } from '../src/export/parquet.ts';
import { createKernelSource } from '../workers/kernels/source.ts';
import type { Output } from './output.ts';
import type { Task } from './task.ts';
import { whole } from './write-tables.ts';

const kernels = createKernelSource();

/**
 * Computes the runs of a task in a pass of their own, with all probes measured, and writes measured.csv
 * and measured.parquet into the folder.
 */
export async function writeMeasured(
  task: Task,
  folder: string,
  dataset: Dataset | null,
  output: Output,
): Promise<void> {
  const datasets = new Map(dataset === null ? [] : [[dataset.id, dataset]]);
  const memo = new DrawMemo();
  const runs = task.runs.flatMap(({ point, experiment }) => {
    const run = measuredRun({ point, seed: experiment.seed }, probesOf(experiment, datasets, memo));
    return run === null ? [] : [run];
  });
  const columns = measuredColumns(task.study, runs);
  const csv = csvHead(columns) + runs.map((run) => csvRows(columns, run)).join('');
  await whole(join(folder, 'measured.csv'), (path) => writeFile(path, csv));
  const table = parquetTable(columns, runs, { study: task.json });
  await whole(join(folder, 'measured.parquet'), (path) => writeFile(path, table));
  output.out(`measured ${PROBES.join(', ')} of ${runs.length} of ${task.runs.length} runs: measured.csv`);
}

function probesOf(experiment: Experiment, datasets: ReadonlyMap<string, Dataset>, memo: DrawMemo): RunProbes {
  const probing = new Probing(PROBES);
  const run = train(experiment, probing.recorder, datasets, memo, kernels);
  while (run.next().done !== true);
  return probing.columns;
}
