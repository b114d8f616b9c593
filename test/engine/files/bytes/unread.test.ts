import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { open } from '../opening.ts';

const latin = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));
const zip = (...paths: readonly string[]): Uint8Array =>
  zipSync(Object.fromEntries(paths.map((path) => [path, strToU8('<x/>')])));

describe('a file that is not read', () => {
  it.each([
    ['an Excel workbook', zip('[Content_Types].xml', 'xl/workbook.xml'), 'CSV'],
    ['an old Excel workbook', latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest'), 'CSV'],
    ['an OpenDocument file', zip('mimetype', 'content.xml'), 'CSV'],
    ['a Word document', zip('[Content_Types].xml', 'word/document.xml'), 'CSV'],
    ['a PyTorch file', zip('archive/data.pkl'), 'numpy.savez'],
    ['an HDF5 file', latin('\x89HDF\r\n\x1a\nrest'), 'numpy.savez'],
    ['a MATLAB file', latin('MATLAB 5.0 MAT-file'), 'writematrix'],
    ['a Python pickle', latin('\x80\x04\x95rest'), 'numpy.savez'],
    ['a PDF', latin('%PDF-1.7 rest'), 'CSV'],
    ['a PNG picture', latin('\x89PNG\r\n\x1a\n'), 'CSV'],
    ['a JPEG picture', latin('\xff\xd8\xff\xe0'), 'CSV'],
    ['an Arrow or Feather file', latin('ARROW1\0\0'), 'Parquet'],
    ['an SQLite database', latin('SQLite format 3\0rest'), 'CSV'],
    ['a 7z archive', latin("7z\xbc\xaf'\x1c"), '.zip'],
    ['a RAR archive', latin('Rar!\x1a\x07\x00'), '.zip'],
    ['packed with bzip2', latin('BZh91AY'), '.gz'],
    ['packed with xz', latin('\xfd7zXZ\0'), '.gz'],
    ['packed with Zstandard', latin('\x28\xb5\x2f\xfd'), '.gz'],
    ['a tar archive', latin(`data.csv${'\0'.repeat(249)}ustar`), 'zip'],
    ['a web page', latin('<!DOCTYPE html><html></html>'), 'download'],
    ['JSON', latin('{"a": [1, 2], "y": [0, 1]}'), 'CSV'],
    ['JSON', latin('[{"a": 1}, {"a": 2}]'), 'CSV'],
    [
      'a Git LFS pointer',
      latin('version https://git-lfs.github.com/spec/v1\noid sha256:00\n'),
      'git lfs pull',
    ],
  ])('is named for what it is, with what to do: %s', async (what, bytes, remedy) => {
    // Whatever it is called.
    for (const name of ['data', 'data.csv']) {
      await expect(open(bytes, name)).rejects.toMatchObject({
        code: 'not-read',
        message: expect.stringMatching(
          new RegExp(`^${name} is ${what}.*${remedy.replace('.', '\\.')}`),
        ) as string,
      });
    }
  });

  it('is told by its first bytes where nothing else is known', async () => {
    await expect(open(Uint8Array.of(1, 2, 3, 4, 5), 'x')).rejects.toThrow(
      'it begins with the bytes 01 02 03 04',
    );
    await expect(open('', 'x')).rejects.toThrow('x is empty');
  });
});
