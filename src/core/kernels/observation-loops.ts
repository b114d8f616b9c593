import { bitsIn, wordsOf } from './words.ts';

/** norms_r ← max(0, initial_r + Σ_k c_rk (z0_rk + z_rk)) = ‖w_r‖², rows×cols; even and odd k are summed apart. */
export function neuronNorms(
  initial: Float64Array,
  c: Float64Array,
  z0: Float64Array,
  z: Float64Array,
  rows: number,
  cols: number,
  norms: Float64Array,
): void {
  for (let r = 0; r < rows; r++) {
    const end = (r + 1) * cols;
    let even = 0;
    let odd = 0;
    let k = r * cols;
    for (; k + 1 < end; k += 2) {
      even += c[k]! * (z0[k]! + z[k]!);
      odd += c[k + 1]! * (z0[k + 1]! + z[k + 1]!);
    }
    if (k < end) even += c[k]! * (z0[k]! + z[k]!);
    const norm = initial[r]! + (even + odd);
    // Rounding can leave a vanishing row a little below zero.
    norms[r] = norm < 0 ? 0 : norm;
  }
}

/** Σ (c − cFrom)(z − zFrom) over the first `count` entries, ‖W − W_from‖_F² of some rows; even and odd entries are summed apart. */
export function movedSquares(
  c: Float64Array,
  cFrom: Float64Array,
  z: Float64Array,
  zFrom: Float64Array,
  count: number,
): number {
  let even = 0;
  let odd = 0;
  let k = 0;
  for (; k + 1 < count; k += 2) {
    even += (c[k]! - cFrom[k]!) * (z[k]! - zFrom[k]!);
    odd += (c[k + 1]! - cFrom[k + 1]!) * (z[k + 1]! - zFrom[k + 1]!);
  }
  if (k < count) even += (c[k]! - cFrom[k]!) * (z[k]! - zFrom[k]!);
  return even + odd;
}

/** signals_r ← z[r·features + signal], noises_r ← the largest other entry of that row; rows×features, finite. */
export function splitSignal(
  z: Float64Array,
  signal: number,
  rows: number,
  features: number,
  signals: Float64Array,
  noises: Float64Array,
): void {
  for (let r = 0, at = 0; r < rows; r++) {
    let noise = -Infinity;
    for (let k = 0; k < features; k++, at++) {
      const product = z[at]!;
      if (k === signal) signals[r] = product;
      // Of 0 and −0 the first.
      else if (product > noise) noise = product;
    }
    noises[r] = noise;
  }
}

/**
 * Packs the signs of `signed` (rows×width) from row rowFrom on: bit k mod 32 of word k div 32 of a row of ⌈width/32⌉ words
 * is 1 where the entry is ≥ 0. counts[0] += those that changed, counts[1] += those that are as in `wanted`, one row.
 */
export function updatePattern(
  signed: Float64Array,
  rowFrom: number,
  rows: number,
  width: number,
  wanted: Int32Array,
  words: Int32Array,
  counts: Int32Array,
): void {
  const perRow = wordsOf(width);
  let flips = 0;
  let agreeing = 0;
  for (let r = rowFrom; r < rowFrom + rows; r++) {
    for (let word = 0; word < perRow; word++) {
      const from = 32 * word;
      const count = Math.min(32, width - from);
      let bits = 0;
      for (let k = 0; k < count; k++) bits |= (signed[r * width + from + k]! >= 0 ? 1 : 0) << k;
      const used = count === 32 ? -1 : (1 << count) - 1;
      const at = r * perRow + word;
      flips += bitsIn(bits ^ words[at]!);
      agreeing += bitsIn(~(bits ^ wanted[word]!) & used);
      words[at] = bits;
    }
  }
  counts[0] = counts[0]! + flips;
  counts[1] = counts[1]! + agreeing;
}

/** out[i·count + k] ← bit columns[k] of row rowIds[i] of the words, rows of `perRow` words. */
export function unpackPattern(
  words: Int32Array,
  perRow: number,
  rowIds: Int32Array,
  rows: number,
  columns: Int32Array,
  count: number,
  out: Uint8Array,
): void {
  for (let i = 0, at = 0; i < rows; i++) {
    const row = rowIds[i]! * perRow;
    for (let k = 0; k < count; k++, at++) {
      const column = columns[k]!;
      out[at] = (words[row + (column >> 5)]! >>> (column & 31)) & 1;
    }
  }
}
