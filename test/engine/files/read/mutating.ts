import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { expect } from 'vitest';
import { FileProblem } from '../../../../src/engine/files/problem.ts';
import type { Part, ReadOptions } from '../../../../src/engine/files/table.ts';
import { joined, OPTIONS } from './reading.ts';

export const NAME = 'the-file';
export const rows = Array.from({ length: 200 }, (_, k) => k);

export function parquet(codec: 'SNAPPY' | 'UNCOMPRESSED'): Uint8Array {
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

/** Something that happens to bytes: where (as a share of the length), how long, and with which bytes. */
export const mutation = fc.record({
  kind: fc.constantFrom('cut', 'overwrite', 'insert', 'remove', 'repeat', 'splice', 'number'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(40),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 12 }),
  // What headers lie with: nothing, ones, and the largest numbers of 4 bytes.
  number: fc.constantFrom(0, 1, 255, 0x7fffffff, 0xffffffff, 0x00ffffff, 0x80000000),
});
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

export function mutated(
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
export function bounded(steps: number): ReadOptions {
  let left = steps;
  return {
    ...OPTIONS,
    breathe: () => (left-- > 0 ? Promise.resolve() : Promise.reject(new Error(`more than ${steps} steps`))),
  };
}

/** What holds of anything that was read: no row is lost without a count. */
export function checkPart(part: Part): void {
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

/** Faults of a whole file, or of its beginning: their messages name what of it is meant. All others name a row. */
const OF_THE_WHOLE: ReadonlySet<string> = new Set([
  ...[
    'empty',
    'no-rows',
    'no-columns',
    'one-column',
    'no-features',
    'no-label',
    'unknown-format',
    'not-read',
  ],
  ...[
    'images-alone',
    'labels-alone',
    'mixed-kinds',
    'several-tables',
    'empty-zip',
    'zip-method',
    'encrypted-zip',
  ],
  ...[
    'damaged-zip',
    'damaged-gzip',
    'nested-archive',
    'too-many-columns',
    'too-many-files',
    'too-wide',
    'count-mismatch',
  ],
  ...[
    'cut-off',
    'lying-header',
    'fortran-order',
    'too-many-labels',
    'not-numbers',
    'idx-type',
    'idx-dimensions',
  ],
  ...[
    'npy-header',
    'npy-version',
    'npy-type',
    'npy-shape',
    'npy-records',
    'npz-arrays',
    'npz-sparse',
    'arff-header',
  ],
  ...['parquet-damaged', 'parquet-codec'],
]);

export function checkProblem(error: unknown): void {
  if (!(error instanceof FileProblem)) throw error;
  expect(error.message).toContain(NAME);
  expect(error.code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  if (error.row === null) expect(OF_THE_WHOLE).toContain(error.code);
  else expect(error.row).toBeGreaterThan(0);
}
