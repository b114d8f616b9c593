/** The transpose of the rows from..to−1 of a matrix, row-major, `cols` a row: cols×(to − from). */
export function transposed(matrix: Float64Array, from: number, to: number, cols: number): Float64Array {
  const rows = to - from;
  const out = new Float64Array(rows * cols);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < cols; c++) out[c * rows + r] = matrix[(from + r) * cols + c]!;
  }
  return out;
}
