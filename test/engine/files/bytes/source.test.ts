import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../../src/engine/files/read/csv.ts';
import { inPieces, PIECE, plainSource } from '../../../../src/engine/files/bytes/source.ts';
import { readFiles } from '../../../../src/engine/files/open.ts';
import { OPTIONS, rowsOf } from '../opening.ts';

/** A blob whose stream comes in pieces of these lengths, over and over. */
function inChunks(bytes: Uint8Array, lengths: readonly number[]): File {
  const file = new File([Uint8Array.from(bytes)], 't.csv');
  const stream = (): ReadableStream<Uint8Array> =>
    new ReadableStream({
      start(controller) {
        for (let at = 0, k = 0; at < bytes.length; k++) {
          const end = at + (lengths[k % lengths.length] ?? 1);
          controller.enqueue(bytes.slice(at, end));
          at = end;
        }
        controller.close();
      },
    });
  return Object.assign(file, { stream });
}

const CELLS = ['1', '2.5', '', 'é', '"a,b"', '"x\n""y"""', '-7', 'NA', '1e5'];
const text = fc
  .array(fc.tuple(fc.constantFrom(...CELLS), fc.constantFrom(...CELLS)), {
    minLength: 1,
    maxLength: 40,
    size: 'max',
  })
  .map((rows) => `one,two\r\n${rows.map((row) => `${row.join(',')}\r\n`).join('')}`);

describe('the same table is read', () => {
  it('whatever the pieces are in which the bytes come, packed or not', async () => {
    await fc.assert(
      fc.asyncProperty(
        text,
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 5 }),
        async (csv, lengths) => {
          const read = async (file: File): Promise<unknown> => {
            const [part] = await readFiles([file], OPTIONS).catch((error: unknown) => [String(error)]);
            return typeof part === 'object' && part.kind === 'table' ? [rowsOf(part), part.notes] : part;
          };
          const bytes = new TextEncoder().encode(csv);
          const whole = await read(new File([bytes], 't.csv'));
          expect(await read(inChunks(bytes, lengths))).toEqual(whole);
          expect(await read(inChunks(new Uint8Array(gzipSync(bytes)), lengths))).toEqual(whole);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('by the reader itself, whatever the pieces are', async () => {
    const csv = `a,b\r\n${'1,é\r\n"2\r\n",NA\r\n'.repeat(30_000)}`;
    const bytes = new TextEncoder().encode(csv);
    const of = async (lengths: readonly number[]): Promise<unknown> => {
      const source = { ...plainSource(inChunks(bytes, lengths)), chunks: () => cut(bytes, lengths) };
      const part = await readCsv(source, OPTIONS);
      return part.kind === 'table' ? [part.total, part.notes, part.columns.map(({ facts }) => facts)] : part;
    };
    const whole = await of([bytes.length]);
    expect(await of([1000, 7, 33_333])).toEqual(whole);
    expect(await of([65_537])).toEqual(whole);
  });
});

async function* cut(bytes: Uint8Array, lengths: readonly number[]): AsyncGenerator<Uint8Array, void, void> {
  for (let at = 0, k = 0; at < bytes.length; k++) {
    const end = at + (lengths[k % lengths.length] ?? 1);
    yield await Promise.resolve(bytes.subarray(at, end));
    at = end;
  }
}

describe('inPieces', () => {
  it('cuts bytes into pieces of one length, the last one shorter', async () => {
    const bytes = Uint8Array.from({ length: 200_000 }, (_, k) => k % 251);
    const pieces: Uint8Array[] = [];
    for await (const piece of inPieces(cut(bytes, [70_001, 3]))) pieces.push(piece.slice());
    expect(pieces.map(({ length }) => length)).toEqual([PIECE, PIECE, PIECE, 200_000 - 3 * PIECE]);
    expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
  });
});

describe('a file that cannot be read', () => {
  it('is told', async () => {
    const folder = Object.assign(new File([], 'folder'), {
      stream: () => {
        throw new Error('NotFound');
      },
    });
    await expect(readFiles([folder], OPTIONS)).rejects.toThrow(
      'folder cannot be read: it is a folder, or was moved',
    );
  });

  it('is given up when the signal is aborted', async () => {
    const stop = new AbortController();
    const file = new File(['a,y\n', '1,0\n'.repeat(100_000)], 't.csv');
    const options = {
      ...OPTIONS,
      signal: stop.signal,
      progress: () => {
        stop.abort(new Error('enough'));
      },
    };
    await expect(readFiles([file], options)).rejects.toThrow('enough');
  });
});
