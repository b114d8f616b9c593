import { learningRate, type Dataset, type Experiment } from '../../core/experiment.ts';
import { epochBatches } from '../../core/method/batches.ts';
import { secondLayerScale } from '../../core/model/second-layer.ts';
import { createProblem } from '../../core/problem/create.ts';
import { DrawMemo } from '../../core/problem/draw-memo.ts';
import type { Draw, Samples } from '../../core/problem/problem.ts';
import type { Work } from '../../core/slices.ts';
import type { NpyArray } from '../npy.ts';

/** A run to recompute. */
export interface Wanted {
  /** What tells it from the others. */
  readonly name: string;
  readonly experiment: Experiment;
  /** Where it is in recording.csv: its first row, counted from 0 below the head, and its number of rows. */
  readonly firstRow: number;
  readonly rows: number;
  /** t of its last row. */
  readonly lastEpoch: number;
  /** The array of matrices.npz with its margins; null where they are not in it. */
  readonly margins: string | null;
}

/** What reproduce.py is told of a run; names as in Python. */
interface Case {
  readonly name: string;
  readonly seed: number;
  readonly first_row: number;
  readonly rows: number;
  readonly margins: string | null;
  /** Its arrays' names begin so. */
  readonly draw: string;
  readonly order: string | null;
  readonly signal: boolean;
  /** W(0) is so many times the array. */
  readonly sigma0: number;
  /** |a_r|. */
  readonly a: number;
  readonly activation: Experiment['activation'];
  readonly loss: Experiment['loss'];
  readonly regularizer: Experiment['regularizer'];
  readonly eta: number;
  readonly batch_size: number | null;
}

export interface Cases {
  readonly cases: readonly Case[];
  readonly arrays: Readonly<Record<string, NpyArray>>;
}

/**
 * The runs and what they are made of: data, W(0), order of the samples; runs that share a draw share its arrays.
 *
 * @param most bytes that the arrays may take
 * @returns null where they take more
 */
export function casesOf(
  wanted: readonly Wanted[],
  datasets: ReadonlyMap<string, Dataset>,
  most: number,
): Cases | null {
  const memo = new DrawMemo();
  const draws = new Map<Draw, string>();
  const arrays: Record<string, NpyArray> = {};
  const cases: Case[] = [];
  for (const { name, experiment, firstRow, rows, lastEpoch, margins } of wanted) {
    const { seed, method, activation, regularizer } = experiment;
    const { draw, samples, initialScale, neurons } = finish(createProblem(experiment, datasets, memo));
    if (!draws.has(draw)) {
      draws.set(draw, `draw${draws.size}`);
      for (const [part, array] of Object.entries(arraysOf(draw, neurons))) {
        arrays[`${draws.get(draw)!}_${part}`] = array;
      }
    }
    const order = method.kind === 'sgd' ? `order_${seed}_${samples.y.length}_${lastEpoch}` : null;
    if (order !== null) arrays[order] ??= orderOf(experiment, samples.y.length, lastEpoch);
    if (bytesOf(arrays) > most) return null;
    cases.push({
      name,
      seed,
      first_row: firstRow,
      rows,
      margins,
      draw: draws.get(draw)!,
      order,
      signal: samples.signalFeature !== null,
      sigma0: initialScale,
      a: secondLayerScale(experiment.secondLayer, experiment.m),
      activation,
      loss: experiment.loss,
      regularizer,
      eta: learningRate(method),
      batch_size: method.kind === 'sgd' ? method.batchSize : null,
    });
  }
  return { cases, arrays };
}

function finish<T>(work: Work<T>): T {
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
}

const bytesOf = (arrays: Readonly<Record<string, NpyArray>>): number =>
  Object.values(arrays).reduce((sum, { values }) => sum + values.byteLength, 0);

/** x is n×P×dim, W(0) before its scale 2m×dim, test_patch (test points)×P rows of test_x. */
function arraysOf({ samples, initialRows }: Draw, neurons: number): Readonly<Record<string, NpyArray>> {
  const { dim, y, patches, testX, testPatch, testY } = samples;
  return {
    x: { values: patchesOf(samples), shape: [y.length, patches, dim] },
    y: { values: y, shape: [y.length] },
    w0: { values: initialRows, shape: [neurons, dim] },
    test_x: { values: testX, shape: [testX.length / dim, dim] },
    test_patch: { values: testPatch, shape: [testY.length, patches] },
    test_y: { values: testY, shape: [testY.length] },
  };
}

function patchesOf({ features, patchFeature, patchSign, dim }: Samples): Float64Array {
  const x = new Float64Array(patchFeature.length * dim);
  patchFeature.forEach((feature, at) => {
    for (let c = 0; c < dim; c++) x[at * dim + c] = patchSign[at]! * features[feature * dim + c]!;
  });
  return x;
}

/** The samples in the order in which each epoch before the last takes them, cut into batches: (epochs)×n. */
function orderOf({ method, seed }: Experiment, n: number, epochs: number): NpyArray {
  const values = n <= 0xffff ? new Uint16Array(epochs * n) : new Int32Array(epochs * n);
  if (method.kind === 'sgd') {
    for (let t = 0; t < epochs; t++) {
      let at = t * n;
      for (const batch of epochBatches(method, seed, t, n)) {
        values.set(batch, at);
        at += batch.length;
      }
    }
  }
  return { values, shape: [epochs, n] };
}
