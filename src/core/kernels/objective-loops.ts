/** signed[r·width + at] ← sign[at]·z[r·features + feature[at]]; z is rows×features, signed rows×width. */
export function gather(
  z: Float64Array,
  feature: Int32Array,
  sign: Float64Array,
  signed: Float64Array,
  rows: number,
  features: number,
  width: number,
): void {
  for (let r = 0, to = 0; r < rows; r++) {
    for (let at = 0; at < width; at++, to++) signed[to] = sign[at]! * z[r * features + feature[at]!]!;
  }
}

/** f_i += a_r Σ_p value[(r·n + i)·patches + p] for `rows` rows, the first being row `from` of a; in their order. */
export function addOutputs(
  value: Float64Array,
  a: Float64Array,
  from: number,
  rows: number,
  n: number,
  patches: number,
  f: Float64Array,
): void {
  for (let r = 0, at = 0; r < rows; r++) {
    const ar = a[from + r]!;
    for (let i = 0; i < n; i++) {
      let sum = value[at++]!;
      for (let p = 1; p < patches; p++) sum += value[at++]!;
      f[i] = f[i]! + ar * sum;
    }
  }
}

/** d[r·width + k] ← a_r weight_k slope[r·width + k]: where patch k of the batch is feature k. */
export function separateGradient(
  a: Float64Array,
  weight: Float64Array,
  slope: Float64Array,
  d: Float64Array,
  rows: number,
  width: number,
): void {
  for (let r = 0, at = 0; r < rows; r++) {
    const ar = a[r]!;
    for (let k = 0; k < width; k++, at++) d[at] = ar * weight[k]! * slope[at]!;
  }
}

/** d ← 0, then d[r·features + feature[at]] += a_r weight_at slope[r·width + at], in the order of the patches. */
export function scatterGradient(
  a: Float64Array,
  weight: Float64Array,
  slope: Float64Array,
  feature: Int32Array,
  d: Float64Array,
  rows: number,
  features: number,
  width: number,
): void {
  d.fill(0, 0, rows * features);
  for (let r = 0, from = 0; r < rows; r++) {
    const ar = a[r]!;
    for (let at = 0; at < width; at++, from++) {
      const k = r * features + feature[at]!;
      d[k] = d[k]! + ar * weight[at]! * slope[from]!;
    }
  }
}
