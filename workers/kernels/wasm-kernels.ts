import type { Kernels } from '../../src/core/kernels/kernels.ts';
import { wordsOf } from '../../src/core/kernels/kernels.ts';
import type { Room } from './room.ts';

/** What workers/kernels/assembly exports: arrays are addresses. */
export interface Exports {
  readonly ROOM_BEGINS: { readonly value: number };
  addProduct(
    alpha: number,
    a: number,
    b: number,
    out: number,
    rowFrom: number,
    rowTo: number,
    inner: number,
    cols: number,
  ): void;
  multiply(
    a: number,
    b: number,
    out: number,
    rowFrom: number,
    rowTo: number,
    inner: number,
    cols: number,
  ): void;
  addTransposedProduct(
    a: number,
    b: number,
    out: number,
    rowFrom: number,
    rowTo: number,
    p: number,
    q: number,
    lower: number,
  ): void;
  rowProducts(
    a: number,
    b: number,
    out: number,
    rowFrom: number,
    rowTo: number,
    cols: number,
    pitch: number,
    count: number,
    stride: number,
  ): void;
  addTimes(a: number, at: number, stride: number, rows: number, cols: number, x: number, y: number): void;
  movedGramTimes(
    gram: number,
    z0: number,
    c: number,
    z: number,
    from: number,
    count: number,
    neurons: number,
    K: number,
    x: number,
    y: number,
    through: number,
  ): void;
  transposedTimes(
    a: number,
    at: number,
    stride: number,
    rows: number,
    cols: number,
    x: number,
    y: number,
  ): void;
  dot(a: number, b: number, count: number): number;
  addScaled(alpha: number, x: number, y: number, count: number): void;
  forecastErrors(
    v: number,
    last: number,
    before: number,
    earlier: number,
    count: number,
    errors: number,
  ): void;
  extrapolate(parabola: number, v: number, last: number, before: number, count: number): void;
  scaleColumns(a: number, scale: number, out: number, rows: number, cols: number): void;
  allFinite(values: number, count: number): number;
  leakyRelu(gamma: number, z: number, count: number, value: number, slope: number): void;
  smoothLeakyRelu(gamma: number, z: number, count: number, value: number, slope: number): void;
  smoothLeakyReluCurvature(gamma: number, z: number, count: number, out: number): void;
  reluPower(q: number, z: number, count: number, value: number, slope: number): void;
  reluPowerCurvature(q: number, z: number, count: number, out: number): void;
  gather(
    z: number,
    feature: number,
    sign: number,
    signed: number,
    rows: number,
    features: number,
    width: number,
  ): void;
  addOutputs(value: number, a: number, rows: number, n: number, patches: number, f: number): void;
  separateGradient(a: number, weight: number, slope: number, d: number, rows: number, width: number): void;
  scatterGradient(
    a: number,
    weight: number,
    slope: number,
    feature: number,
    d: number,
    rows: number,
    features: number,
    width: number,
  ): void;
  patchBlocks(
    feature: number,
    sign: number,
    gram: number,
    n: number,
    patches: number,
    features: number,
    blocks: number,
  ): void;
  gradientNorms(
    a: number,
    slope: number,
    sign: number,
    blocks: number,
    rows: number,
    n: number,
    patches: number,
    norms: number,
  ): void;
  addPerExamplePenalty(
    a: number,
    slope: number,
    curvature: number,
    feature: number,
    sign: number,
    blocks: number,
    along: number,
    across: number,
    rows: number,
    n: number,
    patches: number,
    features: number,
    d: number,
  ): void;
  alongGradient(
    a: number,
    slope: number,
    feature: number,
    sign: number,
    product: number,
    rows: number,
    n: number,
    patches: number,
    features: number,
    inner: number,
  ): void;
  addFullGradientPenalty(
    a: number,
    slope: number,
    curvature: number,
    feature: number,
    sign: number,
    product: number,
    along: number,
    across: number,
    rows: number,
    n: number,
    patches: number,
    features: number,
    d: number,
  ): void;
  neuronNorms(
    initial: number,
    c: number,
    z0: number,
    z: number,
    rows: number,
    cols: number,
    norms: number,
  ): void;
  movedSquares(c: number, cFrom: number, z: number, zFrom: number, count: number): number;
  updatePattern(
    signed: number,
    rows: number,
    width: number,
    wanted: number,
    words: number,
    counts: number,
  ): void;
  unpackPattern(
    words: number,
    perRow: number,
    rowIds: number,
    rows: number,
    columns: number,
    count: number,
    out: number,
  ): void;
}

