import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArff } from '../../../../src/engine/files/read/arff.ts';
import { readCifar } from '../../../../src/engine/files/read/cifar.ts';
import { readIdx } from '../../../../src/engine/files/read/idx.ts';
import { readLibsvm } from '../../../../src/engine/files/read/libsvm.ts';
import { readNpy } from '../../../../src/engine/files/read/npy.ts';
import { readNpz } from '../../../../src/engine/files/read/npz.ts';
import { readParquet } from '../../../../src/engine/files/read/parquet.ts';
import type { Source } from '../../../../src/engine/files/bytes/source.ts';
import type { Part, ReadOptions } from '../../../../src/engine/files/table.ts';
import { bounded, checkPart, checkProblem, mutated, mutation, NAME, parquet, rows } from './mutating.ts';
import { bytesOf, idx, joined, npy, OPTIONS, rowsOf, sourceOf, text } from './reading.ts';

type Reader = (source: Source, options: ReadOptions) => Promise<Part>;

const doubles = bytesOf(Float64Array.from({ length: 60 }, (_, k) => k / 4));
const ARFF = `% flowers
@relation r
@attribute 'a b' real
@attribute c {x, 'y z', "w"}
@attribute s string
@data
1.5,x,'q,r'
?,'y z',t
{0 2, 1 w},{3}
`;

/** Sound files of every format, and what reads them. */
const SEEDS: readonly (readonly [format: string, reader: Reader, files: readonly Uint8Array[]])[] = [
  [
    'idx',
    readIdx,
    [idx(8, [5, 4, 3], rows.slice(0, 60)), idx(0x0e, [60], doubles), idx(0x0b, [3, 2, 5], rows.slice(0, 60))],
  ],
  [
    'npy',
    (source, options) => readNpy(source, options),
    [
      npy('<f8', [20, 3], doubles),
      npy('<f8', [5, 4, 3], doubles, true),
      npy('<U2', [60], doubles),
      npy("[('a', '<f4'), ('b', '|S4')]", [60], doubles),
    ],
  ],
  [
    'npz',
    (source, options) => {
      const labels = sourceOf(npy('|u1', [20], new Uint8Array(20)), `${NAME}/y.npy`);
      return readNpz(NAME, [{ ...source, name: `${NAME}/x.npy` }, labels], options);
    },
    [npy('<f8', [20, 3], doubles), npy('|u1', [20, 2, 2], new Uint8Array(80))],
  ],
  [
    'libsvm',
    readLibsvm,
    [text('+1 1:0.7 3:1\n-1 2:0.5 # c\n'), text('1 qid:1 0:1 7:2e-3\n\n2 qid:1 4:nan\n')],
  ],
  ['arff', readArff, [text(ARFF)]],
  ['parquet', readParquet, [parquet('SNAPPY'), parquet('UNCOMPRESSED')]],
  [
    'cifar-10',
    (source, options) => readCifar(source, 'cifar-10', options),
    [joined(Uint8Array.of(3), new Uint8Array(3072), Uint8Array.of(7), new Uint8Array(3072))],
  ],
];

describe.each(SEEDS)('the reader of %s', (_, reader, files) => {
  it('reads what is sound', async () => {
    for (const file of files) checkPart(await reader(sourceOf(file, NAME), bounded(10_000)));
  });

  it('reads whatever is made of it, or names the file and the place', async () => {
    const before = process.memoryUsage().rss;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.constantFrom(...files),
        fc.array(mutation, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(1, 7, 1 << 16),
        fc.boolean(),
        async (file, other, mutations, piece, packed) => {
          const bytes = mutations.reduce((done, next) => mutated(done, other, next), file);
          const begin = performance.now();
          await reader(sourceOf(bytes, NAME, { piece, packed }), bounded(20_000)).then(
            checkPart,
            checkProblem,
          );
          expect(performance.now() - begin).toBeLessThan(5000);
        },
      ),
      { numRuns: 300, seed: 20_261_127 },
    );
    expect(process.memoryUsage().rss - before).toBeLessThan(400e6);
  }, 60_000);
});

describe('rows', () => {
  const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e90, max: 1e90 }).map((x) => x + 0);
  const matrix = fc
    .integer({ min: 2, max: 6 })
    .chain((width) =>
      fc.array(fc.array(number, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 30 }),
    );
  const table = async (part: Promise<Part>): Promise<unknown[][]> => {
    const whole = await part;
    if (whole.kind !== 'table') throw new Error(whole.kind);
    return rowsOf(whole);
  };

  it('of .npy are those that were written, in either order', async () => {
    await fc.assert(
      fc.asyncProperty(matrix, fc.boolean(), async (data, fortran) => {
        const shape = [data.length, data[0]!.length];
        const flat = fortran ? data[0]!.flatMap((_, k) => data.map((row) => row[k]!)) : data.flat();
        const bytes = npy('<f8', shape, bytesOf(Float64Array.from(flat)), fortran);
        expect(await table(readNpy(sourceOf(bytes, NAME, { piece: 13 }), OPTIONS))).toEqual(data);
      }),
      { numRuns: 60 },
    );
  });

  it('of LIBSVM are those that were written', async () => {
    await fc.assert(
      fc.asyncProperty(matrix, async (data) => {
        // The last feature is always written: the largest index says how many there are.
        const rowText = ([label, ...rest]: number[]): string =>
          [label, ...rest.map((x, k) => (x === 0 && k < rest.length - 1 ? '' : `${k + 1}:${x}`))].join(' ');
        const bytes = text(data.map(rowText).join('\n'));
        expect(await table(readLibsvm(sourceOf(bytes, NAME, { piece: 5 }), OPTIONS))).toEqual(data);
      }),
      { numRuns: 60 },
    );
  });

  it('of ARFF are those that were written, dense or sparse, words in quotes', async () => {
    const word = fc.string({ minLength: 1, maxLength: 8 }).filter((s) => !/[\r\n]/.test(s));
    await fc.assert(
      fc.asyncProperty(
        matrix,
        fc.array(word, { minLength: 30, maxLength: 30 }),
        fc.boolean(),
        async (data, words, sparse) => {
          const width = data[0]!.length;
          const inQuotes = (s: string): string => `'${s.replace(/['\\]/g, '\\$&')}'`;
          const header = data[0]!.map((_, k) => `@attribute a${k} real\n`).join('');
          const lines = data.map((row, r) => {
            const cells = [...row.map(String), inQuotes(words[r]!)];
            return sparse ? `{${cells.map((cell, k) => `${k} ${cell}`).join(', ')}}` : cells.join(',');
          });
          const bytes = text(`@relation x\n${header}@attribute w string\n@data\n${lines.join('\n')}`);
          const read = await table(readArff(sourceOf(bytes, NAME, { piece: 9 }), OPTIONS));
          expect(read.map((row) => row.slice(0, width))).toEqual(data);
          expect(read.map((row) => row[width])).toEqual(words.slice(0, data.length));
        },
      ),
      { numRuns: 60 },
    );
  });
});
