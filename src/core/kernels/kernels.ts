/**
 * The hot loops of a run, and the memory they work in: in plain TypeScript (plain.ts, which has the equations and the
 * order of every sum) or in WebAssembly (workers/kernels). Both give the same bits, so a recording does not depend on
 * which of them made it.
 *
 * Every array that is given to a kernel must come from `allocate`, `allocateIndices` or `allocateBytes` of the same object, or be a
 * subarray of one that does. Matrices are row-major; r counts rows, from rowFrom to rowTo − 1 where those are given.
 */
export interface Kernels {
  /** Zeros. @throws RoomExceeded when there is no room: only while a run is set up */
  allocate(length: number): Float64Array;
  allocateIndices(length: number): Int32Array;
  allocateBytes(length: number): Uint8Array;

  /** out ← out + α A B; A is rows×inner, B inner×cols. */
  addProduct(
    alpha: number,
    a: Float64Array,
    b: Float64Array,
    out: Float64Array,
    rowFrom: number,
    rowTo: number,
    inner: number,
    cols: number,
  ): void;
  /** out ← A B. */
  multiply(
    a: Float64Array,
    b: Float64Array,
    out: Float64Array,
    rowFrom: number,
    rowTo: number,
    inner: number,
    cols: number,
  ): void;
  /**
   * out ← out + Aᵀ B over those rows of A (p columns) and B (q columns), in blocks of 128 rows; out is p×q. With
   * `lower` only the entries (i, j) with i ≥ 4⌊j/4⌋: a symmetric product's lower half.
   */
  addTransposedProduct(
    a: Float64Array,
    b: Float64Array,
    out: Float64Array,
    rowFrom: number,
    rowTo: number,
    p: number,
    q: number,
    lower: boolean,
  ): void;
  /** out ← A Bᵀ over the first cols columns, for `count` rows of B; rows of A and B are `pitch` apart, of out `stride`. */
  rowProducts(
    a: Float64Array,
    b: Float64Array,
    out: Float64Array,
    rowFrom: number,
    rowTo: number,
    cols: number,
    pitch: number,
    count: number,
    stride: number,
  ): void;
  /** y ← y + A x for the block a[at + r·stride + k], r < rows, k < cols. */
  addTimes(
    a: Float64Array,
    at: number,
    stride: number,
    rows: number,
    cols: number,
    x: Float64Array,
    y: Float64Array,
  ): void;
  /** y ← (A + Z(0)Cᵀ + C Zᵀ) x for `count` rows and columns of that matrix; `through` is K numbers of scratch. */
  movedGramTimes(
    gram: Float64Array,
    z0: Float64Array,
    c: Float64Array,
    z: Float64Array,
    from: number,
    count: number,
    neurons: number,
    K: number,
    x: Float64Array,
    y: Float64Array,
    through: Float64Array,
  ): void;
  /** y ← Aᵀ x for such a block. */
  transposedTimes(
    a: Float64Array,
    at: number,
    stride: number,
    rows: number,
    cols: number,
    x: Float64Array,
    y: Float64Array,
  ): void;
  /** aᵀb over the first `count` entries. */
  dot(a: Float64Array, b: Float64Array, count: number): number;
  /** y ← y + αx over the first `count` entries. */
  addScaled(alpha: number, x: Float64Array, y: Float64Array, count: number): void;
  /** errors ← squared distances of v from `last`, and from its forecasts on a line and on a parabola through the three. */
  forecastErrors(
    v: Float64Array,
    last: Float64Array,
    before: Float64Array,
    earlier: Float64Array,
    count: number,
    errors: Float64Array,
  ): void;
  /** v ← its forecast on a line through itself and `last`, or on a parabola through `before` too. */
  extrapolate(
    parabola: boolean,
    v: Float64Array,
    last: Float64Array,
    before: Float64Array,
    count: number,
  ): void;
  /** out ← A diag(scale); rows×cols. */
  scaleColumns(a: Float64Array, scale: Float64Array, out: Float64Array, rows: number, cols: number): void;
  /** Whether the first `count` entries are finite. */
  allFinite(values: Float64Array, count: number): boolean;

  /** value ← φ(z), slope ← φ′(z) of the leaky ReLU, entries z[from], …, z[from + count − 1]; value begins at 0. */
  leakyRelu(
    gamma: number,
    z: Float64Array,
    from: number,
    count: number,
    value: Float64Array,
    slope: Float64Array,
  ): void;
  /** The same of the smoothed leaky ReLU. */
  smoothLeakyRelu(
    gamma: number,
    z: Float64Array,
    from: number,
    count: number,
    value: Float64Array,
    slope: Float64Array,
  ): void;
  /** out ← φ″(z) of it over the first `count` entries. */
  smoothLeakyReluCurvature(gamma: number, z: Float64Array, count: number, out: Float64Array): void;
  /** The same of max(0, z)^q for a whole q ≥ 2. */
  reluPower(
    q: number,
    z: Float64Array,
    from: number,
    count: number,
    value: Float64Array,
    slope: Float64Array,
  ): void;
  reluPowerCurvature(q: number, z: Float64Array, count: number, out: Float64Array): void;

