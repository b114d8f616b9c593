/** The front door of reading files, for the page's worker and the command line alike (DESIGN §12). */
import { gunzipped, isGzip } from './bytes/gzip.ts';
import { headOf, plainSource } from './bytes/source.ts';
import type { NamedBlob, Source } from './bytes/source.ts';
import { notRead, unread, zipKind } from './bytes/unread.ts';
import { isZip, unzipped, zipNames } from './bytes/zip.ts';
import { FileProblem } from './problem.ts';
import type { Choice } from './proposal.ts';
import { readCsv } from './read/csv.ts';
import { HEAD, readerOf } from './read/known.ts';
import { isNpz, readNpz } from './read/npz.ts';
import type { Part, ReadOptions } from './table.ts';
import { nameOf } from './words.ts';

export { buildDataset } from './dataset/build.ts';
export { buildWanted } from './dataset/wanted.ts';
export { propose } from './propose/propose.ts';

/**
 * Reads files: a part for each, or for each file of an archive, in their order.
 * @param choice its `header` and `delimiter` are heeded here
 * @throws FileProblem; the signal's reason when it is aborted
 */
export async function readFiles(
  files: readonly NamedBlob[],
  options: ReadOptions,
  choice: Choice = {},
): Promise<readonly Part[]> {
  if (files.length === 0) throw new FileProblem('No file was given', 'no-file');
  const parts: Part[] = [];
  for (const file of files) {
    options.signal.throwIfAborted();
    parts.push(...(await readOne(file, options, choice)));
  }
  return parts;
}

async function readOne(file: NamedBlob, options: ReadOptions, choice: Choice): Promise<readonly Part[]> {
  const source = plainSource(file);
  const head = await headOf(source, HEAD);
  if (!isZip(head)) return [await readSource(source, head, options, choice)];
  const name = nameOf(file);
  const paths = await zipNames(name, file);
  const kind = zipKind(paths);
  if (kind !== null) throw notRead(name, kind);
  const sources = await unzipped(name, file);
  if (isNpz(paths)) return [await readNpz(name, sources, options)];
  const parts: Part[] = [];
  for (const entry of sources)
    parts.push(await readSource(entry, await headOf(entry, HEAD), options, choice));
  return parts;
}

/** Reads one file, unpacked where it is packed. */
async function readSource(
  source: Source,
  head: Uint8Array,
  options: ReadOptions,
  choice: Choice,
): Promise<Part> {
  if (isGzip(head)) {
    const unpacked = gunzipped(source, source.name.replace(/\.gz$/i, ''));
    const inner = await headOf(unpacked, HEAD);
    if (isGzip(inner)) throw nested(source.name, 'gzip file in a gzip file');
    return readSource(unpacked, inner, options, choice);
  }
  if (isZip(head)) throw nested(source.name, 'zip archive in another archive');
  const reader = readerOf(source, head);
  if (reader !== null) return reader(options);
  const problem = unread(source.name, head);
  if (problem !== null) throw problem;
  return readCsv(source, options, choice);
}

const nested = (name: string, what: string): FileProblem =>
  new FileProblem(`${name} is a ${what}, which is not read: open the inner one by itself`, 'nested-archive');
