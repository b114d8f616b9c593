import { describe, expect, it } from 'vitest';
import { idx, joined, read } from './reading.ts';

const pixels = Array.from({ length: 2 * 3 * 4 }, (_, k) => k * 10);

describe('readIdx', () => {
  it('reads images of bytes and labels', async () => {
    const images = await read(idx(8, [2, 3, 4], pixels), 'i');
    expect(images).toMatchObject({
      kind: 'images',
      format: 'idx',
      shape: [3, 4],
      count: 2,
      total: 2,
      labels: null,
    });
    expect(images).toHaveProperty('values', Uint8Array.from(pixels));
    expect(await read(idx(8, [3], [5, 0, 4]), 'l')).toMatchObject({ kind: 'labels', values: [5, 0, 4] });
  });

  it('takes a square number of pixels in two dimensions for a square picture', async () => {
    expect(await read(idx(8, [1, 64], new Array(64).fill(1)), 'i')).toMatchObject({ shape: [8, 8] });
    expect(await read(idx(8, [2, 12], pixels), 'i')).toMatchObject({ shape: [1, 12] });
  });

  it('puts the channels last, wherever they are in the file', async () => {
    const last = await read(idx(8, [1, 2, 1, 3], [1, 2, 3, 4, 5, 6]), 'i');
    expect(last).toMatchObject({ shape: [2, 1, 3], values: Uint8Array.of(1, 2, 3, 4, 5, 6) });
    const first = await read(idx(8, [1, 3, 2, 2], [1, 4, 7, 10, 2, 5, 8, 11, 3, 6, 9, 12]), 'i');
    expect(first).toMatchObject({
      shape: [2, 2, 3],
      values: Uint8Array.from({ length: 12 }, (_, k) => k + 1),
    });
  });

  it.each([
    ['signed bytes', 0x09, [0xff, 2], [-1, 2]],
    ['16-bit integers', 0x0b, [0xff, 0xfe, 1, 0], [-2, 256]],
    ['32-bit integers', 0x0c, [0xff, 0xff, 0xff, 0xfd, 0, 1, 0, 0], [-3, 65536]],
    ['32-bit floating-point numbers', 0x0d, [0x3f, 0x80, 0, 0, 0xbf, 0, 0, 0], [1, -0.5]],
    [
      '64-bit floating-point numbers',
      0x0e,
      [0x3f, 0xf0, 0, 0, 0, 0, 0, 0, 0xc0, 0, 0, 0, 0, 0, 0, 0],
      [1, -2],
    ],
  ])('reads %s, big-endian', async (_, type, bytes, values) => {
    expect(await read(idx(type, [2], bytes), 'l')).toMatchObject({ kind: 'labels', values });
    expect(await read(idx(type, [1, 1, 2], bytes), 'i')).toMatchObject({ values: Float64Array.from(values) });
  });

  it('passes over padding and says so', async () => {
    const padded = joined(idx(8, [3], [5, 0, 4]), new Uint8Array(100));
    expect(await read(padded, 'l')).toMatchObject({
      values: [5, 0, 4],
      notes: ['100 bytes of padding at the end were passed over.'],
    });
  });

  it.each([
    [
      'is cut off in its numbers',
      idx(8, [2, 3, 4], pixels.slice(1)),
      /^f says 2 × 3 × 4 \(24 bytes\) but holds only 23 bytes: it ends in row 2/,
    ],
    [
      'is cut off in its header',
      Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 2),
      /^f ends within its header, after 8 bytes/,
    ],
    [
      'goes on behind its numbers',
      joined(idx(8, [3], [5, 0, 4]), Uint8Array.of(7)),
      /^f says 3 but goes on behind that/,
    ],
    ['has no numbers', idx(8, [0, 3], []), /^f says 0 × 3 numbers: it holds no data/],
    [
      'has rows wider than any that are read',
      idx(8, [1, 30_000], []),
      /^f says 1 × 30,000 numbers, 30,000 a row; at most 20,000/,
    ],
    [
      'lies about its size',
      idx(8, [4e9, 28, 28], pixels),
      /^f says 4,000,000,000 × 28 × 28 .* ends in row 1/,
    ],
    ['has five dimensions', idx(8, [1, 1, 1, 1, 1], [1]), /5 dimensions; 1 to 4 are read/],
    [
      'holds a pixel that is no number',
      idx(0x0d, [1, 1, 1], [0x7f, 0xc0, 0, 0]),
      /^f, image 1: number 1 is not a number/,
    ],
  ])('names the file and the place where it %s', async (_, bytes, message) => {
    for (const packed of [false, true]) {
      await expect(read(bytes, 'f', { packed })).rejects.toThrow(
        expect.objectContaining({ name: 'FileProblem', message: expect.stringMatching(message) as string }),
      );
    }
  });

  it('takes no memory for what a packed file only says', async () => {
    const before = process.memoryUsage().arrayBuffers;
    await expect(read(idx(8, [4e9, 100, 100], pixels), 'f', { packed: true })).rejects.toThrow(
      'ends in row 1',
    );
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50e6);
  });
});
