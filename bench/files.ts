/**
 * How long reading a file takes, and how much memory its process at most, the dataset included: `tsx bench/files.ts`.
 * Each case is a process of its own, its file is made first (and is not counted). The largest takes a minute.
 */
import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, openAsBlob, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGzip } from 'node:zlib';
import { buildDataset, propose, readFiles } from '../src/engine/files/open.ts';

/** What a file holds: a line, given its number; the lines; whether it is packed. */
interface Case {
  readonly about: string;
  readonly name: string;
  readonly lines: number;
  readonly line: (k: number) => string;
}

const digits = (k: number): string => String((k * 2654435761) % 2 ** 32);
const cells = (columns: number, cell: (c: number) => string): string =>
  `${Array.from({ length: columns }, (_, c) => cell(c)).join(',')}\n`;
const BLANK = '\n'.repeat(1 << 20);
const WIDE = ['', '.5'].map((half) =>
  [0, 1].map((k) => cells(20_000, (c) => `${(c + k) % 2}${c === 0 ? '' : half}`)),
);
const ZEROS = '\0'.repeat(1 << 20);
const ENDLESS = '7'.repeat(1 << 20);

const CASES: readonly Case[] = [
  {
    about: '1,000,000 rows of 10 numbers and a label',
    name: 'rows.csv',
    lines: 1_000_000,
    line: (k) => cells(11, (c) => (c === 10 ? String(k % 2) : `${c}.${digits(k + c)}`)),
  },
  {
    about: '1 GB of text, 20 numbers a row',
    name: 'gigabyte.csv',
    lines: 4_500_000,
    line: (k) => cells(21, (c) => (c === 20 ? String(k % 2) : `${c}.${digits(k + c)}`)),
  },
  {
    about: '3,999 rows of 20,000 small whole numbers, packed',
    name: 'wide.csv.gz',
    lines: 3999,
    line: (k) => WIDE[0]![k % 2]!,
  },
  {
    about: '3,999 rows of 20,000 numbers with a point, packed',
    name: 'points.csv.gz',
    lines: 3999,
    line: (k) => WIDE[1]![k % 2]!,
  },
  { about: '4 GB of zeros, packed', name: 'zeros.csv.gz', lines: 4096, line: () => ZEROS },
  {
    about: '1 GB of blank lines after a table',
    name: 'blank.csv',
    lines: 1024,
    line: (k) => (k === 0 ? 'a,y\n1,0\n2,1\n' : BLANK),
  },
  {
    about: 'one line of 1 GB, packed',
    name: 'endless.csv.gz',
    lines: 1024,
    line: (k) => (k === 0 ? 'a,y\n1,0\n2,1\n' : ENDLESS),
  },
];

async function write(path: string, { lines, line }: Case): Promise<void> {
  const file = createWriteStream(path);
  const out = path.endsWith('.gz') ? createGzip({ level: 6 }) : file;
  if (out !== file) out.pipe(file);
  for (let k = 0; k < lines;) {
    let text = '';
    while (k < lines && text.length < 1 << 20) text += line(k++);
    if (!out.write(text)) await new Promise<void>((resolve) => out.once('drain', resolve));
  }
  const closed = new Promise<void>((resolve) => file.once('close', resolve));
  out.end();
  await closed;
}

async function read(path: string): Promise<void> {
  const file = Object.assign(await openAsBlob(path), { name: path.replace(/.*\//, '') });
  const options = {
    progress: () => undefined,
    signal: new AbortController().signal,
    breathe: () => Promise.resolve(),
  };
  const from = performance.now();
  let found: string;
  try {
    const parts = await readFiles([file], options);
    const { rows, total } = propose(parts, {});
    await buildDataset(parts, {});
    found = `${rows} of ${total} rows`;
  } catch (error) {
    found = error instanceof Error ? error.message : String(error);
  }
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  console.log(`${seconds} s, ${Math.round(process.resourceUsage().maxRSS / 1000)} MB: ${found}`);
}

const [, , path] = process.argv;
if (path !== undefined) await read(path);
else {
  const folder = mkdtempSync(join(tmpdir(), 'files-'));
  try {
    for (const one of CASES) {
      const made = join(folder, one.name);
      await write(made, one);
      const { stdout, stderr } = spawnSync(
        process.execPath,
        [...process.execArgv, fileURLToPath(import.meta.url), made],
        { encoding: 'utf8' },
      );
      console.log(`${one.about} (${Math.round(statSync(made).size / 1000)} kB): ${stdout}${stderr}`.trim());
      rmSync(made);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
