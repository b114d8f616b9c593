import { load2 } from './lanes';

/**
 * Packs the signs of a row-major rows×width matrix from a row on, bit k mod 32 of word k div 32 of each row being 1 where
 * the entry is ≥ 0. counts[0] += bits that differ from what `words` held, counts[1] += bits that equal those of `wanted`,
 * one row of words.
 */
export function updatePattern(
  signed: usize,
  rowFrom: i32,
  rows: i32,
  width: i32,
  wanted: usize,
  words: usize,
  counts: usize,
): void {
  signed += (<usize>(rowFrom * width)) << 3;
  words += (<usize>(rowFrom * ((width + 31) >> 5))) << 2;
  const zero = f64x2.splat(0);
  let flips: i32 = 0;
  let agreeing: i32 = 0;
  for (let r = 0; r < rows; r++) {
    let goal = wanted;
    for (let from = 0; from < width; from += 32, words += 4, goal += 4) {
      const count = min(32, width - from);
      let bits: u32 = 0;
      let k = 0;
      for (; k + 1 < count; k += 2, signed += 16) {
        bits |= (<u32>i64x2.bitmask(f64x2.ge(load2(signed), zero))) << k;
      }
      if (k < count) {
        bits |= (<u32>(load<f64>(signed) >= 0 ? 1 : 0)) << k;
        signed += 8;
      }
      const used: u32 = count === 32 ? 0xffffffff : ((<u32>1) << count) - 1;
      flips += popcnt<u32>(bits ^ load<u32>(words));
      agreeing += popcnt<u32>(~(bits ^ load<u32>(goal)) & used);
      store<u32>(words, bits);
    }
  }
  store<i32>(counts, load<i32>(counts) + flips);
  store<i32>(counts + 4, load<i32>(counts + 4) + agreeing);
}

/** out[i·count + k] ← bit columns[k] of row rowIds[i] of the words, as a byte; rows of `perRow` words. */
export function unpackPattern(
  words: usize,
  perRow: i32,
  rowIds: usize,
  rows: i32,
  columns: usize,
  count: i32,
  out: usize,
): void {
  for (let i = 0; i < rows; i++) {
    const row = words + ((<usize>(load<i32>(rowIds + ((<usize>i) << 2)) * perRow)) << 2);
    for (let k = 0; k < count; k++, out++) {
      const column = load<i32>(columns + ((<usize>k) << 2));
      const word = load<u32>(row + ((<usize>(column >> 5)) << 2));
      store<u8>(out, <u8>((word >> (column & 31)) & 1));
    }
  }
}
