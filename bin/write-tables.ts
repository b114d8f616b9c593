import { createWriteStream } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { once } from 'node:events';
import { fileWriter } from 'hyparquet-writer';
import { ENGINE_VERSION } from '../src/core/experiment.ts';
import { tableColumns, type TableRun } from '../src/export/columns.ts';
import { csvHead, csvRows } from '../src/export/csv.ts';
import { fingerprintsOf, fingerprintsText, type Fingerprints } from '../src/export/fingerprints.ts';
import { ParquetTable, tableMetadata } from '../src/export/parquet.ts';
import type { RunFiles, RunHead } from './run-files.ts';
import type { Task } from './task.ts';

/** What is known of a task's runs once they are computed; null for one that failed. */
export type Heads = readonly (RunHead | null)[];

/** @param known heads that were read before: those need not be read again */
export const readHeads = async (task: Task, files: RunFiles, known: Heads = []): Promise<Heads> => {
  const heads: (RunHead | null)[] = [];
  for (const [k, { hash }] of task.runs.entries()) heads.push(known[k] ?? (await files.head(hash)));
  return heads;
};

/** Writes the files of a task into a folder, each whole or not at all; what is held at a time is a run. */
export async function writeTables(
  task: Task,
  heads: Heads,
  files: RunFiles,
  folder: string,
): Promise<Fingerprints> {
  const columns = tableColumns(task.study, new Set(heads.flatMap((head) => head?.measured ?? [])));
  const fingerprints = fingerprintsOf(heads, ENGINE_VERSION);
  const text = fingerprintsText(fingerprints);
  await whole(join(folder, 'study.json'), (path) => writeFile(path, task.json));
  await whole(join(folder, 'recording.csv'), (csv) =>
    whole(join(folder, 'recording.parquet'), async (parquet) => {
      const lines = createWriteStream(csv);
      const metadata = tableMetadata(task.json, fingerprints);
      const table = new ParquetTable(columns, metadata, fileWriter(parquet));
      lines.write(csvHead(columns));
      for await (const run of tableRuns(task, heads, files)) {
        table.add(run);
        if (!lines.write(csvRows(columns, run))) await once(lines, 'drain');
      }
      table.end();
      lines.end();
      await finished(lines);
    }),
  );
  await whole(join(folder, 'fingerprints.txt'), (path) => writeFile(path, text));
  if (task.reference !== null) {
    const expect = heads[0]?.expect ?? [];
    await whole(join(folder, 'expect.json'), (path) =>
      writeFile(path, `${JSON.stringify(expect, null, 1)}\n`),
    );
  }
  return fingerprints;
}

async function* tableRuns(task: Task, heads: Heads, files: RunFiles): AsyncGenerator<TableRun> {
  for (const [k, { point, experiment, hash }] of task.runs.entries()) {
    const kept = heads[k] === null ? null : await files.read(hash);
    if (kept === null) continue;
    const { numbers, leastMargins } = kept;
    yield { point, seed: experiment.seed, data: experiment.data, ...numbers, leastMargins };
  }
}

/** A file appears under its name once it is written. */
export async function whole(path: string, write: (path: string) => Promise<void>): Promise<void> {
  const part = `${path}.part-${process.pid}`;
  await write(part);
  await rename(part, path);
}
