import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { NamedBlob } from '../src/engine/files/bytes/source.ts';
import type { BuiltDataset } from '../src/engine/files/dataset/build.ts';
import { buildWanted } from '../src/engine/files/dataset/wanted.ts';
import { readFiles } from '../src/engine/files/open.ts';
import { FileProblem } from '../src/engine/files/problem.ts';
import type { Choice } from '../src/engine/files/proposal.ts';
import type { Part } from '../src/engine/files/table.ts';
import { visible } from '../src/settings/words.ts';

/** Reads files as the page does; as streams, whatever their size. @throws FileProblem */
export async function readPaths(paths: readonly string[], choice: Choice): Promise<readonly Part[]> {
  const files = await Promise.all(paths.map(openFile));
  const options = {
    progress: () => undefined,
    signal: new AbortController().signal,
    breathe: () => Promise.resolve(),
  };
  return readFiles(files, options, choice);
}

/**
 * @param wanted the id of the data that a link wants; '': any
 * @throws FileProblem with the reason, when the files are not a dataset
 */
export async function openPaths(
  paths: readonly string[],
  choice: Choice = {},
  wanted = '',
): Promise<BuiltDataset> {
  return buildWanted(await readPaths(paths, choice), choice, wanted);
}

async function openFile(path: string): Promise<NamedBlob> {
  const name = visible(path);
  const about = await stat(path).catch(() => null);
  if (about === null) throw new FileProblem(`${name}: there is no such file`, 'no-such-file');
  if (!about.isFile()) throw new FileProblem(`${name} is a folder or a device, and no file`, 'no-file');
  const blob = await openAsBlob(path).catch((error: unknown) => {
    throw new FileProblem(
      `${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      'cannot-read',
    );
  });
  return Object.assign(blob, { name: basename(path) });
}
