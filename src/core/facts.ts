import type { Experiment } from './experiment.ts';
import type { Stepper } from './method/stepper.ts';
import type { Schedule } from './observe/schedule.ts';
import type { RunFacts } from './outcome.ts';
import { slices, type Work } from './slices.ts';

/** What is known of a run before its first epoch. */
export function* describe(
  { problem, ground, full }: Stepper,
  schedule: Schedule,
  { data, regularizer }: Experiment,
): Work<RunFacts> {
  const { samples, neurons, squaredFeatureNorms } = problem;
  const { gram } = ground.products;
  return {
    n: full.n,
    d: samples.d,
    neurons,
    labels: samples.y.slice(),
    testPoints: samples.testY.length,
    space: ground.space.kind,
    shape: schedule.shape,
    recordedEpochs: schedule.recorded.length,
    rMin: Math.sqrt(squaredFeatureNorms.reduce((least, v) => Math.min(least, v), Infinity)),
    rMax: Math.sqrt(squaredFeatureNorms.reduce((most, v) => Math.max(most, v), 0)),
    p: gram.length === 0 ? null : yield* largestOffDiagonal(gram, full.features),
    signalNorm:
      samples.signalFeature === null ? null : Math.sqrt(squaredFeatureNorms[samples.signalFeature]!),
    signalToNoise: data.kind === 'signal-noise' ? data.meanNorm / (data.noiseSd * Math.sqrt(data.d)) : null,
    regularizer,
  };
}

/** max_{i≠k} |G_ik|. */
function* largestOffDiagonal(gram: Float64Array, K: number): Work<number> {
  let most = 0;
  yield* slices(K, 2 * K, (from, to) => {
    for (let i = from; i < to; i++) {
      for (let k = 0; k < i; k++) most = Math.max(most, Math.abs(gram[i * K + k]!));
    }
  });
  return most;
}
