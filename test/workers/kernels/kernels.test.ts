import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Kernels } from '../../../src/core/kernels/kernels.ts';
import { PLAIN } from '../../../src/core/kernels/plain.ts';
import { wordsOf } from '../../../src/core/kernels/words.ts';
import { createKernelSource } from '../../../workers/kernels/source.ts';

const wasmSource = createKernelSource();

/** Odd sizes, none, one, and more than any tile. */
const size = fc.integer({ min: 0, max: 13 });
/** Sometimes more rows than go together in any loop. */
const manyRows = fc.oneof(
  { weight: 9, arbitrary: size },
  { weight: 1, arbitrary: fc.integer({ min: 60, max: 300 }) },
);
const some = fc.integer({ min: 1, max: 9 });
const entry = fc.oneof(
  { weight: 12, arbitrary: fc.double({ min: -4, max: 4, noNaN: true }) },
  { weight: 1, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.constantFrom(0, -0, 5e-324, -5e-324, 1e-310, Infinity, -Infinity, NaN) },
);

/** A stock of numbers that arrays of any length are filled from. */
const numbers = fc.array(entry, { minLength: 40, maxLength: 60 });

/** Arrays of some kernels, filled from a stock; every array begins somewhere else in it. */
class Bench {
  private next = 0;
  constructor(
    readonly kernels: Kernels,
    private readonly stock: readonly number[],
  ) {}

  array(length: number): Float64Array {
    const array = this.kernels.allocate(length);
    for (let k = 0; k < length; k++) array[k] = this.stock[(this.next + k) % this.stock.length]!;
    this.next += 7;
    return array;
  }

  indices(values: readonly number[]): Int32Array {
    const array = this.kernels.allocateIndices(values.length);
    array.set(values);
    return array;
  }
}

/** The bits of the numbers, all NaNs being one. */
function bits(values: Float64Array | Int32Array | number | boolean): string {
  if (typeof values === 'boolean') return String(values);
  if (values instanceof Int32Array) return [...values].join(' ');
  const list = typeof values === 'number' ? [values] : [...values];
  return list.map((x) => (Object.is(x, -0) ? '-0' : String(x))).join(' ');
}

type Result = readonly (Float64Array | Int32Array | number | boolean)[];

/** What a piece of work gives, and what it left in arrays, must be the same bits from both kernels. */
function expectSame(stock: readonly number[], work: (bench: Bench) => Result): void {
  const wasm = wasmSource.open(0);
  try {
    const expected = work(new Bench(PLAIN, stock)).map(bits);
    expect(work(new Bench(wasm, stock)).map(bits)).toEqual(expected);
  } finally {
    wasmSource.close(wasm);
  }
}

const SHAPE = fc.record({ rows: manyRows, inner: size, cols: size, from: fc.nat(3), stock: numbers });

