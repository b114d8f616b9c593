import type { LiveRun } from '../core/observe/live-run.ts';
import { FlowPoints, type FlowPoint } from '../core/observe/flow-points.ts';
import { SCALAR_INDEX } from '../core/observe/quantities.ts';
import { train } from '../core/run.ts';
import { referenceExperiment, type FlowReference } from '../settings/reference.ts';
import { hasRepeats } from './expect.ts';

interface Rank {
  readonly value: number;
  /** The value less 1, without cancellation. */
  readonly excess: number;
}

/** What a fixture expects of a gradient flow at a time (test/fixtures/README.md). */
export interface ExpectedPoint {
  readonly log_t: number;
  readonly log_loss: number;
  readonly margins: readonly number[];
  readonly frobenius: number;
  readonly stable_rank: { readonly positive: Rank; readonly negative: Rank; readonly all: Rank };
  readonly active: readonly (readonly number[])[];
  readonly sliding: readonly (readonly number[])[];
  /** Absent where two samples are the same: then the decomposition is not unique. */
  readonly rho?: readonly (readonly number[])[];
  readonly gamma?: readonly number[];
}

/** The fixture's own list: the flow is followed, and looked at at each of its times. */
export function expectedPoints(reference: FlowReference): readonly ExpectedPoint[] {
  const points: ExpectedPoint[] = [];
  let live: LiveRun | null = null;
  let view: FlowPoints | null = null;
  const work = train(
    referenceExperiment(reference),
    {
      begin(run) {
        live = run;
        view = new FlowPoints(run);
      },
      epoch(k, scalars, margins) {
        const at = view!.at(k);
        let step = at.next();
        while (step.done !== true) step = at.next();
        points.push(pointOf(reference, live!, step.value, scalars[SCALAR_INDEX.frobenius]!, margins));
      },
      snapshot: () => undefined,
    },
    new Map(),
  );
  while (work.next().done !== true);
  return points;
}

function pointOf(
  reference: FlowReference,
  { stepper, facts }: LiveRun,
  { logTime, logLoss, excess, sliding }: FlowPoint,
  frobenius: number,
  margins: Float64Array,
): ExpectedPoint {
  const { full, problem, ground } = stepper;
  const { patches, patchFeature, patchSign, features: K } = full;
  const { c, z } = ground.space;
  const ofPatches = (value: (at: number, patch: number) => number): number[][] =>
    Array.from({ length: facts.neurons }, (_, r) =>
      Array.from({ length: full.n * patches }, (__, p) => value(r * K + patchFeature[p]!, p)),
    );
  const stays = (at: number): boolean => sliding?.[at] === 1;
  const coefficient = (r: number, k: number): number => c[r * K + k]! * problem.squaredFeatureNorms[k]!;
  const [positive, negative, all] = excess.map((value) => ({ value: 1 + value, excess: value }));
  const signal = problem.samples.signalFeature;
  const rho = Array.from({ length: facts.neurons }, (_, r) =>
    Array.from({ length: full.n }, (__, i) => coefficient(r, patchFeature[(i + 1) * patches - 1]!)),
  );
  return {
    log_t: logTime,
    log_loss: logLoss,
    margins: [...margins],
    frobenius,
    stable_rank: { positive: positive!, negative: negative!, all: all! },
    active: ofPatches((at, p) => (patchSign[p]! * z[at]! >= 0 && !stays(at) ? 1 : 0)),
    sliding: ofPatches((at) => (stays(at) ? 1 : 0)),
    ...(!hasRepeats(reference) && { rho }),
    ...(signal !== null && {
      gamma: rho.map((_, r) => (2 * r < facts.neurons ? 1 : -1) * coefficient(r, signal)),
    }),
  };
}