/** The kernels of an instance on the arrays of its room. */
export function wasmKernels(wasm: Exports, room: Room): Kernels {
  return {
    allocate: (length) => room.doubles(length),
    allocateIndices: (length) => room.integers(length),
    allocateBytes: (length) => room.bytes(length),
    addProduct: (alpha, a, b, out, rowFrom, rowTo, inner, cols) =>
      wasm.addProduct(alpha, a.byteOffset, b.byteOffset, out.byteOffset, rowFrom, rowTo, inner, cols),
    multiply: (a, b, out, rowFrom, rowTo, inner, cols) =>
      wasm.multiply(a.byteOffset, b.byteOffset, out.byteOffset, rowFrom, rowTo, inner, cols),
    addTransposedProduct: (a, b, out, rowFrom, rowTo, p, q, lower) =>
      wasm.addTransposedProduct(
        a.byteOffset,
        b.byteOffset,
        out.byteOffset,
        rowFrom,
        rowTo,
        p,
        q,
        lower ? 1 : 0,
      ),
    rowProducts: (a, b, out, rowFrom, rowTo, cols, pitch, count, stride) =>
      wasm.rowProducts(
        a.byteOffset,
        b.byteOffset,
        out.byteOffset,
        rowFrom,
        rowTo,
        cols,
        pitch,
        count,
        stride,
      ),
    addTimes: (a, at, stride, rows, cols, x, y) =>
      wasm.addTimes(a.byteOffset, at, stride, rows, cols, x.byteOffset, y.byteOffset),
    movedGramTimes: (gram, z0, c, z, from, count, neurons, K, x, y, through) =>
      wasm.movedGramTimes(
        gram.byteOffset,
        z0.byteOffset,
        c.byteOffset,
        z.byteOffset,
        from,
        count,
        neurons,
        K,
        x.byteOffset,
        y.byteOffset,
        through.byteOffset,
      ),
    transposedTimes: (a, at, stride, rows, cols, x, y) =>
      wasm.transposedTimes(a.byteOffset, at, stride, rows, cols, x.byteOffset, y.byteOffset),
    dot: (a, b, count) => wasm.dot(a.byteOffset, b.byteOffset, count),
    addScaled: (alpha, x, y, count) => wasm.addScaled(alpha, x.byteOffset, y.byteOffset, count),
    forecastErrors: (v, last, before, earlier, count, errors) =>
      wasm.forecastErrors(
        v.byteOffset,
        last.byteOffset,
        before.byteOffset,
        earlier.byteOffset,
        count,
        errors.byteOffset,
      ),
    extrapolate: (parabola, v, last, before, count) =>
      wasm.extrapolate(parabola ? 1 : 0, v.byteOffset, last.byteOffset, before.byteOffset, count),
    scaleColumns: (a, scale, out, rows, cols) =>
      wasm.scaleColumns(a.byteOffset, scale.byteOffset, out.byteOffset, rows, cols),
    allFinite: (values, count) => wasm.allFinite(values.byteOffset, count) !== 0,
    leakyRelu: (gamma, z, from, count, value, slope) =>
      wasm.leakyRelu(gamma, z.byteOffset + 8 * from, count, value.byteOffset, slope.byteOffset + 8 * from),
    smoothLeakyRelu: (gamma, z, from, count, value, slope) =>
      wasm.smoothLeakyRelu(
        gamma,
        z.byteOffset + 8 * from,
        count,
        value.byteOffset,
        slope.byteOffset + 8 * from,
      ),
    smoothLeakyReluCurvature: (gamma, z, count, out) =>
      wasm.smoothLeakyReluCurvature(gamma, z.byteOffset, count, out.byteOffset),
    reluPower: (q, z, from, count, value, slope) =>
      wasm.reluPower(q, z.byteOffset + 8 * from, count, value.byteOffset, slope.byteOffset + 8 * from),
    reluPowerCurvature: (q, z, count, out) => wasm.reluPowerCurvature(q, z.byteOffset, count, out.byteOffset),
    gather: (z, feature, sign, signed, rows, features, width) =>
      wasm.gather(
        z.byteOffset,
        feature.byteOffset,
        sign.byteOffset,
        signed.byteOffset,
        rows,
        features,
        width,
      ),
    addOutputs: (value, a, from, rows, n, patches, f) =>
      wasm.addOutputs(value.byteOffset, a.byteOffset + 8 * from, rows, n, patches, f.byteOffset),
    separateGradient: (a, weight, slope, d, rows, width) =>
      wasm.separateGradient(a.byteOffset, weight.byteOffset, slope.byteOffset, d.byteOffset, rows, width),
    scatterGradient: (a, weight, slope, feature, d, rows, features, width) =>
      wasm.scatterGradient(
        a.byteOffset,
        weight.byteOffset,
        slope.byteOffset,
        feature.byteOffset,
        d.byteOffset,
        rows,
        features,
        width,
      ),
    patchBlocks: (feature, sign, gram, n, patches, features, blocks) =>
      wasm.patchBlocks(
        feature.byteOffset,
        sign.byteOffset,
        gram.byteOffset,
        n,
        patches,
        features,
        blocks.byteOffset,
      ),
    gradientNorms: (a, slope, sign, blocks, rows, n, patches, norms) =>
      wasm.gradientNorms(
        a.byteOffset,
        slope.byteOffset,
        sign.byteOffset,
        blocks.byteOffset,
        rows,
        n,
        patches,
        norms.byteOffset,
      ),
    addPerExamplePenalty: (
      a,
      slope,
      curvature,
      feature,
      sign,
      blocks,
      along,
      across,
      rows,
      n,
      patches,
      features,
      d,
    ) =>
      wasm.addPerExamplePenalty(
        a.byteOffset,
        slope.byteOffset,
        curvature.byteOffset,
        feature.byteOffset,
        sign.byteOffset,
        blocks.byteOffset,
        along.byteOffset,
        across.byteOffset,
        rows,
        n,
        patches,
        features,
        d.byteOffset,
      ),
    alongGradient: (a, slope, feature, sign, product, rows, n, patches, features, inner) =>
      wasm.alongGradient(
        a.byteOffset,
        slope.byteOffset,
        feature.byteOffset,
        sign.byteOffset,
        product.byteOffset,
        rows,
        n,
        patches,
        features,
        inner.byteOffset,
      ),
    addFullGradientPenalty: (
      a,
      slope,
      curvature,
      feature,
      sign,
      product,
      along,
      across,
      rows,
      n,
      patches,
      features,
      d,
    ) =>
      wasm.addFullGradientPenalty(
        a.byteOffset,
        slope.byteOffset,
        curvature.byteOffset,
        feature.byteOffset,
        sign.byteOffset,
        product.byteOffset,
        along.byteOffset,
        across.byteOffset,
        rows,
        n,
        patches,
        features,
        d.byteOffset,
      ),
    neuronNorms: (initial, c, z0, z, rows, cols, norms) =>
      wasm.neuronNorms(
        initial.byteOffset,
        c.byteOffset,
        z0.byteOffset,
        z.byteOffset,
        rows,
        cols,
        norms.byteOffset,
      ),
    movedSquares: (c, cFrom, z, zFrom, count) =>
      wasm.movedSquares(c.byteOffset, cFrom.byteOffset, z.byteOffset, zFrom.byteOffset, count),
    unpackPattern: (words, perRow, rowIds, rows, columns, count, out) =>
      wasm.unpackPattern(
        words.byteOffset,
        perRow,
        rowIds.byteOffset,
        rows,
        columns.byteOffset,
        count,
        out.byteOffset,
      ),
    updatePattern: (signed, rowFrom, rows, width, wanted, words, counts) =>
      wasm.updatePattern(
        signed.byteOffset + 8 * rowFrom * width,
        rows,
        width,
        wanted.byteOffset,
        words.byteOffset + 4 * rowFrom * wordsOf(width),
        counts.byteOffset,
      ),
  };
}
