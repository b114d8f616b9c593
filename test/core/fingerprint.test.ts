import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fingerprint, combineFingerprints } from '../../src/core/fingerprint.ts';
import { Xxh64 } from '../../src/core/xxh64.ts';

function of(...values: number[]): string {
  const fingerprint = new Fingerprint();
  fingerprint.update(Float64Array.from(values));
  return fingerprint.digest();
}

/** A NaN with bits of its own, and its sign set. */
function otherNaN(): Float64Array {
  const values = new Float64Array(1);
  new DataView(values.buffer).setBigUint64(0, 0xfff123456789abcdn, true);
  return values;
}

describe('Fingerprint', () => {
  it('is the XXH64 of the numbers as little-endian doubles, every NaN as 0x7ff8000000000000', () => {
    expect(of()).toBe('ef46db3751d8e999');
    const numbers = [1, -2.5, 1e-300, -0, NaN, Infinity, ...Array.from({ length: 600 }, (_, k) => k / 7)];
    const view = new DataView(new ArrayBuffer(8 * numbers.length));
    numbers.forEach((number, k) => view.setFloat64(8 * k, number, true));
    view.setBigUint64(8 * numbers.indexOf(Infinity) - 8, 0x7ff8000000000000n, true);
    const hash = new Xxh64();
    hash.update(new Uint8Array(view.buffer));
    expect(of(...numbers)).toBe(hash.digest());
  });

  it('does not depend on how the numbers are divided between calls', () => {
    const values = fc.array(fc.double(), { maxLength: 40, size: 'max' });
    fc.assert(
      fc.property(values, fc.array(fc.nat(40), { maxLength: 5 }), (list, at) => {
        const all = Float64Array.from(list);
        const fingerprint = new Fingerprint();
        const cuts = [0, ...at.map((cut) => Math.min(cut, list.length)).sort((a, b) => a - b), list.length];
        for (let i = 1; i < cuts.length; i++) fingerprint.update(all, cuts[i - 1], cuts[i]);
        expect(fingerprint.digest()).toBe(of(...list));
      }),
    );
  });

  it('is the same of numbers that come one by one, over many blocks', () => {
    const numbers = Array.from({ length: 1_500 }, (_, k) => k / 3);
    const fingerprint = new Fingerprint();
    for (const number of numbers) fingerprint.push(number);
    expect(fingerprint.digest()).toBe(of(...numbers));
    // Blocks of 512 that were begun by a single number, and a part of an array.
    const mixed = new Fingerprint();
    mixed.push(numbers[0]!);
    mixed.update(Float64Array.from(numbers), 1, 700);
    mixed.update(Float64Array.from(numbers), 700);
    expect(mixed.digest()).toBe(of(...numbers));
    // The last place of a block is taken by a single number.
    const single = new Fingerprint();
    single.update(Float64Array.from(numbers.slice(0, 511)));
    for (const number of numbers.slice(511, 600)) single.push(number);
    expect(single.digest()).toBe(of(...numbers.slice(0, 600)));
  });

  it('reads a view at its own place in its buffer, and goes on after a digest', () => {
    const fingerprint = new Fingerprint();
    fingerprint.update(Float64Array.of(9, 1, 2, 9).subarray(1, 3));
    expect(fingerprint.digest()).toBe(of(1, 2));
    fingerprint.update(Float64Array.of(3));
    expect(fingerprint.digest()).toBe(of(1, 2, 3));
  });

  it('tells 0 from −0, takes all NaNs for one, and knows order and number', () => {
    expect(of(0)).not.toBe(of(-0));
    const fingerprint = new Fingerprint();
    fingerprint.update(otherNaN());
    expect(fingerprint.digest()).toBe(of(NaN));
    expect(of(1, 2)).not.toBe(of(2, 1));
    expect(new Set([of(), of(0), of(0, 0), of(0, 0, 0)]).size).toBe(4);
  });

  it('changes half of its 64 bits when one bit of one number changes', () => {
    const values = Float64Array.from({ length: 8 }, (_, i) => i + 0.1);
    const words = new BigUint64Array(values.buffer);
    const before = BigInt(`0x${of(...values)}`);
    let changed = 0;
    for (let bit = 0; bit < 512; bit++) {
      const mask = 1n << BigInt(bit % 64);
      words[bit >> 6] = words[bit >> 6]! ^ mask;
      const difference = before ^ BigInt(`0x${of(...values)}`);
      words[bit >> 6] = words[bit >> 6]! ^ mask;
      expect(difference).not.toBe(0n);
      changed += difference.toString(2).replaceAll('0', '').length;
    }
    // 512·64 fair coins: standard deviation 90.5.
    expect(Math.abs(changed - 512 * 32)).toBeLessThan(3.5 * 90.5);
  });

  it('gives 16 lower-case hexadecimal digits, no two alike among 100,000 short sequences', () => {
    const seen = new Set<string>();
    for (let i = 0; i < 100_000; i++) seen.add(of(i * 1e-3, i % 7));
    expect(seen.size).toBe(100_000);
    for (const digits of [...seen].slice(0, 1000)) expect(digits).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('combineFingerprints', () => {
  it('depends on each part and on their order', () => {
    const [a, b, c] = [of(1), of(2), of(3)];
    const combined = [[], [a], [a, b], [b, a], [a, c], [a, b, c]].map((parts) => combineFingerprints(parts));
    expect(new Set(combined).size).toBe(combined.length);
    expect(combineFingerprints([a, b])).toBe(combined[2]);
    expect(combined[1]).toMatch(/^[0-9a-f]{16}$/);
  });

  it('is the XXH64 of the parts’ 8 bytes in the order of their digits, after a number at the head', () => {
    const hash = new Xxh64();
    const head = new DataView(new ArrayBuffer(8));
    head.setFloat64(0, 3, true);
    hash.update(new Uint8Array(head.buffer));
    hash.update(Uint8Array.of(0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef));
    expect(combineFingerprints(['0123456789abcdef'], 3)).toBe(hash.digest());
    const alone = new Xxh64();
    alone.update(Uint8Array.of(0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef));
    expect(combineFingerprints(['0123456789abcdef'])).toBe(alone.digest());
    expect(combineFingerprints([], 0)).not.toBe(combineFingerprints([]));
  });

  it('refuses more than a fingerprint', () => {
    for (const text of ['00123456789abcdef', '0123456789abcdef0', '0123456789ABCDEF', ''])
      expect(() => combineFingerprints([text])).toThrow('is not 16 lower-case hexadecimal digits');
  });

  it('refuses what is no fingerprint', () => {
    expect(() => combineFingerprints([of(1), 'xyz'])).toThrow(
      'fingerprint "xyz" is not 16 lower-case hexadecimal digits',
    );
  });
});
