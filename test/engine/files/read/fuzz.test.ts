import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { FileProblem } from '../../../../src/engine/files/problem.ts';
import { readArff } from '../../../../src/engine/files/read/arff.ts';
import { readCifar } from '../../../../src/engine/files/read/cifar.ts';
import { readIdx } from '../../../../src/engine/files/read/idx.ts';
import { readLibsvm } from '../../../../src/engine/files/read/libsvm.ts';
import { readNpy } from '../../../../src/engine/files/read/npy.ts';
import { readNpz } from '../../../../src/engine/files/read/npz.ts';
import { readParquet } from '../../../../src/engine/files/read/parquet.ts';
import type { Source } from '../../../../src/engine/files/bytes/source.ts';
import type { Part, ReadOptions } from '../../../../src/engine/files/table.ts';
import { bytesOf, idx, joined, npy, OPTIONS, rowsOf, sourceOf, text } from './reading.ts';

type Reader = (source: Source, options: ReadOptions) => Promise<Part>;

const NAME = 'the-file';
const doubles = bytesOf(Float64Array.from({ length: 60 }, (_, k) => k / 4));
const rows = Array.from({ length: 200 }, (_, k) => k);

function parquet(codec: 'SNAPPY' | 'UNCOMPRESSED'): Uint8Array {
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        { name: 'x', data: rows.map((row) => row / 8), type: 'DOUBLE' },
        { name: 'word', data: rows.map((row) => `w${row % 3}`), type: 'STRING' },
        {
          name: 'gaps',
          data: rows.map((row) => (row % 4 === 0 ? null : row)),
          type: 'INT32',
          nullable: true,
        },
      ],
      rowGroupSize: 90,
      codec,
    }),
  );
}

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

/** Something that happens to bytes: where (as a share of the length), how long, and with which bytes. */
const mutation = fc.record({
  kind: fc.constantFrom('cut', 'overwrite', 'insert', 'remove', 'repeat', 'splice', 'number'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(40),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 12 }),
  // What headers lie with: nothing, ones, and the largest numbers of 4 bytes.
  number: fc.constantFrom(0, 1, 255, 0x7fffffff, 0xffffffff, 0x00ffffff, 0x80000000),
});
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutated(
  file: Uint8Array,
  other: Uint8Array,
  { kind, at, length, bytes, number }: Mutation,
): Uint8Array {
  const from = Math.floor(at * file.length);
  const to = Math.min(file.length, from + length);
  const head = file.subarray(0, from);
  switch (kind) {
    case 'cut':
      return head;
    case 'overwrite':
      return joined(head, bytes, file.subarray(from + bytes.length));
    case 'insert':
      return joined(head, bytes, file.subarray(from));
    case 'remove':
      return joined(head, file.subarray(to));
    case 'repeat':
      return joined(file.subarray(0, to), file.subarray(from));
    case 'splice':
      return joined(head, other.subarray(Math.floor(at * other.length)));
    case 'number': {
      const copy = file.slice();
      if (from + 4 <= copy.length) new DataView(copy.buffer).setUint32(from, number, length % 2 === 0);
      return copy;
    }
  }
}

/** Reads at most so many steps, so that a reader that does not end fails. */
function bounded(steps: number): ReadOptions {
  let left = steps;
  return {
    ...OPTIONS,
    breathe: () => (left-- > 0 ? Promise.resolve() : Promise.reject(new Error(`more than ${steps} steps`))),
  };
}

/** What holds of anything that was read: no row is lost without a count. */
function checkPart(part: Part): void {
  if (part.kind === 'table') {
    expect(part.count).toBe(part.total);
    for (const { facts } of part.columns)
      expect(facts.numbers + facts.words + facts.missing).toBe(part.total);
    expect(part.lineOf(part.count - 1)).toBeGreaterThanOrEqual(part.count);
  } else if (part.kind === 'images') {
    expect(part.count).toBe(part.total);
    expect(part.values.length).toBe(part.count * part.shape.reduce((product, size) => product * size, 1));
    if (part.labels !== null) expect(part.labels.length).toBe(part.count);
  } else {
    expect(part.values.length).toBeGreaterThan(0);
  }
}

/** Where a message that has no row says that the fault is. */
const PLACE =
  /header|@data|@attribute|begin|ends|description|columns?\b|row|group|says|holds|bytes|type|dimensions|index:value/;

function checkProblem(error: unknown): void {
  if (!(error instanceof FileProblem)) throw error;
  expect(error.message).toContain(NAME);
  expect(error.code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  if (error.row === null) expect(error.message).toMatch(PLACE);
  else expect(error.row).toBeGreaterThan(0);
}

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
