/**
 * Reference values in integer arithmetic: numbers are BigInts in units of 2^−BITS, so nothing here shares an algorithm
 * or a rounding with what is tested. Good for results and arguments of magnitude 2^−200 and up.
 */
const BITS = 500n;
const ONE = 1n << BITS;

const DOUBLE = new DataView(new ArrayBuffer(8));

/** mantissa and exponent with x = mantissa·2^exponent exactly; x finite. */
function parts(x: number): { mantissa: bigint; exponent: bigint } {
  DOUBLE.setFloat64(0, x);
  const bits = DOUBLE.getBigUint64(0);
  const biased = (bits >> 52n) & 0x7ffn;
  const fraction = bits & 0xfffffffffffffn;
  const magnitude = biased === 0n ? fraction : fraction | 0x10000000000000n;
  return { mantissa: bits >> 63n ? -magnitude : magnitude, exponent: (biased || 1n) - 1075n };
}

const shift = (a: bigint, by: bigint) => (by >= 0n ? a << by : a >> -by);
const times = (a: bigint, b: bigint) => (a * b) >> BITS;

function fixed(x: number): bigint {
  const { mantissa, exponent } = parts(x);
  return shift(mantissa, exponent + BITS);
}

/** log of a positive fixed-point number, 2·artanh((a − 1)/(a + 1)) after halving or doubling into [¾, 1½]. */
function logFixed(a: bigint): bigint {
  let k = 0n;
  let m = a;
  for (; m > (ONE * 3n) / 2n; k++) m >>= 1n;
  for (; m < (ONE * 3n) / 4n; k--) m <<= 1n;
  return 2n * artanh(((m - ONE) << BITS) / (m + ONE)) + k * LN2;
}

function artanh(z: bigint): bigint {
  const square = times(z, z);
  let sum = 0n;
  for (let power = z, k = 1n; power !== 0n && power !== -1n; k += 2n, power = times(power, square))
    sum += power / k;
  return sum;
}

const LN2 = 2n * artanh(ONE / 3n);

/** e^a as fixed·2^exponent, for a fixed-point a. */
function expFixed(a: bigint): { value: bigint; exponent: bigint } {
  const exponent = a / LN2;
  const r = a - exponent * LN2;
  let sum = 0n;
  for (let term = ONE, k = 1n; term !== 0n && term !== -1n; term = times(term, r) / k, k++) sum += term;
  return { value: sum, exponent };
}

/** |computed − value·2^exponent| in units of the last place of `computed`. */
function ulps(computed: number, value: bigint, exponent = 0n): number {
  const { mantissa, exponent: e } = parts(computed);
  // Everything in units of 2^−BITS·2^exponent; the unit of the last place is 2^e.
  const unit = shift(ONE, e - exponent);
  const difference = mantissa * unit - value;
  return Number(((difference < 0n ? -difference : difference) << 20n) / unit) / 2 ** 20;
}

/** Errors in ulp of what was computed for the argument(s). */
export const errorOf = {
  exp(x: number, computed: number): number {
    const { value, exponent } = expFixed(fixed(x));
    return ulps(computed, value, exponent);
  },
  expm1(x: number, computed: number): number {
    const { value, exponent } = expFixed(fixed(x));
    return ulps(computed, shift(value, exponent) - ONE);
  },
  log(x: number, computed: number): number {
    const { mantissa, exponent } = parts(x);
    return ulps(computed, logFixed(mantissa << BITS) + exponent * LN2);
  },
  log1p(x: number, computed: number): number {
    return ulps(computed, logFixed(ONE + fixed(x)));
  },
  log1pExp(x: number, computed: number): number {
    const { value, exponent } = expFixed(fixed(x));
    return ulps(computed, logFixed(ONE + shift(value, exponent)));
  },
  /** Of log ½(1 + e), in units of 2^−52: near e = 1 the value itself vanishes. */
  logMeanWithOne(e: number, computed: number): number {
    const difference = fixed(computed) - logFixed((ONE + fixed(e)) / 2n);
    return Math.abs(Number((difference << 72n) / ONE)) / 2 ** 20;
  },
  sigmoid(x: number, computed: number): number {
    const { value, exponent } = expFixed(fixed(x));
    const e = shift(value, exponent);
    return ulps(computed, (e << BITS) / (ONE + e));
  },
  pow(base: number, y: number, computed: number): number {
    const { mantissa, exponent } = parts(base);
    const logarithm = logFixed(mantissa << BITS) + exponent * LN2;
    const power = expFixed(times(logarithm, fixed(y)));
    return ulps(computed, power.value, power.exponent);
  },
};
