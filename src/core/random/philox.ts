/** Multipliers and Weyl increments of Philox4x32 (Salmon et al. 2011, table 2 and §3.3). */
const M0 = 0xd2511f53 | 0;
const M1 = 0xcd9e8d57 | 0;
const W0 = 0x9e3779b9 | 0;
const W1 = 0xbb67ae85 | 0;
const ROUNDS = 10;

/**
 * The upper 32 bits of a·b (unsigned 32-bit integers), by 16-bit halves: every partial sum stays below 2^32. The
 * `| 0` after each sum lets the compiler stay in 32-bit integers.
 */
function multiplyHigh(a: number, b: number): number {
  const a0 = a & 0xffff;
  const a1 = a >>> 16;
  const b0 = b & 0xffff;
  const b1 = b >>> 16;
  const middle = (Math.imul(a1, b0) + (Math.imul(a0, b0) >>> 16)) | 0;
  const lower = (Math.imul(a0, b1) + (middle & 0xffff)) | 0;
  const high = (Math.imul(a1, b1) + (middle >>> 16)) | 0;
  return (high + (lower >>> 16)) | 0;
}

/**
 * Philox4x32-10, Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3 (SC 2011): a bijection of the
 * 128-bit counter (c0, c1, c2, c3) for each 64-bit key (k0, k1); its four words are the random numbers.
 *
 * @param out receives four unsigned 32-bit words
 */
export function philox4x32(
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  k0: number,
  k1: number,
  out: Uint32Array,
): void {
  let x0 = c0 | 0;
  let x1 = c1 | 0;
  let x2 = c2 | 0;
  let x3 = c3 | 0;
  let key0 = k0 | 0;
  let key1 = k1 | 0;
  for (let round = 0; round < ROUNDS; round++) {
    const high0 = multiplyHigh(x0, M0);
    const high1 = multiplyHigh(x2, M1);
    const low0 = Math.imul(x0, M0);
    const low1 = Math.imul(x2, M1);
    x0 = high1 ^ x1 ^ key0;
    x1 = low1;
    x2 = high0 ^ x3 ^ key1;
    x3 = low0;
    key0 = (key0 + W0) | 0;
    key1 = (key1 + W1) | 0;
  }
  out[0] = x0;
  out[1] = x1;
  out[2] = x2;
  out[3] = x3;
}
