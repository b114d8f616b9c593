/** The table of CRC-32 (RFC 1952 §8): the polynomial 0xedb88320, bits reversed. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let c = byte;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

/** CRC-32 of bytes that come in pieces: of `crc` (0 at first) and the next piece. Unsigned. */
export function crc32(crc: number, bytes: Uint8Array): number {
  let c = ~crc;
  for (let k = 0; k < bytes.length; k++) c = TABLE[(c ^ bytes[k]!) & 0xff]! ^ (c >>> 8);
  return ~c >>> 0;
}
