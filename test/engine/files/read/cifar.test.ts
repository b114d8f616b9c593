import { describe, expect, it } from 'vitest';
import { joined, read } from './reading.ts';

const planes = joined(
  new Uint8Array(1024).fill(1),
  new Uint8Array(1024).fill(2),
  new Uint8Array(1024).fill(3),
);
const batch = joined(Uint8Array.of(0), planes, Uint8Array.of(9), planes);

describe('readCifar', () => {
  it('reads a batch of CIFAR-10, each pixel its three colours', async () => {
    const part = await read(batch, 'data_batch_1.bin');
    expect(part).toMatchObject({
      kind: 'images',
      format: 'cifar-10',
      shape: [32, 32, 3],
      count: 2,
      labels: ['airplane', 'truck'],
    });
    if (part.kind === 'images') expect([...part.values.subarray(0, 6)]).toEqual([1, 2, 3, 1, 2, 3]);
  });

  it('knows the batch that begins like an IDX file', async () => {
    const dark = joined(Uint8Array.of(0), new Uint8Array(3072));
    dark[2] = 8;
    dark[3] = 3;
    expect(await read(dark, 'a.zip/test_batch.bin')).toMatchObject({ format: 'cifar-10' });
  });

  it('reads CIFAR-100 by its fine labels', async () => {
    expect(await read(joined(Uint8Array.of(3, 42), planes), 'train.bin')).toMatchObject({
      format: 'cifar-100',
      labels: [42],
    });
  });

  it('names the image with a label out of range', async () => {
    const wrong = batch.slice();
    wrong[3073] = 10;
    await expect(read(wrong, 'data_batch_1.bin')).rejects.toThrow(
      'data_batch_1.bin, image 2: its label is 10',
    );
  });
});
