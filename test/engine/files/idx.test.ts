import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIdx, parseIdx, readIdxHeader } from '../../../src/engine/files/idx.ts';
import { FileProblem } from '../../../src/engine/files/words.ts';
import { idxBytes, IMAGES, LABELS } from './bytes.ts';

describe('parseIdx', () => {
  it('reads images as rows of pixels, without a copy', () => {
    const images = parseIdx('images', IMAGES);
    expect(images).toMatchObject({ count: 6, dim: 4, shape: [6, 2, 2] });
    expect([...images.values.subarray(4, 8)]).toEqual([4, 5, 6, 7]);
    expect(images.values.buffer).toBe(IMAGES.buffer);
  });

  it('reads labels as one number a row', () => {
    expect(parseIdx('labels', LABELS)).toMatchObject({ count: 6, dim: 1, shape: [6] });
  });

  it('reads up to four dimensions', () => {
    expect(parseIdx('colours', idxBytes([2, 2, 1, 3], new Uint8Array(12)))).toMatchObject({
      count: 2,
      dim: 6,
    });
    expect(() => parseIdx('five', idxBytes([1, 1, 1, 1, 1], [0]))).toThrow(
      'five is an IDX file of 5 dimensions; 1 to 4 are read',
    );
  });

  it('says what a truncated file should hold and what it holds', () => {
    const bytes = idxBytes([10_000, 28, 28], new Uint8Array(1_200_000));
    expect(() => parseIdx('t10k-images.idx3-ubyte', bytes)).toThrow(
      't10k-images.idx3-ubyte says 10,000 × 28 × 28 pixels (7.8 MB) but holds only 1.2 MB',
    );
    expect(() => parseIdx('t10k-labels', idxBytes([10_000], new Uint8Array(9_999)))).toThrow(
      't10k-labels says 10,000 labels (10,000 bytes) but holds only 9,999 bytes',
    );
  });

  it('refuses bytes after the last number', () => {
    expect(() => parseIdx('long', idxBytes([2, 2, 2], new Uint8Array(11)))).toThrow(
      'long says 2 × 2 × 2 pixels (8 bytes) but holds 11 bytes',
    );
  });

  it('refuses a file that ends within its header', () => {
    expect(() => parseIdx('cut', IMAGES.subarray(0, 11))).toThrow(
      'cut ends within its header: 11 of 16 bytes are there',
    );
  });

  it('refuses types other than unsigned bytes by name', () => {
    expect(() => parseIdx('floats', idxBytes([1, 1], [0, 0, 0, 0], 0x0d))).toThrow(
      'floats is an IDX file of 32-bit floating-point numbers; only unsigned bytes (type 0x08) are read',
    );
  });

  it.each([
    { shape: [4_294_967_295, 28, 28], says: 'has 4,294,967,295 rows; at most 100,000 are read' },
    { shape: [1, 4_294_967_295, 4_294_967_295], says: 'numbers a row; at most 20,000 are read' },
    { shape: [100_000, 801], says: '80,100,000 in all; at most 80,000,000 are read' },
    { shape: [0, 28, 28], says: 'holds no data' },
    { shape: [10, 0, 28], says: 'holds no data' },
  ])('refuses the sizes $shape from the header alone', ({ shape, says }) => {
    expect(() => readIdxHeader('hostile', idxBytes(shape, []))).toThrow(says);
  });

  it('gives an array that fits its header, or a problem with the file, for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), fc.constantFrom(1, 2, 3, 4), (tail, dimensions) => {
        const bytes = Uint8Array.of(0, 0, 8, dimensions, ...tail.map((b, i) => (i % 4 === 3 ? b % 4 : 0)));
        try {
          const { values, count, dim } = parseIdx('any', bytes);
          expect(values.length).toBe(count * dim);
        } catch (error) {
          expect(error).toBeInstanceOf(FileProblem);
        }
      }),
    );
  });
});

describe('isIdx', () => {
  it('knows the magic numbers of labels and images, and no others', () => {
    expect(isIdx(LABELS)).toBe(true);
    expect(isIdx(IMAGES)).toBe(true);
    expect(isIdx(Uint8Array.of(0x03, 0x08, 0, 0))).toBe(false);
    expect(isIdx(Uint8Array.of(0, 0, 0x07, 0x03))).toBe(false);
    expect(isIdx(Uint8Array.of())).toBe(false);
  });
});
