import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import Papa from 'papaparse';
import { SCALARS } from '../src/core/observe/quantities.ts';
import { UNMEASURED } from '../src/export/columns.ts';
import { visible } from '../src/settings/words.ts';
import type { RunNumbers } from '../src/export/fingerprints.ts';

/** What was found of a study that was taken away. */
export interface RecordedFiles {
  /** The numbers of all runs, one after the other, of each table there is. */
  readonly tables: readonly { readonly name: string; readonly numbers: RunNumbers }[];
  /** Texts of fingerprints.txt and study.json; null where there are none. */
  readonly fingerprints: string | null;
  readonly study: string | null;
}

type Open = (name: string) => Promise<Uint8Array | null>;

const NAMES = ['recording.csv', 'recording.parquet'];

/** Reads a folder, a zip, or a table with what lies beside it. @throws RangeError naming what is none of these */
export async function readRecorded(path: string): Promise<RecordedFiles> {
  const about = await stat(path).catch(() => null);
  if (about === null) throw new RangeError(`${visible(path)}: there is no such file or folder`);
  if (about.isDirectory()) return readNamed(NAMES, fromFolder(path), path);
  if (/\.zip$/i.test(path)) return readNamed(NAMES, fromZip(await readFile(path), path), path);
  if (!/\.(csv|parquet)$/i.test(path)) {
    throw new RangeError(`${visible(path)} is no recording.csv, recording.parquet, zip or folder of a study`);
  }
  return readNamed([basename(path)], fromFolder(dirname(path)), path);
}

const fromFolder =
  (folder: string): Open =>
  (name) =>
    readFile(join(folder, name)).catch(() => null);

/** By the names themselves, in whichever folder of the archive they are. */
function fromZip(bytes: Uint8Array, path: string): Open {
  const wanted = [...NAMES, 'fingerprints.txt', 'study.json'];
  const entries = readOr(`${visible(path)} is no zip, or is damaged`, () =>
    unzipSync(bytes, { filter: ({ name }) => wanted.includes(basename(name)) }),
  );
  const found = new Map(Object.entries(entries).map(([name, entry]) => [basename(name), entry]));
  return (name) => Promise.resolve(found.get(name) ?? null);
}

async function readNamed(names: readonly string[], open: Open, path: string): Promise<RecordedFiles> {
  const tables: RecordedFiles['tables'][number][] = [];
  let said: Readonly<Record<string, string>> = {};
  for (const name of names) {
    const bytes = await open(name);
    if (bytes === null) continue;
    if (/\.csv$/i.test(name)) tables.push({ name, numbers: csvNumbers(textOf(bytes), name) });
    else {
      const file = bytes.slice().buffer;
      const broken = `${name} is no Parquet file, or is damaged`;
      const { key_value_metadata: metadata = [] } = readOr(broken, () => parquetMetadata(file));
      said = Object.fromEntries(metadata.map(({ key, value = '' }) => [key, value]));
      const rows = (await parquetReadObjects({ file }).catch((cause: unknown) => {
        throw new RangeError(broken, { cause });
      })) as readonly Readonly<Record<string, unknown>>[];
      const column = (wanted: string): Float64Array | null =>
        rows[0] === undefined || wanted in rows[0]
          ? Float64Array.from(rows, (row) => Number(row[wanted] ?? NaN))
          : null;
      tables.push({ name, numbers: numbersOf(column, rows.length, name) });
    }
  }
  if (tables.length === 0) throw new RangeError(`${visible(path)} has no recording.csv or recording.parquet`);
  const text = async (name: string): Promise<string | null> => {
    const bytes = await open(name);
    return bytes === null ? null : textOf(bytes);
  };
  return {
    tables,
    fingerprints: (await text('fingerprints.txt')) ?? said['fingerprints'] ?? null,
    study: (await text('study.json')) ?? said['study'] ?? null,
  };
}

/** @throws RangeError with this message where a reader gives up */
function readOr<T>(message: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new RangeError(message, { cause });
  }
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** t and the scalars of a table; what it has not, or is empty there, is what is recorded of what is not measured. */
function numbersOf(column: (name: string) => Float64Array | null, rows: number, name: string): RunNumbers {
  const epochs = column('epoch');
  if (epochs === null) throw new RangeError(`${visible(name)} has no column “epoch”`);
  const scalars = SCALARS.map((scalar) => {
    const unmeasured = UNMEASURED[scalar];
    const values = column(scalar);
    if (values === null && unmeasured === undefined) {
      throw new RangeError(`${visible(name)} has no column “${scalar}”`);
    }
    if (values === null) return new Float64Array(rows).fill(unmeasured!);
    return unmeasured === undefined
      ? values
      : values.map((value) => (Number.isNaN(value) ? unmeasured : value));
  });
  return { epochs, scalars };
}

function csvNumbers(text: string, name: string): RunNumbers {
  const { data } = Papa.parse<readonly string[]>(text, { skipEmptyLines: true });
  const [head = [], ...rows] = data;
  const column = (wanted: string): Float64Array | null => {
    const at = head.indexOf(wanted);
    return at < 0 ? null : Float64Array.from(rows, (row) => (row[at] ? Number(row[at]) : NaN));
  };
  return numbersOf(column, rows.length, name);
}
