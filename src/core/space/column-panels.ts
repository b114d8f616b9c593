import { COPY_WORK } from '../kernels/copies.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { DONE, rowsPerSlice, slices, type Work } from '../slices.ts';

/** Numbers of a cache line: a panel is no narrower. */
const LINE = 8;

/**
 * A matrix B, inner×cols, in panels of its columns, each row-major and after the other, so that the product of a few rows
 * with it can be cut between any two panels, and what a piece reads lies in one stretch of memory: rows of a wide matrix
 * lie pages apart. Where one piece is enough there is one panel, B itself.
 */
export class ColumnPanels {
  private constructor(
    private readonly kernels: Kernels,
    private readonly inner: number,
    readonly cols: number,
    /** Columns of a panel but the last. */
    private readonly width: number,
    private readonly panels: Float64Array,
    /** A row of panels' products; empty where one panel is all. */
    private readonly tile: Float64Array,
  ) {}

  /**
   * @param b inner×cols, row-major, any array
   * @param rows that are multiplied at once at most
   */
  static *of(kernels: Kernels, b: Float64Array, inner: number, rows: number): Work<ColumnPanels> {
    const cols = b.length / inner;
    const worth = Math.max(LINE, LINE * Math.floor(rowsPerSlice(rows * inner) / LINE));
    const width = Math.min(cols, worth);
    const panels = kernels.allocate(b.length);
    const tile = kernels.allocate(width < cols ? rows * width : 0);
    yield* slices(inner, COPY_WORK * cols, (from, to) => {
      for (let k = from; k < to; k++) {
        for (let first = 0; first < cols; first += width) {
          const count = Math.min(width, cols - first);
          panels.set(b.subarray(k * cols + first, k * cols + first + count), first * inner + k * count);
        }
      }
    });
    return new ColumnPanels(kernels, inner, cols, width, panels, tile);
  }

  /** out ← out + A B, both of so many rows. Each entry is one sum, whatever its panel. */
  addProduct(a: Float64Array, out: Float64Array, rows: number): Work {
    const { kernels, inner, cols, width, panels } = this;
    if (width === cols) {
      kernels.addProduct(1, a, panels, out, 0, rows, inner, cols);
      return DONE;
    }
    return slices(Math.ceil(cols / width), rows * inner * width, (from, to) => {
      for (let panel = from; panel < to; panel++) this.addPanel(panel * width, a, out, rows);
    });
  }

  private addPanel(first: number, a: Float64Array, out: Float64Array, rows: number): void {
    const { kernels, inner, cols, panels, tile } = this;
    const width = Math.min(this.width, cols - first);
    kernels.multiply(a, panels.subarray(first * inner), tile, 0, rows, inner, width);
    for (let r = 0, at = 0; r < rows; r++) {
      for (let c = r * cols + first, end = c + width; c < end; c++, at++) out[c] = out[c]! + tile[at]!;
    }
  }
}
