import type { Kernels, Loops } from '../../src/core/kernels/kernels.ts';
import type { Room } from './room.ts';

/** An array's address, and 1 or 0 for true or false. */
type Raw<T> = T extends ArrayBufferView ? number : T extends boolean ? number : T;
type AllRaw<T extends unknown[]> = { [At in keyof T]: Raw<T[At]> };

/** What workers/kernels/assembly exports: the loops, on addresses. */
export type Exports = {
  readonly [Name in keyof Loops]: (...given: AllRaw<Parameters<Loops[Name]>>) => Raw<ReturnType<Loops[Name]>>;
} & { readonly ROOM_BEGINS: { readonly value: number } };

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
    addTransposedProduct: (a, b, out, rowFrom, rowTo, p, q, iFrom, iTo, lower) =>
      wasm.addTransposedProduct(
        a.byteOffset,
        b.byteOffset,
        out.byteOffset,
        rowFrom,
        rowTo,
        p,
        q,
        iFrom,
        iTo,
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
    deflate: (q, x, count, out) => wasm.deflate(q.byteOffset, x.byteOffset, count, out.byteOffset),
    addNormalised: (alpha, x, y, count) => wasm.addNormalised(alpha, x.byteOffset, y.byteOffset, count),
    forecast: (v, last, before, earlier, count, known) =>
      wasm.forecast(v.byteOffset, last.byteOffset, before.byteOffset, earlier.byteOffset, count, known),
    scaleColumns: (a, scale, out, rows, cols) =>
      wasm.scaleColumns(a.byteOffset, scale.byteOffset, out.byteOffset, rows, cols),
    allFinite: (values, count) => wasm.allFinite(values.byteOffset, count) !== 0,
    leakyRelu: (gamma, z, from, count, value, slope) =>
      wasm.leakyRelu(gamma, z.byteOffset, from, count, value.byteOffset, slope.byteOffset),
    smoothLeakyRelu: (gamma, z, from, count, value, slope) =>
      wasm.smoothLeakyRelu(gamma, z.byteOffset, from, count, value.byteOffset, slope.byteOffset),
    smoothLeakyReluCurvature: (gamma, z, count, out) =>
      wasm.smoothLeakyReluCurvature(gamma, z.byteOffset, count, out.byteOffset),
    reluPower: (q, z, from, count, value, slope) =>
      wasm.reluPower(q, z.byteOffset, from, count, value.byteOffset, slope.byteOffset),
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
      wasm.addOutputs(value.byteOffset, a.byteOffset, from, rows, n, patches, f.byteOffset),
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
    splitSignal: (z, signal, rows, features, signals, noises) =>
      wasm.splitSignal(z.byteOffset, signal, rows, features, signals.byteOffset, noises.byteOffset),
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
        signed.byteOffset,
        rowFrom,
        rows,
        width,
        wanted.byteOffset,
        words.byteOffset,
        counts.byteOffset,
      ),
    groupOutputs: (size, feature, gain, sum, image, groups, K, Q, out) =>
      wasm.groupOutputs(
        size.byteOffset,
        feature.byteOffset,
        gain.byteOffset,
        sum.byteOffset,
        image.byteOffset,
        groups,
        K,
        Q,
        out.byteOffset,
      ),
    logisticSlopes: (margins, n, slopes) => wasm.logisticSlopes(margins.byteOffset, n, slopes.byteOffset),
    moveGroups: (eta, e, size, feature, gain, gram, isDiagonal, groups, K, Q, moved, carry, image) =>
      wasm.moveGroups(
        eta,
        e.byteOffset,
        size.byteOffset,
        feature.byteOffset,
        gain.byteOffset,
        gram.byteOffset,
        isDiagonal ? 1 : 0,
        groups,
        K,
        Q,
        moved.byteOffset,
        carry.byteOffset,
        image.byteOffset,
      ),
    hasCrossed: (size, feature, sign, edge, fires, image, groups, K, Q) =>
      wasm.hasCrossed(
        size.byteOffset,
        feature.byteOffset,
        sign.byteOffset,
        edge.byteOffset,
        fires.byteOffset,
        image.byteOffset,
        groups,
        K,
        Q,
      ) !== 0,
    groupSquares: (e, size, feature, gain, gram, groups, K, Q, d) =>
      wasm.groupSquares(
        e.byteOffset,
        size.byteOffset,
        feature.byteOffset,
        gain.byteOffset,
        gram.byteOffset,
        groups,
        K,
        Q,
        d.byteOffset,
      ),
    nodeMeans: (
      ids,
      roots,
      moved,
      image,
      movedThen,
      imageThen,
      products,
      onFeatures,
      p,
      K,
      deltaS,
      deltaT,
      square,
    ) =>
      wasm.nodeMeans(
        ids.byteOffset,
        roots.byteOffset,
        moved.byteOffset,
        image.byteOffset,
        movedThen.byteOffset,
        imageThen.byteOffset,
        products.byteOffset,
        onFeatures.byteOffset,
        p,
        K,
        deltaS.byteOffset,
        deltaT.byteOffset,
        square.byteOffset,
      ),
    nodeShares: (weights, roots, deltaS, nodes, p, K, shares) =>
      wasm.nodeShares(
        weights.byteOffset,
        roots.byteOffset,
        deltaS.byteOffset,
        nodes,
        p,
        K,
        shares.byteOffset,
      ),
    secularMatrix: (square, shares, values, nodes, p, lambda, f) =>
      wasm.secularMatrix(
        square.byteOffset,
        shares.byteOffset,
        values.byteOffset,
        nodes,
        p,
        lambda,
        f.byteOffset,
      ),
    secularSums: (shares, a, values, residuals, nodes, p, lambda, out) =>
      wasm.secularSums(
        shares.byteOffset,
        a.byteOffset,
        values.byteOffset,
        residuals.byteOffset,
        nodes,
        p,
        lambda,
        out.byteOffset,
      ),
    logisticLosses: (margins, n, losses, slopes) =>
      wasm.logisticLosses(margins.byteOffset, n, losses.byteOffset, slopes.byteOffset),
  };
}
