import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openBytes, readAll } from '../../../src/engine/files/gunzip.ts';
import { file, gzipped } from './bytes.ts';

const bytes = Uint8Array.from({ length: 300_000 }, (_, k) => (k * k) % 251);

describe('openBytes', () => {
  it('passes a plain file through and knows its size', async () => {
    const source = await openBytes(file('plain', bytes));
    expect(source.size).toBe(bytes.length);
    expect(Buffer.from(await readAll(source, bytes.length, 'too long')).equals(bytes)).toBe(true);
  });

  it('unpacks gzip whatever the file is called', async () => {
    const source = await openBytes(gzipped('plain', bytes));
    expect(source.size).toBeNull();
    expect(source.head.length).toBeGreaterThanOrEqual(1024);
    expect(Buffer.from(await readAll(source, bytes.length, 'too long')).equals(bytes)).toBe(true);
  });

  it('gives pieces of at most 64 kB', async () => {
    const source = await openBytes(gzipped('plain', bytes));
    const lengths: number[] = [];
    for await (const piece of source.chunks(bytes.length, 'too long')) lengths.push(piece.length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(65_536);
  });

  it('stops a bomb at the limit', async () => {
    const bomb = file('bomb.gz', gzipSync(new Uint8Array(50_000_000)));
    expect(bomb.size).toBeLessThan(100_000);
    const source = await openBytes(bomb);
    let taken = 0;
    const read = async (): Promise<void> => {
      for await (const piece of source.chunks(1_000_000, 'bomb.gz unpacks to more than 1 MB'))
        taken += piece.length;
    };
    await expect(read()).rejects.toThrow('bomb.gz unpacks to more than 1 MB');
    expect(taken).toBeLessThanOrEqual(1_000_000);
  });

  it('says that a gzip file is cut off or damaged', async () => {
    const packed = gzipSync(bytes);
    const cut = async (): Promise<Uint8Array> =>
      readAll(
        await openBytes(file('cut.gz', packed.subarray(0, packed.length / 2))),
        bytes.length,
        'too long',
      );
    await expect(cut()).rejects.toThrow('cut.gz begins like a gzip file but cannot be unpacked');
    const damaged = async (): Promise<unknown> =>
      openBytes(file('bad.gz', Uint8Array.of(0x1f, 0x8b, 1, 2, 3, 4)));
    await expect(damaged()).rejects.toThrow('bad.gz begins like a gzip file but cannot be unpacked');
  });

  it('says that a file cannot be read', async () => {
    const gone = Object.assign(new Blob(), {
      name: 'folder',
      slice: () => {
        throw new Error('NotFound');
      },
    });
    await expect(openBytes(gone)).rejects.toThrow('folder cannot be read: it is a folder, or was moved');
  });
});
