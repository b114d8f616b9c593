/** One double's bits, as two words; filled and read in the same synchronous call. */
const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);
/** Index of the low word: 0 on little-endian machines. */
double[0] = 1;
const LOW = words[1] === 0 ? 1 : 0;

/** Seeds of the two 32-bit lanes. */
const LANES = [0x9747b28c, 0x3c6ef372] as const;

/**
 * A 64-bit hash of the bits of doubles: two lanes of MurmurHash3_x86_32 (Appleby 2011) with different seeds, over the
 * low and the high word of each double. Chunks do not matter, nor does the machine's byte order; −0 and 0 differ, all
 * NaN are one.
 */
export class Fingerprint {
  private readonly state = Uint32Array.from(LANES);
  private count = 0;

  /** Takes values[from..to). */
  update(values: Float64Array, from = 0, to = values.length): void {
    for (let k = from; k < to; k++) {
      double[0] = values[k]!;
      const low = words[LOW]!;
      const high = words[1 - LOW]!;
      this.mix(low);
      this.mix(high);
    }
    this.count += to - from;
  }

  /** 16 lower-case hex digits of what was taken so far. */
  digest(): string {
    return Array.from(this.state, (h) => hex(avalanche(h ^ (8 * this.count)))).join('');
  }

  private mix(word: number): void {
    const k = Math.imul(rotate(Math.imul(word, 0xcc9e2d51), 15), 0x1b873593);
    for (let lane = 0; lane < 2; lane++) {
      this.state[lane] = Math.imul(rotate(this.state[lane]! ^ k, 13), 5) + 0xe6546b64;
    }
  }
}

/** One fingerprint of several, in their order. */
export function combineFingerprints(parts: readonly string[]): string {
  const whole = new Fingerprint();
  const halves = parts.flatMap((part) => [part.slice(0, 8), part.slice(8)]);
  whole.update(Float64Array.from(halves, (half) => Number.parseInt(half, 16)));
  return whole.digest();
}

function rotate(x: number, bits: number): number {
  return (x << bits) | (x >>> (32 - bits));
}

/** MurmurHash3's finaliser. */
function avalanche(h: number): number {
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function hex(x: number): string {
  return x.toString(16).padStart(8, '0');
}
