/**
 * G = U Uᵀ, K×K, row-major, each entry summed in the order of the coordinates: equal rows have equal products, to the bit.
 *
 * @param rows K×dim, row-major
 */
export function gramMatrix(rows: Float64Array, K: number, dim: number): Float64Array {
  const gram = new Float64Array(K * K);
  for (let i = 0; i < K; i++) {
    for (let k = 0; k <= i; k++) {
      let sum = 0;
      for (let c = 0; c < dim; c++) sum += rows[i * dim + c]! * rows[k * dim + c]!;
      gram[i * K + k] = sum;
      gram[k * K + i] = sum;
    }
  }
  return gram;
}
