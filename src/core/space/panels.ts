import type { Kernels } from '../kernels/kernels.ts';
import { slices, type Work } from '../slices.ts';

/** Rows of a panel. */
const ROWS = 64;

/**
 * Products A Bᵀ of matrices that do not belong to the kernels: panels of rows are copied to them, and the products copied
 * back. Columns past the last entry of a panel that is not 0 are left out: of W(0) drawn as a triangle that is most.
 */
export class Panels {
  private readonly a: Float64Array;
  private readonly b: Float64Array;
  private readonly tile: Float64Array;

  /** @param dim entries of a row */
  constructor(
    private readonly kernels: Kernels,
    private readonly dim: number,
  ) {
    this.a = kernels.allocate(ROWS * dim);
    this.b = kernels.allocate(ROWS * dim);
    this.tile = kernels.allocate(ROWS * ROWS);
  }

  /** A Aᵀ, both halves. */
  *gram(a: Float64Array): Work<Float64Array> {
    const rows = a.length / this.dim;
    const out = new Float64Array(rows * rows);
    yield* this.fill(a, a, out, rows, rows);
    // A column at a time misses the cache at every entry.
    yield* slices(rows, 4 * rows, (from, to) => {
      for (let r = from; r < to; r++) for (let k = 0; k < r; k++) out[k * rows + r] = out[r * rows + k]!;
    });
    return out;
  }

  /** A Bᵀ. */
  *cross(a: Float64Array, b: Float64Array): Work<Float64Array> {
    const rows = a.length / this.dim;
    const columns = b.length / this.dim;
    const out = new Float64Array(rows * columns);
    yield* this.fill(a, b, out, rows, columns);
    return out;
  }

  /** For A = B the panels above the diagonal are left out. */
  private *fill(a: Float64Array, b: Float64Array, out: Float64Array, rows: number, columns: number): Work {
    const extents = yield* panelExtents(b, this.dim);
    const ofA = a === b ? extents : yield* panelExtents(a, this.dim);
    const pairs: (readonly [number, number])[] = [];
    for (let r = 0; r < rows; r += ROWS) {
      const end = a === b ? Math.min(columns, r + ROWS) : columns;
      for (let k = 0; k < end; k += ROWS) pairs.push([r, k]);
    }
    let loaded = -1;
    yield* slices(pairs.length, ROWS * ROWS * this.dim, (from, to) => {
      for (const [r, k] of pairs.slice(from, to)) {
        if (r !== loaded) load(a, r, this.dim, this.a);
        loaded = r;
        load(b, k, this.dim, this.b);
        this.multiply(
          r,
          Math.min(ROWS, rows - r),
          k,
          Math.min(ROWS, columns - k),
          [ofA, extents],
          out,
          columns,
        );
      }
    });
  }

  private multiply(
    r: number,
    height: number,
    k: number,
    width: number,
    [ofA, ofB]: readonly [Int32Array, Int32Array],
    out: Float64Array,
    stride: number,
  ): void {
    const { kernels, tile, dim } = this;
    const cols = Math.min(ofA[r / ROWS]!, ofB[k / ROWS]!);
    kernels.rowProducts(this.a, this.b, tile, 0, height, cols, dim, width, ROWS);
    for (let i = 0; i < height; i++) {
      for (let c = 0; c < width; c++) out[(r + i) * stride + k + c] = tile[i * ROWS + c]!;
    }
  }
}

/** panel ← the rows of the matrix from `row` on, as many as there are. */
function load(matrix: Float64Array, row: number, dim: number, panel: Float64Array): void {
  panel.set(matrix.subarray(row * dim, Math.min(matrix.length, (row + ROWS) * dim)));
}

/** Of each panel of rows, the columns up to the last one that has an entry other than 0. */
function* panelExtents(matrix: Float64Array, dim: number): Work<Int32Array> {
  const rows = matrix.length / dim;
  const extents = new Int32Array(Math.ceil(rows / ROWS));
  yield* slices(rows, dim, (from, to) => {
    for (let r = from; r < to; r++) {
      const panel = Math.floor(r / ROWS);
      let end = dim;
      while (end > extents[panel]! && matrix[r * dim + end - 1] === 0) end--;
      extents[panel] = end;
    }
  });
  return extents;
}
