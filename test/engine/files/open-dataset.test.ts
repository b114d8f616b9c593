import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openDataset } from '../../../src/engine/files/open-dataset.ts';
import type { OpenedDataset, OpenResult } from '../../../src/engine/files/open-dataset.ts';
import { file, gzipped, idxBytes, IMAGES, LABELS, realDigits } from './bytes.ts';

async function opened(files: readonly File[]): Promise<OpenedDataset> {
  const result = await openDataset(files);
  if (result.kind !== 'opened') throw new Error(result.message);
  return result.dataset;
}

const messageOf = (result: OpenResult): string => (result.kind === 'opened' ? 'opened' : result.message);

afterEach(() => void vi.unstubAllGlobals());

describe('openDataset', () => {
  it('opens images and labels in either order, plain or gzipped, as the same dataset', async () => {
    const plain = await opened([file('images', IMAGES), file('labels', LABELS)]);
    expect(plain).toMatchObject({ name: 'images', count: 6, dim: 4, image: { width: 2, height: 2 } });
    expect(plain.labels).toEqual(Int32Array.of(0, 1, 2, 0, 1, 2));
    expect(plain.labelCounts).toEqual([0, 1, 2].map((label) => ({ label, name: null, count: 2 })));
    const packed = await opened([gzipped('labels', LABELS), gzipped('images', IMAGES)]);
    expect(packed).toEqual(plain);
  });

  it('shows what is invisible or turns text around in names of files, columns and labels', async () => {
    const name = 'a\u202e\nvsc.csv';
    const rows = ['x\u200b1,label', '1,c\u202eat', '2,dog', '3,dog'].join('\n');
    const table = await opened([file(name, rows)]);
    expect(table.name).toBe('a\\u202e␊vsc.csv');
    expect(table.labelCounts.map((label) => label.name)).toEqual(['c\\u202eat', 'dog']);
    const messages = [
      await openDataset([file(name, '')]),
      await openDataset([file(name, 'x\u202e1,label\nq,1\n')]),
      await openDataset([file(name, 'a,label\n1,b\n'), file(name, 'a,label\n1,b\n')]),
      await openDataset([file('\u200f', LABELS)]),
    ].map(messageOf);
    for (const message of messages) expect(message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(messages[0]).toContain('a\\u202e␊vsc.csv is empty');
  });

  it('names a dataset by SHA-256 over its sizes, values and labels', async () => {
    const sizes = Buffer.alloc(12);
    [6, 4, 1].forEach((size, i) => sizes.writeUInt32LE(size, 4 * i));
    const labels = Buffer.alloc(24);
    [0, 1, 2, 0, 1, 2].forEach((label, i) => labels.writeInt32LE(label, 4 * i));
    const hash = createHash('sha256').update(sizes).update(IMAGES.subarray(16)).update(labels).digest('hex');
    expect((await opened([file('images', IMAGES), file('labels', LABELS)])).id).toBe(hash.slice(0, 16));
  });

  it('gives the same id to a table of the same pixels and labels, another to other labels', async () => {
    const row = (i: number, label: number): string =>
      `${label},${[0, 1, 2, 3].map((k) => 4 * i + k).join(',')}`;
    const table = (labels: readonly number[]): File =>
      file('t.csv', ['label,a,b,c,d', ...labels.map((label, i) => row(i, label))].join('\n'));
    const { id } = await opened([file('images', IMAGES), file('labels', LABELS)]);
    expect((await opened([table([0, 1, 2, 0, 1, 2])])).id).toBe(id);
    expect((await opened([table([0, 1, 2, 0, 1, 1])])).id).not.toBe(id);
  });

  it('opens a table with names of labels and says how it was read', async () => {
    const dataset = await opened([gzipped('iris.csv.gz', '5.1,3.5,setosa\n7,3.2,virginica\n6,3,setosa\n')]);
    expect(dataset.labelCounts).toEqual([
      { label: 0, name: 'setosa', count: 2 },
      { label: 1, name: 'virginica', count: 1 },
    ]);
    expect(dataset.image).toBeNull();
    expect(dataset.notes[0]).toBe('Labels are the last column.');
  });

  it('keeps one file of a pair, says which is missing, and completes it with the next', async () => {
    const first = await openDataset([file('a-labels', LABELS)]);
    expect(messageOf(first)).toContain(
      'a-labels holds 6 labels and is kept; now open the file with their images',
    );
    if (first.kind !== 'half') throw new Error('not kept');
    const second = await openDataset([file('b-images', IMAGES)], first.kept);
    expect(second).toMatchObject({ kind: 'opened', dataset: { name: 'b-images', count: 6 } });
    const again = await openDataset([file('c-labels', LABELS)], first.kept);
    expect(again).toMatchObject({ kind: 'half', kept: { name: 'c-labels' } });
  });

  it('does not pair files of different counts or of the same kind', async () => {
    const five = file('five', idxBytes([5], [1, 1, 1, 1, 1]));
    expect(messageOf(await openDataset([five, file('images', IMAGES)]))).toBe(
      'images holds 6 images but five 5 labels: they do not belong together',
    );
    expect(messageOf(await openDataset([five, file('labels', LABELS)]))).toContain(
      'five and labels are both labels files',
    );
  });

  it('opens a table alone, and at most two files', async () => {
    const table = file('t.csv', '1,0\n');
    expect(messageOf(await openDataset([table, file('labels', LABELS)]))).toBe(
      't.csv is a table with its own labels: open it alone',
    );
    expect(messageOf(await openDataset([table, table, table]))).toContain('3 files were given');
    expect(messageOf(await openDataset([]))).toBe('No file was given');
  });

  it('says how a file begins that is neither', async () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47);
    const says = 'cat.png is neither an IDX file nor a table: it begins with 89 50 4e 47';
    expect(messageOf(await openDataset([file('cat.png', png)]))).toBe(says);
    expect(messageOf(await openDataset([gzipped('cat.png', png)]))).toBe(says);
    expect(messageOf(await openDataset([file('m.zip', Uint8Array.of(0x50, 0x4b, 3, 4, 0))]))).toContain(
      'a ZIP archive: unpack it first',
    );
    expect(messageOf(await openDataset([file('a.out', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0x02))]))).toBe(
      'a.out is neither an IDX file nor a table: it begins with 7f 45 4c 46',
    );
    expect(messageOf(await openDataset([file('void', '')]))).toBe('void is empty');
  });

  it('refuses a plain file of the wrong size without reading it', async () => {
    const claims = file('images', idxBytes([100_000, 784], []));
    const whole = vi.spyOn(claims, 'arrayBuffer');
    expect(messageOf(await openDataset([claims]))).toBe(
      'images says 100,000 × 784 pixels (78.4 MB) but holds only 0 bytes',
    );
    expect(whole).not.toHaveBeenCalled();
  });

  it('stops unpacking at what the header says', async () => {
    const bomb = new Uint8Array(30_000_000);
    bomb.set(IMAGES);
    expect(messageOf(await openDataset([file('bomb.gz', gzipSync(bomb))]))).toBe(
      'bomb.gz says 6 × 2 × 2 pixels but unpacks to more than that',
    );
    const short = gzipSync(IMAGES.subarray(0, 30));
    expect(messageOf(await openDataset([file('short.gz', short)]))).toBe(
      'short.gz says 6 × 2 × 2 pixels (24 bytes) but holds only 14 bytes',
    );
  });

  it('answers with a message where the browser gives no SHA-256', async () => {
    vi.stubGlobal('crypto', {});
    expect(messageOf(await openDataset([file('t.csv', '1,0\n')]))).toContain('https or localhost');
  });
});

const digits = realDigits();

describe.skipIf(digits === null)('openDataset with the MNIST test digits', () => {
  it('finds 10,000 images of 28 × 28 with 982 fours and 1,009 nines', async () => {
    const dataset = await opened(digits!);
    expect(dataset).toMatchObject({ count: 10_000, dim: 784, image: { width: 28, height: 28 } });
    expect(dataset.labelCounts).toHaveLength(10);
    expect(dataset.labelCounts[4]).toEqual({ label: 4, name: null, count: 982 });
    expect(dataset.labelCounts[9]).toEqual({ label: 9, name: null, count: 1009 });
    expect(dataset.id).toMatch(/^[0-9a-f]{16}$/);
  });
});
