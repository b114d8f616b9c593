import { crc32 } from '../../engine/files/bytes/crc32.ts';

/** Signature and header of a PNG. */
const HEAD = 8 + 25;
const INCH_IN_METRES = 0.0254;

/**
 * The picture with its density (pHYs), by which programs know its size in inches, and with texts in UTF-8 (iTXt), both
 * after the header (PNG specification, §11.3).
 */
export function withPngNotes(
  png: Uint8Array<ArrayBuffer>,
  texts: Readonly<Record<string, string>>,
  pixelsAnInch: number,
): Uint8Array<ArrayBuffer> {
  const density = new DataView(new ArrayBuffer(9));
  const perMetre = Math.round(pixelsAnInch / INCH_IN_METRES);
  density.setUint32(0, perMetre);
  density.setUint32(4, perMetre);
  density.setUint8(8, 1);
  const encoder = new TextEncoder();
  const chunks = [
    chunk('pHYs', new Uint8Array(density.buffer)),
    // Keyword, not compressed, no language, no translation.
    ...Object.entries(texts).map(([key, text]) => chunk('iTXt', encoder.encode(`${key}\0\0\0\0\0${text}`))),
  ];
  const length = chunks.reduce((sum, part) => sum + part.length, png.length);
  const made = new Uint8Array(length);
  let at = 0;
  for (const part of [png.subarray(0, HEAD), ...chunks, png.subarray(HEAD)]) {
    made.set(part, at);
    at += part.length;
  }
  return made;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const made = new Uint8Array(12 + data.length);
  const view = new DataView(made.buffer);
  view.setUint32(0, data.length);
  made.set(new TextEncoder().encode(type), 4);
  made.set(data, 8);
  view.setUint32(8 + data.length, crc32(0, made.subarray(4, 8 + data.length)));
  return made;
}
