/** 2^−27, below which arctan x rounds to x, and 2^66, above which it rounds to π/2. */
const NEGLIGIBLE = 7.450580596923828e-9;
const LARGE = 73786976294838206464;

/** arctan ½, 1, 3/2, ∞, each as a sum of two doubles. */
const HIGH = [
  4.63647609000806093515e-1, 7.85398163397448278999e-1, 9.82793723247329054082e-1, 1.570796326794896558,
];
const LOW = [
  2.26987774529616870924e-17, 3.06161699786838301793e-17, 1.39033110312309984516e-17,
  6.12323399573676603587e-17,
];

/** arctan x = x − x(a₀x² + a₁x⁴ + …) for |x| < 7/16. */
const A = [
  3.33333333333329318027e-1, -1.99999999998764832476e-1, 1.42857142725034663711e-1, -1.1111110405462355788e-1,
  9.09088713343650656196e-2, -7.69187620504482999495e-2, 6.66107313738753120669e-2,
  -5.83357013379057348645e-2, 4.97687799461593236017e-2, -3.6531572744216915527e-2, 1.62858201153657823623e-2,
] as const;

/** arctan x from exact operations only; error below 1 ulp (fdlibm, s_atan.c). Odd; NaN of NaN. */
export function atan(x: number): number {
  const size = Math.abs(x);
  if (Number.isNaN(x) || size < NEGLIGIBLE) return x;
  const value = ofPositive(size);
  return x < 0 ? -value : value;
}

function ofPositive(x: number): number {
  if (x >= LARGE) return HIGH[3]! + LOW[3]!;
  if (x < 7 / 16) return x - x * series(x);
  if (x < 11 / 16) return near(0, (2 * x - 1) / (2 + x));
  if (x < 19 / 16) return near(1, (x - 1) / (x + 1));
  if (x < 39 / 16) return near(2, (x - 1.5) / (1 + 1.5 * x));
  return near(3, -1 / x);
}

const near = (k: number, rest: number): number => HIGH[k]! - (rest * series(rest) - LOW[k]! - rest);

/** Odd and even terms apart, as fdlibm sums them. */
function series(x: number): number {
  const z = x * x;
  const w = z * z;
  const odd = z * (A[0] + w * (A[2] + w * (A[4] + w * (A[6] + w * (A[8] + w * A[10])))));
  const even = w * (A[1] + w * (A[3] + w * (A[5] + w * (A[7] + w * A[9]))));
  return odd + even;
}
