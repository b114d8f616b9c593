import { createGzip } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { open } from './opening.ts';

/** Gzip of `times` megabytes of the same byte, after some text. */
async function bomb(before: string, byte: string, megabytes: number): Promise<Uint8Array> {
  const gzip = createGzip({ level: 9 });
  const parts: Buffer[] = [];
  gzip.on('data', (part: Buffer) => parts.push(part));
  const done = new Promise((resolve) => gzip.on('end', resolve));
  gzip.write(before);
  const block = Buffer.alloc(1 << 20, byte);
  for (let k = 0; k < megabytes; k++) {
    if (!gzip.write(block)) await new Promise((resolve) => gzip.once('drain', resolve));
  }
  gzip.end();
  await done;
  return Buffer.concat(parts);
}

describe('a bomb ends with a message, long before it is unpacked', () => {
  it.each([
    ['zeros', '', '\0', 'unknown-format'],
    ['zeros after a table', 'a,y\n1,0\n2,1\n', '\0', 'zero-bytes'],
    ['blank lines', '', '\n', 'blank'],
    ['blank lines after a table', 'a,y\n1,0\n2,1\n', '\n', 'blank'],
    ['an endless line', '', '7', 'row-too-long'],
    ['an endless line after a table', 'a,y\n1,0\n2,1\n', '7', 'row-too-long'],
    ['an endless quote', 'a,y\n1,0\n2,"', 'x', 'open-quote'],
    ['an endless row of cells', '', ',', 'row-too-long'],
  ])('%s', async (_, before, byte, code) => {
    const bytes = await bomb(before, byte, 200);
    const from = performance.now();
    await expect(open(bytes, 'bomb.csv.gz')).rejects.toMatchObject({ code });
    // A second on a machine of one's own; this one is shared.
    expect(performance.now() - from).toBeLessThan(4000);
  });

  it('a zip whose directory says less than comes out', async () => {
    const zip = zipSync({ 'a.csv': new Uint8Array(50_000_000).fill(10) });
    const at = Buffer.from(zip).indexOf('PK\u0001\u0002');
    new DataView(zip.buffer).setUint32(at + 24, 1000, true);
    await expect(open(zip, 'bomb.zip')).rejects.toMatchObject({ code: 'damaged-zip' });
  });
});