describe('WebAssembly and plain TypeScript give the same bits:', () => {
  it('the test has the WebAssembly kernels, not twice the plain ones', () => {
    expect(wasmSource.open(0)).not.toBe(PLAIN);
  });

  it('products of matrices', () => {
    fc.assert(
      fc.property(SHAPE, ({ rows, inner, cols, from, stock }) => {
        const first = Math.min(from, rows);
        expectSame(stock, (bench) => {
          const a = bench.array(rows * inner);
          const b = bench.array(inner * cols);
          const out = bench.array(rows * cols);
          const sum = bench.array(rows * cols);
          bench.kernels.multiply(a, b, out, first, rows, inner, cols);
          bench.kernels.addProduct(-0.3, a, b, sum, first, rows, inner, cols);
          const transposed = bench.array(inner * cols);
          const c = bench.array(rows * cols);
          bench.kernels.addTransposedProduct(a, c, transposed, first, rows, inner, cols, 0, inner, false);
          const lower = bench.array(inner * inner);
          bench.kernels.addTransposedProduct(a, a, lower, first, rows, inner, inner, 0, inner, true);
          const part = bench.array(inner * inner);
          const iFrom = Math.min(4, inner);
          bench.kernels.addTransposedProduct(a, a, part, first, rows, inner, inner, iFrom, inner, from > 1);
          return [out, sum, transposed, lower, part];
        });
        expectSame(stock, (bench) => {
          const pitch = inner + from;
          const a = bench.array(rows * pitch);
          const b = bench.array(cols * pitch);
          const out = bench.array(rows * (cols + 1));
          bench.kernels.rowProducts(a, b, out, first, rows, inner, pitch, cols, cols + 1);
          return [out];
        });
      }),
      { numRuns: 400 },
    );
  });

  it('products of a block with a vector', () => {
    fc.assert(
      fc.property(SHAPE, ({ rows, inner: before, cols, from: after, stock }) => {
        expectSame(stock, (bench) => {
          const stride = cols + after;
          const a = bench.array(before + rows * stride);
          const y = bench.array(rows);
          const x = bench.array(cols);
          bench.kernels.addTimes(a, before, stride, rows, cols, x, y);
          const t = bench.array(cols);
          bench.kernels.transposedTimes(a, before, stride, rows, cols, y, t);
          return [y, t];
        });
        expectSame(stock, (bench) => {
          const neurons = before + rows + after;
          const gram = bench.array(neurons * neurons);
          const state = [0, 1, 2].map(() => bench.array(neurons * cols)) as [
            Float64Array,
            Float64Array,
            Float64Array,
          ];
          const x = bench.array(rows);
          const y = bench.array(rows);
          const through = bench.array(cols);
          bench.kernels.movedGramTimes(gram, ...state, before, rows, neurons, cols, x, y, through);
          return [y];
        });
      }),
      { numRuns: 400 },
    );
  });

  it('vectors', () => {
    fc.assert(
      fc.property(SHAPE, ({ rows, cols, stock }) => {
        expectSame(stock, (bench) => {
          const { kernels } = bench;
          const count = rows * cols;
          const a = bench.array(count);
          const b = bench.array(count);
          const dot = kernels.dot(a, b, count);
          kernels.addScaled(0.7, a, b, count);
          const out = bench.array(count);
          kernels.scaleColumns(a, bench.array(cols), out, rows, cols);
          const forecasts = [1, 2, 3].flatMap((known) => {
            const vectors = [0, 1, 2, 3].map(() => bench.array(count)) as [
              ...[Float64Array, Float64Array, Float64Array, Float64Array],
            ];
            kernels.forecast(...vectors, count, known);
            return [vectors[0], vectors[3]];
          });
          const deflated = bench.array(2);
          const rest = bench.array(count);
          kernels.deflate(a, rest, count, deflated);
          const unit = bench.array(count);
          kernels.addNormalised(-0.4, a, unit, count);
          const finite = Array.from({ length: count + 1 }, (_, k) => kernels.allFinite(a, k));
          return [dot, b, out, ...forecasts, deflated, rest, unit, ...finite];
        });
      }),
      { numRuns: 400 },
    );
  });

  it('activations', () => {
    const wide = fc.oneof(
      { weight: 4, arbitrary: entry },
      { weight: 4, arbitrary: fc.double({ min: -760, max: 760, noNaN: true }) },
      { weight: 1, arbitrary: fc.constantFrom(745.1332191019411, 745.1332191019412, 708, 708.5, 709.79) },
    );
    const input = fc.record({
      stock: fc.array(wide, { minLength: 40, maxLength: 60 }),
      count: fc.nat(40),
      from: fc.nat(5),
      gamma: fc.constantFrom(0, 0.1, 0.5, 1),
      q: fc.integer({ min: 2, max: 8 }),
    });
    fc.assert(
      fc.property(input, ({ stock, count, from, gamma, q }) => {
        expectSame(stock, (bench) => {
          const { kernels } = bench;
          const z = bench.array(from + count);
          const results: Float64Array[] = [];
          for (const evaluate of [
            (v: Float64Array, s: Float64Array) => kernels.leakyRelu(gamma, z, from, count, v, s),
            (v: Float64Array, s: Float64Array) => kernels.smoothLeakyRelu(gamma, z, from, count, v, s),
            (v: Float64Array, s: Float64Array) => kernels.reluPower(q, z, from, count, v, s),
          ]) {
            const value = bench.array(count);
            const slope = bench.array(from + count);
            evaluate(value, slope);
            results.push(value, slope);
          }
          for (const curvature of [
            (out: Float64Array) => kernels.smoothLeakyReluCurvature(gamma, z, count, out),
            (out: Float64Array) => kernels.reluPowerCurvature(q, z, count, out),
          ]) {
            const out = bench.array(count);
            curvature(out);
            results.push(out);
          }
          return results;
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('the objective and its regularisers, for any patches', () => {
    const input = fc
      .record({
        stock: numbers,
        rows: some,
        n: some,
        patches: fc.integer({ min: 1, max: 3 }),
        features: some,
      })
      .chain((shape) =>
        fc.record({
          shape: fc.constant(shape),
          feature: fc.array(fc.nat(shape.features - 1), {
            minLength: shape.n * shape.patches,
            maxLength: shape.n * shape.patches,
          }),
        }),
      );
    fc.assert(
      fc.property(input, ({ shape: { stock, rows, n, patches, features }, feature }) => {
        const width = n * patches;
        expectSame(stock, (bench) => {
          const { kernels } = bench;
          const a = bench.array(rows + 2);
          const ids = bench.indices(feature);
          const sign = bench.array(width);
          const z = bench.array(rows * features);
          const signed = bench.array(rows * width);
          kernels.gather(z, ids, sign, signed, rows, features, width);
          const f = bench.array(n);
          kernels.addOutputs(signed, a, 2, rows, n, patches, f);
          const weight = bench.array(width);
          const slope = bench.array(rows * width);
          const separate = bench.array(rows * width);
          kernels.separateGradient(a, weight, slope, separate, rows, width);
          const d = bench.array(rows * features);
          kernels.scatterGradient(a, weight, slope, ids, d, rows, features, width);
          return [signed, f, separate, d];
        });
        expectSame(stock, (bench) => {
          const { kernels } = bench;
          const a = bench.array(rows);
          const ids = bench.indices(feature);
          const sign = bench.array(width);
          const slope = bench.array(rows * width);
          const curvature = bench.array(rows * width);
          const gram = bench.array(features * features);
          const product = bench.array(rows * features);
          const along = bench.array(n);
          const across = bench.array(n);
          const norms = bench.array(n);
          const inner = bench.array(n);
          const d = bench.array(rows * features);
          const e = bench.array(rows * features);
          const blocks = bench.array(n * patches * patches);
          kernels.patchBlocks(ids, sign, gram, n, patches, features, blocks);
          kernels.gradientNorms(a, slope, sign, blocks, rows, n, patches, norms);
          const common = [rows, n, patches, features] as const;
          kernels.addPerExamplePenalty(a, slope, curvature, ids, sign, blocks, along, across, ...common, d);
          kernels.alongGradient(a, slope, ids, sign, product, ...common, inner);
          kernels.addFullGradientPenalty(
            a,
            slope,
            curvature,
            ids,
            sign,
            product,
            along,
            across,
            ...common,
            e,
          );
          return [blocks, norms, d, inner, e];
        });
      }),
      { numRuns: 400 },
    );
  });

  it('what is observed', () => {
    const input = fc.record({ stock: numbers, rows: size, cols: size, width: fc.nat(70), from: fc.nat(3) });
    fc.assert(
      fc.property(input, ({ stock, rows, cols, width, from }) => {
        expectSame(stock, (bench) => {
          const { kernels } = bench;
          const c = bench.array((rows + from) * cols);
          const z = bench.array((rows + from) * cols);
          const z0 = bench.array((rows + from) * cols);
          const norms = bench.array(rows);
          kernels.neuronNorms(bench.array(rows), c, z0, z, rows, cols, norms);
          const moved = kernels.movedSquares(c, z0, z, c, rows * cols);
          const signed = bench.array((rows + from) * width);
          const words = bench.indices(new Array<number>((rows + from) * wordsOf(width)).fill(0x5a5a5a5a));
          const wanted = bench.indices(new Array<number>(wordsOf(width)).fill(0x12345678));
          const counts = bench.indices([3, 4]);
          kernels.updatePattern(signed, from, rows, width, wanted, words, counts);
          const rowIds = bench.indices(Array.from({ length: rows }, (_, i) => (i * 7) % (rows + from)));
          const columns = bench.indices(Array.from({ length: width }, (_, k) => width - 1 - k));
          const bytes = kernels.allocateBytes(rows * width);
          kernels.unpackPattern(words, wordsOf(width), rowIds, rows, columns, width, bytes);
          const [signals, noises] = [bench.array(rows), bench.array(rows)];
          if (cols > 0) kernels.splitSignal(z, from % cols, rows, cols, signals, noises);
          return [norms, moved, words, counts, Int32Array.from(bytes), signals, noises];
        });
      }),
      { numRuns: 400 },
    );
  });

  it('steps by groups, some of them empty', () => {
    const input = fc.record({ stock: numbers, groups: some, K: some, twice: fc.boolean(), eta: entry });
    fc.assert(
      fc.property(input, ({ stock, groups, K, twice, eta }) => {
        // A feature has one site or two.
        const Q = twice ? 2 * K : K;
        expectSame(stock, (bench) => {
          const { kernels } = bench;
          const size = bench.indices(Array.from({ length: groups }, (_, g) => (g * 5) % 3));
          const feature = bench.indices(Array.from({ length: Q }, (_, q) => (q * 2) % K));
          const [gain, edge, e] = [bench.array(groups * Q), bench.array(groups * Q), bench.array(Q)];
          const [sum, image, h] = [bench.array(groups * K), bench.array(groups * K), bench.array(Q)];
          const [moved, carry, gram, d] = [
            bench.array(groups * K),
            bench.array(groups * K),
            bench.array(K * K),
            bench.array(K),
          ];
          const sign = bench.array(Q).map((_, q) => (q % 2 === 0 ? 1 : -1));
          const signs = bench.array(Q);
          signs.set(sign);
          const fires = kernels.allocateBytes(groups * Q);
          kernels.groupOutputs(size, feature, gain, sum, image, groups, K, Q, h);
          const square = kernels.groupSquares(e, size, feature, gain, gram, groups, K, Q, d);
          // As they are now, and then all but the last of the last group that has neurons.
          for (let g = 0, at = 0; g < groups; g++) {
            for (let q = 0; q < Q; q++, at++) {
              fires[at] = signs[q]! * image[g * K + feature[q]!]! + edge[at]! >= 0 ? 1 : 0;
            }
          }
          const before = kernels.hasCrossed(size, feature, signs, edge, fires, image, groups, K, Q);
          const last = Array.from(size, Math.sign).lastIndexOf(1);
          if (last >= 0) fires[last * Q + Q - 1] = 1 - fires[last * Q + Q - 1]!;
          const after = kernels.hasCrossed(size, feature, signs, edge, fires, image, groups, K, Q);
          expect([before, after]).toEqual([false, last >= 0]);
          for (const diagonal of [false, true]) {
            kernels.moveGroups(
              ...([eta, e, size, feature, gain, gram, diagonal, groups, K, Q, moved, carry, image] as const),
            );
          }
          return [h, square, d, moved, carry, image];
        });
      }),
      { numRuns: 300 },
    );
  });

  it('stable ranks by nodes', () => {
    const input = fc.record({ stock: numbers, p: fc.integer({ min: 1, max: 4 }), K: some, nodes: size });
    fc.assert(
      fc.property(input, ({ stock, p, K, nodes }) => {
        expectSame(stock, (bench) => {
          const { kernels } = bench;
          const ids = bench.indices(Array.from({ length: p }, (_, g) => p - g));
          const [roots, a, values, residuals] = [
            bench.array(p),
            bench.array(p),
            bench.array(nodes),
            bench.array(nodes),
          ];
          const [moved, image] = [bench.array((p + 1) * K), bench.array((p + 1) * K)];
          const [movedThen, imageThen, onFeatures] = [
            bench.array(p * K),
            bench.array(p * K),
            bench.array(p * K),
          ];
          const [products, square, f] = [bench.array(p * p), bench.array(p * p), bench.array(p * p)];
          const [deltaS, deltaT] = [bench.array(p * K), bench.array(p * K)];
          const weights = bench.array(nodes * (p + K));
          const [shares, sums] = [bench.array(nodes * p), bench.array(3)];
          kernels.nodeMeans(
            ...([ids, roots, moved, image, movedThen, imageThen, products, onFeatures] as const),
            ...([p, K, deltaS, deltaT, square] as const),
          );
          kernels.nodeShares(weights, roots, deltaS, nodes, p, K, shares);
          kernels.secularMatrix(square, shares, values, nodes, p, 5, f);
          kernels.secularSums(shares, a, values, residuals, nodes, p, 5, sums);
          return [deltaS, deltaT, square, shares, f, sums];
        });
      }),
      { numRuns: 300 },
    );
  });

  it('the logistic loss', () => {
    // Where log(1 + e) changes its form, where e is negligible, and where e^−q is 0.
    const edges = [0.8813735870195429, 0.8813735870195432, 36.7, 36.8, 708.5, 745.2, 800];
    const margin = fc.oneof(
      entry,
      fc.constantFrom(...edges, ...edges.map((q) => -q)),
      fc.double({ min: -40, max: 40, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(margin, { minLength: 1, maxLength: 13 }), (stock) => {
        expectSame(stock, (bench) => {
          const n = stock.length;
          const [margins, losses, slopes, alone] = [
            bench.array(n),
            bench.array(n),
            bench.array(n),
            bench.array(n),
          ];
          bench.kernels.logisticLosses(margins, n, losses, slopes);
          bench.kernels.logisticSlopes(margins, n, alone);
          expect(bits(alone)).toBe(bits(slopes));
          return [losses, slopes];
        });
      }),
      { numRuns: 1_500 },
    );
  });
});