  /** signed[r, at] ← sign[at]·z[r, feature[at]]; z is rows×features, signed rows×width. */
  gather(
    z: Float64Array,
    feature: Int32Array,
    sign: Float64Array,
    signed: Float64Array,
    rows: number,
    features: number,
    width: number,
  ): void;
  /** f_i += a_r Σ_p value[r, i, p] for a block of rows, a[from] belonging to the first of them. */
  addOutputs(
    value: Float64Array,
    a: Float64Array,
    from: number,
    rows: number,
    n: number,
    patches: number,
    f: Float64Array,
  ): void;
  /** d[r, k] ← a_r weight_k slope[r, k], where patch k of the batch is feature k. */
  separateGradient(
    a: Float64Array,
    weight: Float64Array,
    slope: Float64Array,
    d: Float64Array,
    rows: number,
    width: number,
  ): void;
  /** d ← 0, then d[r, feature[at]] += a_r weight_at slope[r, at]. */
  scatterGradient(
    a: Float64Array,
    weight: Float64Array,
    slope: Float64Array,
    feature: Int32Array,
    d: Float64Array,
    rows: number,
    features: number,
    width: number,
  ): void;

  /** blocks[i, q, p] ← s_q G[k_q, k_p] for the patches p and q of sample i. */
  patchBlocks(
    feature: Int32Array,
    sign: Float64Array,
    gram: Float64Array,
    n: number,
    patches: number,
    features: number,
    blocks: Float64Array,
  ): void;
  /** norms_i ← ‖∇_W q_i‖². */
  gradientNorms(
    a: Float64Array,
    slope: Float64Array,
    sign: Float64Array,
    blocks: Float64Array,
    rows: number,
    n: number,
    patches: number,
    norms: Float64Array,
  ): void;
  /** d += along_i a_r φ′ s + across_i a_r² φ″ (g_i G), g_i without y_i a_r. */
  addPerExamplePenalty(
    a: Float64Array,
    slope: Float64Array,
    curvature: Float64Array,
    feature: Int32Array,
    sign: Float64Array,
    blocks: Float64Array,
    along: Float64Array,
    across: Float64Array,
    rows: number,
    n: number,
    patches: number,
    features: number,
    d: Float64Array,
  ): void;
  /** inner_i ← Σ_r Σ_p a_r φ′ s (DG): ⟨g_i, DG⟩ without y_i; product = DG. */
  alongGradient(
    a: Float64Array,
    slope: Float64Array,
    feature: Int32Array,
    sign: Float64Array,
    product: Float64Array,
    rows: number,
    n: number,
    patches: number,
    features: number,
    inner: Float64Array,
  ): void;
  /** d += a_r (along_i φ′ s + across_i φ″ (DG)). */
  addFullGradientPenalty(
    a: Float64Array,
    slope: Float64Array,
    curvature: Float64Array,
    feature: Int32Array,
    sign: Float64Array,
    product: Float64Array,
    along: Float64Array,
    across: Float64Array,
    rows: number,
    n: number,
    patches: number,
    features: number,
    d: Float64Array,
  ): void;

  /** norms_r ← ‖w_r‖² = initial_r + Σ_k c_rk (z0_rk + z_rk), not below 0. */
  neuronNorms(
    initial: Float64Array,
    c: Float64Array,
    z0: Float64Array,
    z: Float64Array,
    rows: number,
    cols: number,
    norms: Float64Array,
  ): void;
  /** Σ (c − cFrom)(z − zFrom) over the first `count` entries: ‖W − W_from‖_F² of some rows. */
  movedSquares(
    c: Float64Array,
    cFrom: Float64Array,
    z: Float64Array,
    zFrom: Float64Array,
    count: number,
  ): number;
  /**
   * Packs the signs of `signed` (rows×width) from row rowFrom on, 32 a word, rows of ⌈width/32⌉ words.
   * counts[0] += those that changed, counts[1] += those that are as in `wanted`, one row of words.
   */
  updatePattern(
    signed: Float64Array,
    rowFrom: number,
    rows: number,
    width: number,
    wanted: Int32Array,
    words: Int32Array,
    counts: Int32Array,
  ): void;
  /** out[i, k] ← bit columns[k] of row rowIds[i] of the words; rows×count. */
  unpackPattern(
    words: Int32Array,
    perRow: number,
    rowIds: Int32Array,
    rows: number,
    columns: Int32Array,
    count: number,
    out: Uint8Array,
  ): void;
}

/** Words of 32 signs that a row of `width` signs takes. */
export const wordsOf = (width: number): number => Math.ceil(width / 32);

/** Where runs get their kernels: each its own memory, from `open` to `close`. */
export interface KernelSource {
  /** @param bytes that the arrays will take at least, as far as is known */
  open(bytes: number): Kernels;
  close(kernels: Kernels): void;
}

/** The memory of a run has no room for all of its arrays. */
export class RoomExceeded extends Error {
  /** @param bytes that are needed at least */
  constructor(readonly bytes: number) {
    super(`the arrays of a run need at least ${bytes} bytes`);
  }
}
