import { expect, it } from 'vitest';
import { inSample } from '../../../../src/engine/files/columns/sample.ts';
import { MAX_COUNT } from '../../../../src/engine/files/limits.ts';
import { propose } from '../../../../src/engine/files/propose/propose.ts';
import { readFiles } from '../../../../src/engine/files/open.ts';
import { idx, OPTIONS } from './reading.ts';

const TOTAL = MAX_COUNT + 50_000;
const labelOf = (image: number): number => image % 7;

it('of more images than are used a sample is kept, each with its own label, and that is said', async () => {
  const header = idx(8, [TOTAL, 2, 2], []);
  const pixels = new Uint8Array(4 * TOTAL);
  for (let image = 0; image < TOTAL; image++)
    pixels.set([image & 255, (image >> 8) & 255, image >> 16, 255], 4 * image);
  const labels = Uint8Array.from({ length: TOTAL }, (_, image) => labelOf(image));
  const parts = await readFiles(
    [
      new File([new Uint8Array(header), pixels], 'i'),
      new File([new Uint8Array(idx(8, [TOTAL], [])), labels], 'l'),
    ],
    OPTIONS,
  );
  const [images] = parts;
  if (images?.kind !== 'images') throw new Error(`not images but ${images?.kind ?? 'nothing'}`);
  const expected = Array.from({ length: TOTAL }, (_, image) => image).filter((image) => inSample(image, 1));
  expect([images.total, images.count, images.values.length]).toEqual([
    TOTAL,
    expected.length,
    4 * expected.length,
  ]);
  expect(Array.from({ length: images.count }, (_, k) => images.indexOf(k))).toEqual(expected);
  const kept = expected.map((image, k) => {
    const [low, middle, high] = images.values.subarray(4 * k, 4 * k + 3);
    return low! + 256 * middle! + 65_536 * high! === image;
  });
  expect(kept).not.toContain(false);
  const { rows, total, notes, labels: counts } = propose(parts);
  expect([rows, total]).toEqual([expected.length, TOTAL]);
  expect(notes.join()).toContain(
    'of 150,000 images are kept: a random sample, always the same one of this file.',
  );
  expect(counts.get('3')).toBe(expected.filter((image) => labelOf(image) === 3).length);
});
