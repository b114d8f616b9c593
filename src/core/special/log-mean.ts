const C0 = 0.6666666666666666;
const C1 = 0.40000000000014585;
const C2 = 0.2857142856710876;
const C3 = 0.22222222717427864;
const C4 = 0.18181789436132859;
const C5 = 0.15385570064958623;
const C6 = 0.13314144209654935;
const C7 = 0.12001072809590713;
const C8 = 0.08800738486144674;
const C9 = 0.1616404561194353;

/**
 * log ½(1 + e) for 0 ≤ e ≤ 1 from exact operations only, with an error below 2^−52. With s = (e − 1)/(e + 3), in
 * [−⅓, 0], it is 2 artanh s = 2s + s³·R(s²), R from Chebyshev nodes on [0, 1/9], error below 2^−57. One division and
 * no cases, and it vanishes at e = 1.
 */
export function logMeanWithOne(e: number): number {
  const s = (e - 1) / (e + 3);
  const z = s * s;
  const w = z * z;
  const even = C0 + w * (C2 + w * (C4 + w * (C6 + w * C8)));
  const odd = C1 + w * (C3 + w * (C5 + w * (C7 + w * C9)));
  const series = z * (even + z * odd);
  return s + s + s * series;
}
