import type { Dataset, DatasetSpec, Experiment } from '../experiment.ts';
import { fillNormals } from '../random/stream.ts';
import { slices, WORK_PER_NORMAL, type Work } from '../slices.ts';
import { binaryClusters } from './binary-clusters.ts';
import { sampleDataset } from './dataset-sample.ts';
import { checkLength, explicitPatches, explicitSamples } from './explicit.ts';
import { gaussianMixture } from './gaussian-mixture.ts';
import { orthogonalBasis } from './orthogonal-basis.ts';
import type { DrawMemo } from './draw-memo.ts';
import { onePatchSamples, type Draw, type Problem, type Samples } from './problem.ts';
import { signalNoise } from './signal-noise.ts';
import { threePoints } from './three-points.ts';
import { twoXor } from './two-xor.ts';

type Datasets = ReadonlyMap<string, Dataset>;

/**
 * Draws the data and W(0) of an experiment; with the memo, what an earlier experiment drew is used again.
 *
 * @throws RangeError naming the setting, its value and range, or the dataset that is not open
 */
export function* createProblem(experiment: Experiment, datasets: Datasets, memo: DrawMemo): Work<Problem> {
  const draw = yield* memo.recall(experiment, () => makeDraw(experiment, datasets));
  const { samples } = draw;
  return {
    draw,
    samples,
    initialScale: givenWeights(experiment) === undefined ? experiment.sigma0 : 1,
    neurons: 2 * experiment.m,
    featureCount: samples.features.length / samples.dim,
    squaredFeatureNorms: yield* squaredRowNorms(samples.features, samples.dim),
  };
}

function* makeDraw(experiment: Experiment, datasets: Datasets): Work<Draw> {
  const samples = yield* drawSamples(experiment, datasets);
  yield;
  return { samples, initialRows: yield* drawInitialRows(experiment, samples) };
}

function* drawSamples(experiment: Experiment, datasets: Datasets): Work<Samples> {
  const { data, seed, testPoints } = experiment;
  switch (data.kind) {
    case 'gaussian-mixture':
      return yield* gaussianMixture(data, seed, testPoints, 2 * experiment.m);
    case 'binary-clusters':
      return yield* binaryClusters(data, seed, testPoints, 2 * experiment.m);
    case 'orthogonal-basis':
      return yield* orthogonalBasis(data, seed, testPoints);
    case 'three-points':
      return threePoints(data);
    case 'two-xor':
      return yield* twoXor(data, seed, testPoints, 2 * experiment.m);
    case 'signal-noise':
      return yield* signalNoise(data, seed, testPoints, 2 * experiment.m);
    case 'explicit':
      return explicitSamples(data);
    case 'explicit-patches':
      return explicitPatches(data);
    case 'dataset':
      return yield* datasetSamples(data, seed, testPoints, datasets);
  }
}

function* datasetSamples(
  spec: DatasetSpec,
  seed: number,
  testPoints: number,
  datasets: Datasets,
): Work<Samples> {
  const dataset = datasets.get(spec.id);
  if (dataset === undefined) {
    throw new RangeError(
      spec.id === ''
        ? 'no file is open: open an MNIST-style pair of IDX files or a CSV table to train on it'
        : `the file with fingerprint ${spec.id} is not open: open it to train on it`,
    );
  }
  const { x, y, testX, testY, d } = yield* sampleDataset(dataset, spec, seed, testPoints);
  return onePatchSamples(d, x, y, testX, testY);
}

function givenWeights({ data }: Experiment): Float64Array | undefined {
  return data.kind === 'explicit' || data.kind === 'explicit-patches' ? data.w0 : undefined;
}

/** N of W(0) = σ₀N: independent standard normals, row by row from its own row of the stream; or the given W(0). */
function* drawInitialRows(experiment: Experiment, { dim, basis }: Samples): Work<Float64Array> {
  const { m, seed } = experiment;
  const given = givenWeights(experiment);
  if (given !== undefined) {
    checkLength('W(0)', given, 2 * m * dim);
    return given;
  }
  const rows = new Float64Array(2 * m * dim);
  yield* slices(2 * m, WORK_PER_NORMAL * dim, (from, to) => {
    for (let r = from; r < to; r++) {
      const w = rows.subarray(r * dim, (r + 1) * dim);
      const order = orderOf(r, m);
      if (basis === null) fillNormals(seed, 'init', order, w, 0, dim);
      else basis.weights(seed, order, w);
    }
  });
  return rows;
}

/** Positive and negative neurons are drawn in turn, so that adding some leaves the others as they were. */
function orderOf(r: number, m: number): number {
  return r < m ? 2 * r : 2 * (r - m) + 1;
}

/** ‖u_k‖² of the rows of U. */
function* squaredRowNorms(u: Float64Array, dim: number): Work<Float64Array> {
  const norms = new Float64Array(u.length / dim);
  yield* slices(norms.length, dim, (from, to) => {
    for (let k = from; k < to; k++) {
      let sum = 0;
      for (let c = k * dim; c < (k + 1) * dim; c++) sum += u[c]! * u[c]!;
      norms[k] = sum;
    }
  });
  return norms;
}
