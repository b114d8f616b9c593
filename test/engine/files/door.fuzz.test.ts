import fc from 'fast-check';
import { gzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { propose, readFiles } from '../../../src/engine/files/open.ts';
import { bytesOf, idx, joined, npy, text } from './read/reading.ts';
import { bounded, checkPart, checkProblem, mutated, mutation, NAME, parquet } from './read/mutating.ts';

const doubles = bytesOf(Float64Array.from({ length: 60 }, (_, k) => k / 4));
const csv = text(
  `a,b,label\n${Array.from({ length: 40 }, (_, k) => `${k / 8},"${k}",${k % 2 ? 'x' : 'y'}`).join('\n')}\n`,
);
const semicolons = text(
  `# title\na;b;c\n${Array.from({ length: 40 }, (_, k) => `${k},5;-${k},25;${k % 3}`).join('\r\n')}`,
);
const fixed = { mtime: new Date(1980, 0, 1) };

/** Sound files as people have them: every format, plain and packed. */
const FILES: Readonly<Record<string, Uint8Array>> = {
  csv,
  semicolons,
  'utf-16': bytesOf(
    Uint16Array.from(`\ufeffa\tlabel\n1.5\t0\n2.5\t1\n`, (character) => character.charCodeAt(0)),
  ),
  idx: idx(8, [5, 4, 3], doubles.subarray(0, 60)),
  npy: npy('<f8', [20, 3], doubles),
  npz: zipSync(
    { 'X.npy': npy('<f8', [20, 3], doubles), 'y.npy': npy('|u1', [20], new Uint8Array(20)) },
    fixed,
  ),
  libsvm: text('+1 1:0.7 3:1\n-1 2:0.5 # c\n'),
  arff: text('@relation r\n@attribute a real\n@attribute c {x,y}\n@data\n1,x\n2,y\n'),
  parquet: parquet('SNAPPY'),
  'csv in gzip': gzipSync(csv, { mtime: 0 }),
  'two members': joined(
    gzipSync(csv.subarray(0, 100), { mtime: 0 }),
    gzipSync(csv.subarray(100), { mtime: 0 }),
  ),
  'csv in zip': zipSync({ 'data.csv': csv, '__MACOSX/._data.csv': text('x') }, fixed),
  'parquet in gzip': gzipSync(parquet('SNAPPY'), { mtime: 0 }),
};

async function open(bytes: Uint8Array): Promise<void> {
  const blob = Object.assign(new Blob([new Uint8Array(bytes)]), { name: NAME });
  try {
    const parts = await readFiles([blob], bounded(20_000));
    parts.forEach(checkPart);
    propose(parts);
  } catch (error) {
    checkProblem(error);
  }
}

describe.each(Object.entries(FILES))('a file of %s', (_, file) => {
  it('is read, or named with what is wrong, whatever was done to it', async () => {
    const before = process.memoryUsage().rss;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(file, ...Object.values(FILES)),
        fc.array(mutation, { minLength: 0, maxLength: 3 }),
        async (other, mutations) => {
          const begin = performance.now();
          await open(mutations.reduce((done, next) => mutated(done, other, next), file));
          expect(performance.now() - begin).toBeLessThan(5000);
        },
      ),
      { numRuns: 120, seed: 20_261_127 },
    );
    expect(process.memoryUsage().rss - before).toBeLessThan(400e6);
  }, 60_000);
});
