import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { Xxh64 } from '../../src/core/xxh64.ts';

function of(...pieces: Uint8Array[]): string {
  const hash = new Xxh64();
  for (const piece of pieces) hash.update(piece);
  return hash.digest();
}

/** The bytes of the vectors that xxHash publishes (cli/xsum_sanity_check.c). */
function published(length: number): Uint8Array {
  let state = 2_654_435_761n;
  return Uint8Array.from({ length }, () => {
    const byte = Number(state >> 56n);
    state = BigInt.asUintN(64, state * 0x9e3779b185ebca8dn);
    return byte;
  });
}

describe('XXH64 with seed 0', () => {
  it.each([
    [0, 'ef46db3751d8e999'],
    [1, 'e934a84adb052768'],
    [4, '9136a0dca57457ee'],
    [14, '8282dcc4994e35c8'],
    [222, 'b641ae8cb691c174'],
  ])('has the published hash of the published %i bytes', (length, digits) => {
    expect(of(published(length))).toBe(digits);
  });

  it.each([
    [8, 'cdbcf538e71d1348'],
    [12, '0723bf50086ead9a'],
    [16, '98c90b57fdfcb55c'],
    [32, '18b216492bb44b70'],
    [36, '0ae67584084dc6a4'],
    [40, '23b3810d7d8b1731'],
    [64, 'ef558f8acac2b5cd'],
    [72, 'ea8573b60d5a8800'],
  ])(
    'has the hash that xxHash 0.8.3 has of %i of them: whole words, halves and stripes',
    (length, digits) => {
      expect(of(published(length))).toBe(digits);
    },
  );

  it('has the published hash of abc', () => {
    expect(of(new TextEncoder().encode('abc'))).toBe('44bc2cf5ad770999');
  });

  it('does not depend on how the bytes are divided between calls, nor on where they lie', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200, size: 'max' }), fc.nat(200), fc.nat(200), (bytes, a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        const moved = new Uint8Array(bytes.length + 3).subarray(3);
        moved.set(bytes);
        const parts = [moved.subarray(0, from), moved.subarray(from, to), moved.subarray(to)];
        expect(of(...parts)).toBe(of(bytes));
      }),
    );
  });

  it('carries as whole words do: bytes of all ones and all zeros, of every length', () => {
    const seen = new Set<string>();
    for (const byte of [0, 255]) {
      for (let length = 1; length <= 130; length++) seen.add(of(new Uint8Array(length).fill(byte)));
    }
    expect(seen.size).toBe(260);
  });
});
