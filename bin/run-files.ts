import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ENGINE_VERSION } from '../src/core/experiment.ts';
import { SCALARS, type ScalarName } from '../src/core/observe/quantities.ts';
import type { Outcome } from '../src/core/outcome.ts';
import type { ExpectedEpoch } from '../src/export/expect.ts';
import type { ExpectedPoint } from '../src/export/expect-flow.ts';
import { recordingHash, type HashedRun, type RunNumbers } from '../src/export/fingerprints.ts';

/** What is kept of a run beside its numbers. */
export interface RunHead extends HashedRun {
  /** Null of a run that was stopped. */
  readonly outcome: Outcome | null;
  readonly measured: readonly ScalarName[];
  /** Of a run in the format of test/fixtures. */
  readonly expect: readonly ExpectedEpoch[] | readonly ExpectedPoint[] | null;
}

interface KeptRun {
  readonly head: RunHead;
  readonly numbers: RunNumbers;
  /** min_i q_i at each recorded epoch. */
  readonly leastMargins: Float64Array;
}

const FORMAT = 'implicit-bias-lab run';
const WHOLE = '.run';
const STOPPED = '.stopped';
/** t, the scalars, and the least margins. */
const COLUMNS = 2 + SCALARS.length;

/**
 * The runs of a folder: a file each, named by its run's hash, that appears whole or not at all. A line of JSON, then
 * the columns as doubles of this machine. What there is of a run that was stopped has another ending, until the run is whole.
 */
export class RunFiles {
  constructor(private readonly folder: string) {}

  /** Makes the folder, and removes what a command that was ended left half written. */
  async prepare(): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    for (const name of await readdir(this.folder)) {
      if (name.includes('.part-')) await rm(join(this.folder, name), { force: true });
    }
  }

  async write(
    hash: string,
    head: RunHead,
    { epochs, scalars }: RunNumbers,
    leastMargins: Float64Array,
  ): Promise<void> {
    const least = hashOfColumn(leastMargins);
    const line = `${JSON.stringify({ format: FORMAT, engine: ENGINE_VERSION, least, ...head })}\n`;
    const path = this.path(hash, head.stopped === undefined ? WHOLE : STOPPED);
    const part = `${path}.part-${process.pid}`;
    const bytes = [epochs, ...scalars, leastMargins].map(
      ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
    );
    await writeFile(part, Buffer.concat([Buffer.from(line), ...bytes]));
    await rename(part, path);
    if (head.stopped === undefined) await rm(this.path(hash, STOPPED), { force: true });
  }

  /** What is kept of a run; null where there is no file of it, or one that is damaged. */
  async head(hash: string): Promise<RunHead | null> {
    return (await this.read(hash))?.head ?? null;
  }

  /** A run, or what there is of it; null where there is no file of it, or its numbers do not have the hash that it says. */
  async read(hash: string): Promise<KeptRun | null> {
    return (await this.readFrom(this.path(hash, WHOLE))) ?? (await this.readFrom(this.path(hash, STOPPED)));
  }

  private async readFrom(path: string): Promise<KeptRun | null> {
    const bytes = await readFile(path).catch(() => null);
    if (bytes === null) return null;
    const end = bytes.indexOf(10);
    const head = headOf(bytes.toString('utf8', 0, end));
    if (head === null || bytes.length !== end + 1 + 8 * COLUMNS * head.rows) return null;
    const doubles = new Float64Array(
      bytes.buffer.slice(bytes.byteOffset + end + 1, bytes.byteOffset + bytes.length),
    );
    const columns = Array.from({ length: COLUMNS }, (_, k) =>
      doubles.subarray(k * head.rows, (k + 1) * head.rows),
    );
    const numbers = { epochs: columns[0]!, scalars: columns.slice(1, -1) };
    const leastMargins = columns.at(-1)!;
    const isSound = recordingHash(numbers) === head.recording && hashOfColumn(leastMargins) === head.least;
    return isSound ? { head, numbers, leastMargins } : null;
  }

  private path(hash: string, ending: typeof WHOLE | typeof STOPPED): string {
    return join(this.folder, `${hash}${ending}`);
  }
}

const hashOfColumn = (column: Float64Array): string => recordingHash({ epochs: column, scalars: [] });

/** The first line of a file. */
interface WrittenHead extends RunHead {
  readonly format: string;
  readonly engine: number;
  /** Hash of the least margins. */
  readonly least: string;
}

function headOf(line: string): WrittenHead | null {
  try {
    const head = JSON.parse(line) as WrittenHead;
    return head.format === FORMAT && head.engine === ENGINE_VERSION ? head : null;
  } catch {
    return null;
  }
}
