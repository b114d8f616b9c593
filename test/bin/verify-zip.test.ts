import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lab } from '../../bin/lab.ts';
import { studyArchive } from '../../src/export/study/archive.ts';
import { DEFAULTS } from '../../src/settings/schema.ts';
import { axis } from '../../src/settings/study/axis.ts';
import { singleStudy } from '../../src/settings/study/study.ts';
import { recordedRuns } from '../export/recorded.ts';

const study = {
  ...singleStudy({ ...DEFAULTS, n: 5, d: 40, m: 4, epochs: 6, runs: 2, testPoints: 7 }),
  axes: [axis('gamma', [0, 0.5])],
};
const zip = Buffer.concat(
  studyArchive({
    study,
    link: 'https://example.org/#v=1',
    runs: recordedRuns(study),
    datasets: new Map(),
    figures: [],
  }),
);
const files: Readonly<Record<string, Uint8Array>> = unzipSync(zip);

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lab-zip-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function verified(bytes: Uint8Array) {
  const path = join(folder, 'study.zip');
  await writeFile(path, bytes);
  const [out, err]: [string[], string[]] = [[], []];
  const code = await lab(['verify', path], {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

/** The zip with some of its files changed, or without them. */
function changed(changes: Readonly<Record<string, Uint8Array | null>>): Uint8Array {
  const all = Object.entries({ ...files, ...changes });
  return zipSync(Object.fromEntries(all.flatMap(([name, bytes]) => (bytes ? [[name, bytes]] : []))));
}

/** recording.csv with another first decimal of a number of some row; rows are counted from 1 below the head. */
function withDigit(row: number, column: string): Uint8Array {
  const lines = strFromU8(files['recording.csv']!).split('\n');
  const at = lines[0]!.split(',').indexOf(column);
  const cells = lines[row]!.split(',');
  cells[at] = cells[at]!.replace(/\.(\d)/, (_, digit: string) => `.${(Number(digit) + 1) % 10}`);
  lines[row] = cells.join(',');
  return strToU8(lines.join('\n'));
}

describe('lab verify on the zip of a study', () => {
  it('finds every number of both tables as it was recorded', async () => {
    const { code, out } = await verified(zip);
    expect(out).toContain(
      'recording.csv and recording.parquet: 4 runs, 28 rows, every number as fingerprints.txt says',
    );
    expect(code).toBe(0);
  });

  it('names run, row and column of a digit that was changed', async () => {
    const { code, out } = await verified(changed({ 'recording.csv': withDigit(9, 'gradientNorm') }));
    expect(out).toMatch(/^recording.csv differs: run 2 \(rows 8 to 14\) has [0-9a-f]{16}, and should have/m);
    expect(out).toMatch(
      /^recording.csv and recording.parquet differ: run 2, row 9, column “gradientNorm”: 0\.\d+ and 0\.\d+$/m,
    );
    expect(out.match(/differ/g)).toHaveLength(2);
    expect(code).toBe(1);
  });

  it('sees any byte of the numbers in the Parquet file', async () => {
    const parquet = files['recording.parquet']!;
    for (const at of [0.15, 0.3, 0.45]) {
      const bytes = parquet.slice();
      bytes[Math.floor(at * bytes.length)]! ^= 1;
      const { code, out, err } = await verified(changed({ 'recording.parquet': bytes }));
      expect(code, String(at)).toBe(1);
      expect(out + err).toMatch(/recording\.parquet (differs: run \d|is no Parquet file, or is damaged)/);
    }
  });

  it('does with one table, takes the fingerprints from the Parquet file, and says what is missing', async () => {
    const one = await verified(changed({ 'recording.csv': null, 'fingerprints.txt': null }));
    expect([one.code, one.out]).toEqual([0, expect.stringContaining('recording.parquet: 4 runs, 28 rows')]);
    const none = await verified(changed({ 'recording.csv': null, 'recording.parquet': null }));
    expect([none.code, none.err]).toEqual([
      1,
      expect.stringContaining('has no recording.csv or recording.parquet'),
    ]);
    const bare = await verified(changed({ 'recording.parquet': null, 'fingerprints.txt': null }));
    expect([bare.code, bare.err]).toEqual([1, expect.stringContaining('there is no fingerprints.txt')]);
  });

  it('says of what is no zip, and of half of one, that it is none', async () => {
    for (const bytes of [strToU8('a table, they said'), zip.subarray(0, zip.length >> 1)]) {
      const { code, err } = await verified(bytes);
      expect([code, err]).toEqual([1, expect.stringContaining('study.zip is no zip, or is damaged')]);
    }
  });
});
