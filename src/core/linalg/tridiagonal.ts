const EPSILON = 2.220446049250313e-16;

/** QL needs about two sweeps an eigenvalue; more than this many mean that an entry is not a number. */
const MAX_SWEEPS = 60;

/**
 * Eigenvalues of the symmetric tridiagonal matrix T with diagonal d_0..d_{n−1} and off-diagonal e_0..e_{n−2}, by
 * implicit QL with Wilkinson's shift (Dubrulle 1970; EISPACK imtql2). In place, allocates nothing.
 *
 * With T = S Θ Sᵀ, each row of `vectors` is multiplied by S: rows of the identity become those rows of S, column k
 * belonging to eigenvalue k.
 *
 * @param d n entries; receives the eigenvalues, unordered
 * @param e at least n entries, the last one scratch; destroyed
 * @param vectors rows×n, row-major
 * @throws Error when an entry is not finite
 */
export function tridiagonalEigen(
  d: Float64Array,
  e: Float64Array,
  n: number,
  vectors: Float64Array,
  rows: number,
): void {
  if (n > 0) e[n - 1] = 0;
  // Off-diagonals below rounding of the whole matrix go too: those of a null space are noise that never settles.
  const negligible = EPSILON * largestEntry(d, e, n);
  for (let l = 0; l < n; l++) {
    let sweeps = 0;
    for (let m = blockEnd(e, l, n, negligible); m !== l; m = blockEnd(e, l, n, negligible)) {
      if (sweeps++ === MAX_SWEEPS)
        throw new Error(`QL iteration for eigenvalue ${l} of ${n} did not converge in ${MAX_SWEEPS} sweeps`);
      sweep(d, e, l, m, n, vectors, rows);
    }
  }
}

/** The last row of the unreduced block that begins in row l. */
function blockEnd(e: Float64Array, l: number, n: number, negligible: number): number {
  let m = l;
  while (m < n - 1 && !(Math.abs(e[m]!) <= negligible)) m++;
  return m;
}

/** max |T_ik|. */
function largestEntry(d: Float64Array, e: Float64Array, n: number): number {
  let largest = 0;
  for (let k = 0; k < n; k++) largest = Math.max(largest, Math.abs(d[k]!), Math.abs(e[k]!));
  return largest;
}

/** One implicit QL step on rows l..m: chases the bulge of the shifted matrix upwards by plane rotations. */
function sweep(
  d: Float64Array,
  e: Float64Array,
  l: number,
  m: number,
  n: number,
  vectors: Float64Array,
  rows: number,
): void {
  const slope = (d[l + 1]! - d[l]!) / (2 * e[l]!);
  const root = Math.sqrt(slope * slope + 1);
  let g = d[m]! - d[l]! + e[l]! / (slope + (slope < 0 ? -root : root));
  let sine = 1;
  let cosine = 1;
  let p = 0;
  for (let i = m - 1; i >= l; i--) {
    const f = sine * e[i]!;
    const b = cosine * e[i]!;
    const length = Math.sqrt(f * f + g * g);
    e[i + 1] = length;
    if (length === 0) {
      // The block falls apart here; the next step goes on with the smaller one.
      d[i + 1] = d[i + 1]! - p;
      e[m] = 0;
      return;
    }
    sine = f / length;
    cosine = g / length;
    const shifted = d[i + 1]! - p;
    const t = (d[i]! - shifted) * sine + 2 * cosine * b;
    p = sine * t;
    d[i + 1] = shifted + p;
    g = cosine * t - b;
    for (let row = 0, at = i; row < rows; row++, at += n) {
      const left = vectors[at]!;
      const right = vectors[at + 1]!;
      vectors[at + 1] = sine * left + cosine * right;
      vectors[at] = cosine * left - sine * right;
    }
  }
  d[l] = d[l]! - p;
  e[l] = g;
  e[m] = 0;
}
