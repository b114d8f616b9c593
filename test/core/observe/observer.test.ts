import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../../src/core/experiment.ts';
import type { Kernels } from '../../../src/core/kernels/kernels.ts';
import { PLAIN } from '../../../src/core/kernels/plain.ts';
import { symmetricEigenvalues } from '../../../src/core/linalg/symmetric-eigenvalues.ts';
import { Stepper } from '../../../src/core/method/stepper.ts';
import { Excess } from '../../../src/core/observe/excess.ts';
import { FlowPoints } from '../../../src/core/observe/flow-points.ts';
import { showRows, showSomeRows, type LiveRun } from '../../../src/core/observe/live-run.ts';
import { Observer } from '../../../src/core/observe/observer.ts';
import { SCALARS, type ScalarName } from '../../../src/core/observe/quantities.ts';
import type { Snapshot } from '../../../src/core/observe/recorder.ts';
import { createSchedule } from '../../../src/core/observe/schedule.ts';
import { createProblem } from '../../../src/core/problem/create.ts';
import { DrawMemo } from '../../../src/core/problem/draw-memo.ts';
import type { Problem } from '../../../src/core/problem/problem.ts';
import { createSpace, type Ground } from '../../../src/core/space/create.ts';
import type { Work } from '../../../src/core/slices.ts';
import { K_FIGURE_1 } from '../experiments.ts';
import { finish } from '../finish.ts';
import { numbers, smallProblem } from '../space/small-problem.ts';

const SMALL: Experiment = {
  ...K_FIGURE_1,
  data: { kind: 'signal-noise', n: 5, d: 12, meanNorm: 1.5, noiseSd: 0.5 },
  activation: { kind: 'leaky-relu', gamma: 0.2 },
  m: 3,
  sigma0: 0.2,
  method: { kind: 'gradient-descent', eta: 0.5 },
  regularizer: { kind: 'pegr', lambda: 0.01 },
  epochs: 6,
  testPoints: 40,
};
const NEURONS = 2 * SMALL.m;

function observed(change: Partial<Experiment>, record?: readonly number[]) {
  const experiment = { ...SMALL, ...change };
  const problem = finish(createProblem(experiment, new Map(), new DrawMemo()));
  const stepper = finish(Stepper.create(problem, experiment, PLAIN));
  const schedule = createSchedule(experiment.epochs, stepper.full.n, problem.neurons, 1, record);
  const observer = finish(Observer.create(stepper, schedule));
  return { problem, stepper, observer };
}

const excessOf = (problem: Problem, { space, kernels }: Ground) => new Excess(problem, space, kernels);

/** W = W(0) + CU, row by row. */
function rowsOf({ problem, ground }: Stepper): number[][] {
  const { samples, draw, initialScale, featureCount: K } = problem;
  const { dim, features } = samples;
  return Array.from({ length: NEURONS }, (_, r) =>
    Array.from({ length: dim }, (_unused, j) => {
      let sum = initialScale * draw.initialRows[r * dim + j]!;
      for (let k = 0; k < K; k++) sum += ground.space.c[r * K + k]! * features[k * dim + j]!;
      return sum;
    }),
  );
}

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, j) => sum + x * b[j]!, 0);

/** Squared singular values, descending. */
const squaresOf = (rows: readonly (readonly number[])[]) => [
  ...symmetricEigenvalues(Float64Array.from(rows.flatMap((a) => rows.map((b) => dot(a, b)))), rows.length),
];

const stableRank = (rows: readonly (readonly number[])[]) => {
  const squares = squaresOf(rows);
  return squares.reduce((sum, s) => sum + s, 0) / squares[0]!;
};

/** What is recorded, by its definitions, of W. */
function definitions(stepper: Stepper, before: readonly boolean[] | null, gamma: number) {
  const { samples } = stepper.problem;
  const { dim, features, patches, patchFeature, patchSign, y, testX, testPatch, testY, signalFeature } =
    samples;
  const w = rowsOf(stepper);
  const feature = (k: number) => [...features.subarray(k * dim, (k + 1) * dim)];
  const z = (r: number, k: number) => dot(w[r]!, feature(k));
  const a = (r: number) => (r < SMALL.m ? 1 : -1) / SMALL.m;
  const phi = (x: number) => Math.max(gamma * x, x);
  const each = <T>(count: number, of: (k: number) => T) => Array.from({ length: count }, (_, k) => of(k));
  const sum = (values: readonly number[]) => values.reduce((s, v) => s + v, 0);
  const signedOf = (r: number, at: number) => patchSign[at]! * z(r, patchFeature[at]!);
  const margins = each(
    y.length,
    (i) =>
      y[i]! * sum(each(NEURONS, (r) => a(r) * sum(each(patches, (p) => phi(signedOf(r, i * patches + p)))))),
  );
  const slopes = margins.map((q) => 1 / (1 + Math.exp(q)));
  const fires = each(NEURONS, (r) => each(y.length * patches, (at) => signedOf(r, at) >= 0)).flat();
  const norms = w.map((row) => Math.sqrt(dot(row, row)));
  const frobenius = Math.sqrt(dot(norms, norms));
  const perPoint = testPatch.length / Math.max(1, testY.length);
  const wrong = each(testY.length, (i) =>
    sum(
      each(perPoint, (p) => {
        const row = testPatch[i * perPoint + p]! * dim;
        const x = [...testX.subarray(row, row + dim)];
        return sum(each(NEURONS, (r) => a(r) * phi(dot(w[r]!, x))));
      }),
    ) *
      testY[i]! <=
    0
      ? 1
      : 0,
  );
  const noise = each(features.length / dim, (k) => k).filter((k) => k !== signalFeature);
  const scalars: Partial<Record<ScalarName, number>> = {
    loss: sum(margins.map((q) => Math.log(1 + Math.exp(-q)))) / y.length,
    stableRankPositive: stableRank(w.slice(0, SMALL.m)),
    stableRankNegative: stableRank(w.slice(SMALL.m)),
    stableRankAll: stableRank(w),
    frobenius,
    minNeuronNorm: Math.min(...norms),
    maxNeuronNorm: Math.max(...norms),
    marginGap: (Math.max(...margins) - Math.min(...margins)) / frobenius,
    lossRatio: Math.max(...slopes) / Math.min(...slopes),
    trainError: margins.filter((q) => q <= 0).length / y.length,
    testError: testY.length === 0 ? -1 : sum(wrong) / testY.length,
    flips: before === null ? 0 : fires.filter((sign, k) => sign !== before[k]).length,
    agreement:
      fires.filter((sign, k) => {
        const i = Math.floor((k % (y.length * patches)) / patches);
        return sign === (k < fires.length / 2 === y[i]! > 0);
      }).length / fires.length,
    signal: signalFeature === null ? 0 : Math.max(...each(NEURONS, (r) => Math.abs(z(r, signalFeature)))),
    noise:
      signalFeature === null ? 0 : Math.max(...each(NEURONS, (r) => Math.max(...noise.map((k) => z(r, k))))),
  };
  return { scalars, margins, fires };
}

describe('an observation', () => {
  it.each([
    ['in feature space', { space: 'feature' }],
    ['in weight space', { space: 'weight' }],
    ['without test points', { testPoints: 0 }],
    [
      'of data without a signal',
      { data: { kind: 'gaussian-mixture', n: 5, d: 12, meanSd: 0.5, noiseSd: 1 } },
    ],
    ['of neurons that move by groups', { space: 'grouped', regularizer: { kind: 'none' } }],
  ] satisfies [string, Partial<Experiment>][])('has every scalar by its definition: %s', (_name, change) => {
    const { stepper, observer } = observed(change);
    const seen: number[] = [];
    let before: readonly boolean[] | null = null;
    let flipsSoFar = 0;
    let lastFlip = 0;
    let signs: readonly boolean[] | null = null;
    for (let t = 0; t <= 6; t++) {
      const loss = finish(stepper.evaluate());
      observer.follow(t);
      if (stepper.grouping !== null) finish(stepper.grouping.groups.show());
      const expected = definitions(stepper, before, 0.2);
      const now = signs;
      const flipped = now === null ? 0 : expected.fires.filter((sign, k) => sign !== now[k]).length;
      signs = expected.fires;
      flipsSoFar += flipped;
      if (flipped > 0) lastFlip = t;
      if (t === 0 || t === 2 || t === 6) {
        before = expected.fires;
        const measured = { loss, penalty: 10 + t, gradientNorm: 20 + t };
        const recorder = {
          epoch(epoch: number, scalars: Float64Array, margins: Float64Array) {
            seen.push(epoch);
            const all = { ...expected.scalars, penalty: 10 + t, gradientNorm: 20 + t, flipsSoFar, lastFlip };
            // Rounding of some ten operations.
            SCALARS.forEach((name, k) => expect(scalars[k], `${name} at ${t}`).toBeCloseTo(all[name]!, 9));
            margins.forEach((q, i) => expect(q).toBeCloseTo(expected.margins[i]!, 9));
          },
          snapshot: () => undefined,
        };
        expect(finish(observer.observe(t, measured, recorder))).toBeNull();
      }
      finish(stepper.advance(t));
    }
    expect(seen).toEqual([0, 2, 6]);
  });

  it('comes with the matrices at the epochs of the schedule, singular values and what neurons have learnt', () => {
    const { stepper, observer, problem } = observed({ epochs: 1_000 });
    const shown: Snapshot[] = [];
    const order: string[] = [];
    const recorder = {
      epoch: () => void order.push('epoch'),
      snapshot(snapshot: Snapshot) {
        order.push('snapshot');
        shown.push(snapshot);
      },
    };
    const loss = finish(stepper.evaluate());
    observer.follow(0);
    // The matrices can wait: a pause comes before them.
    const work = observer.observe(0, { loss, penalty: 0, gradientNorm: 1 }, recorder);
    expect(work.next().done).toBe(false);
    expect(order).toEqual(['epoch']);
    finish(work);
    expect(order).toEqual(['epoch', 'snapshot']);
    const [{ epoch, singularValues, neurons, active, rho }] = shown as [Snapshot];
    expect(epoch).toBe(0);
    expect(rho.every((value) => value === 0)).toBe(true);
    expect(active).toHaveLength(NEURONS * 5);
    const squares = squaresOf(rowsOf(stepper));
    singularValues.forEach((value, k) => expect(value).toBeCloseTo(Math.sqrt(squares[k]!), 6));
    expect(singularValues.length).toBeGreaterThan(1);
    expect(neurons!.gamma).toHaveLength(problem.neurons);
    const once = observed({}, [0]).observer;
    finish(once.observe(0, { loss, penalty: 0, gradientNorm: 1 }, recorder));
    expect(shown[1]!.singularValues).toEqual(new Float64Array(0));
    finish(once.observe(1, { loss, penalty: 0, gradientNorm: 1 }, recorder));
    expect(order).toEqual(['epoch', 'snapshot', 'epoch', 'snapshot', 'epoch']);
  });

  it.each([
    ['margins', (s: Stepper) => (s.objective.margins[4] = NaN), {}],
    ['margins', (s: Stepper) => (s.objective.margins[0] = -Infinity), {}],
    ['loss', () => undefined, { loss: Infinity }],
    ['pre-activations', (s: Stepper) => (s.ground.space.z[0] = NaN), {}],
    ['penalty', () => undefined, { penalty: Infinity }],
    ['gradientNorm', () => undefined, { gradientNorm: NaN, penalty: 0 }],
  ] as [string, (stepper: Stepper) => void, object][])(
    'names what is not finite, %s, and is not recorded',
    (name, spoil, change) => {
      const { stepper, observer } = observed({});
      const loss = finish(stepper.evaluate());
      observer.follow(0);
      spoil(stepper);
      const recorder = {
        epoch: () => expect.fail('recorded'),
        snapshot: () => expect.fail('recorded'),
      };
      const measured = { loss, penalty: 0, gradientNorm: 1, ...change };
      expect(finish(observer.observe(0, measured, recorder))).toBe(name);
    },
  );

  it('says of slopes that underflow no more than the largest number, and 1 where none is left', () => {
    const { stepper, observer } = observed({});
    const loss = finish(stepper.evaluate());
    observer.follow(0);
    const ratios: number[] = [];
    const recorder = {
      epoch: (_t: number, scalars: Float64Array) => void ratios.push(scalars[SCALARS.indexOf('lossRatio')]!),
      snapshot: () => undefined,
    };
    const { lossSlopes } = stepper.objective;
    const measured = { loss, penalty: 0, gradientNorm: 1 };
    lossSlopes.set([-0.5, -0.25, -0, -0.1, -0.1]);
    finish(observer.observe(0, measured, recorder));
    lossSlopes.fill(-0);
    finish(observer.observe(1, measured, recorder));
    expect(ratios).toEqual([Number.MAX_VALUE, 1]);
  });

  it('of all weights 0 has no gap of margins, and no point on the right side', () => {
    const { stepper, observer } = observed({ sigma0: 0, testPoints: 0 });
    const loss = finish(stepper.evaluate());
    observer.follow(0);
    let found = [NaN];
    const recorder = {
      epoch(_t: number, scalars: Float64Array) {
        found = (['marginGap', 'trainError', 'lossRatio'] as const).map(
          (name) => scalars[SCALARS.indexOf(name)]!,
        );
      },
      snapshot: () => undefined,
    };
    finish(observer.observe(0, { loss, penalty: 0, gradientNorm: 1 }, recorder));
    expect(found).toEqual([0, 1, 1]);
  });
});

describe('the stable rank’s excess over 1', () => {
  it('is Σ_{k>1} σ_k²/σ_1² of W₊, W₋ and W, while W moves', () => {
    const { stepper, problem } = observed({ space: 'feature' });
    const excess = excessOf(problem, stepper.ground);
    for (let t = 0; t < 3; t++) {
      const w = rowsOf(stepper);
      const found = finish(excess.measure());
      [w.slice(0, SMALL.m), w.slice(SMALL.m), w].forEach((rows, k) => {
        expect(found[k]).toBeCloseTo(stableRank(rows) - 1, 11);
      });
      finish(stepper.evaluate());
      finish(stepper.advance(t));
    }
  });

  it('keeps its bits where W is of rank one but for 1e-9 of it, and is 0 where W is', () => {
    const { stepper, problem } = observed({ space: 'feature', sigma0: 0 });
    const excess = excessOf(problem, stepper.ground);
    expect(finish(excess.measure())).toEqual([0, 0, 0]);
    const { c } = stepper.ground.space;
    const K = problem.featureCount;
    const norms = problem.squaredFeatureNorms;
    // μ and ξ_1 are orthogonal: w_0 = μ, w_1 = 1e-9 ξ_1.
    c[0] = 1;
    c[K + 1] = 1e-9;
    c[3 * K] = 1;
    const [positive, negative, all] = finish(excess.measure());
    const expected = (1e-18 * norms[1]!) / norms[0]!;
    expect(Math.abs(positive / expected - 1)).toBeLessThan(1e-9);
    expect(negative).toBeLessThan(1e-30);
    expect(Math.abs(all / (expected / 2) - 1)).toBeLessThan(1e-9);
  });
});

describe('the excess of a matrix', () => {
  /** Of features that are the axes, so that C is W. */
  const ofAxes = (rows: number, dim: number) => {
    const features = Float64Array.from({ length: dim * dim }, (_, at) => (at % (dim + 1) === 0 ? 1 : 0));
    const problem = { ...smallProblem({ neurons: rows, K: dim, dim, tests: 0, features }), initialScale: 0 };
    return { problem, ground: finish(createSpace(problem, { ...K_FIGURE_1, space: 'feature' }, PLAIN, 0)) };
  };

  it('is right to six digits where it is 1e-16: of the leading vector its last bits are known', () => {
    const [rows, dim] = [8, 6];
    const { problem, ground } = ofAxes(rows, dim);
    const [u, v, noise] = [numbers(rows, 31), numbers(dim, 32), numbers(rows * dim, 33)];
    ground.space.c.set(noise.map((e, at) => u[Math.floor(at / dim)]! * v[at % dim]! + 1e-8 * e));
    const [, , all] = finish(excessOf(problem, ground).measure());
    // To first order what of the noise is orthogonal to u and to v.
    const square = (x: Float64Array) => x.reduce((sum, value) => sum + value * value, 0);
    const across = (e: Float64Array) => {
      const along = u.map((value, r) => value * e[r]!).reduce((sum, x) => sum + x, 0) / square(u);
      return e.map((x, r) => x - along * u[r]!);
    };
    const columns = Array.from({ length: dim }, (_, j) =>
      across(Float64Array.from(u, (_u, r) => noise[r * dim + j]!)),
    );
    let rest = 0;
    for (let r = 0; r < rows; r++) {
      const row = columns.map((column) => column[r]!);
      const along = row.reduce((sum, x, j) => sum + x * v[j]!, 0) / square(v);
      rest += row.reduce((sum, x, j) => sum + (x - along * v[j]!) ** 2, 0);
    }
    expect(Math.abs((all * square(u) * square(v)) / (1e-16 * rest) - 1)).toBeLessThan(1e-6);
  });

  it.each([1e-2, 1e-3])('is right to nine digits where the second singular value is %d', (size) => {
    const [rows, dim] = [30, 30];
    const { problem, ground } = ofAxes(rows, dim);
    const [u, v, noise] = [numbers(rows, 41), numbers(dim, 42), numbers(rows * dim, 43)];
    const w = noise.map((e, at) => u[Math.floor(at / dim)]! * v[at % dim]! + size * e);
    ground.space.c.set(w);
    const [, , all] = finish(excessOf(problem, ground).measure());
    const squares = squaresOf(
      Array.from({ length: rows }, (_, r) => [...w.subarray(r * dim, (r + 1) * dim)]),
    );
    const expected = squares.slice(1).reduce((sum, s) => sum + s, 0) / squares[0]!;
    expect(Math.abs(all / expected - 1)).toBeLessThan(1e-9);
  });

  it('is that of W whose rows are written in several pieces', () => {
    // 40·10·6000 = 2.4 million multiply–adds, 33 rows a piece.
    const [K, dim] = [9, 6_000];
    const problem = smallProblem({ neurons: 40, K, dim, tests: 0 });
    const pieces: number[] = [];
    const kernels: Kernels = {
      ...PLAIN,
      multiply(a, b, out, from, to, inner, columns) {
        pieces.push(to - from);
        PLAIN.multiply(a, b, out, from, to, inner, columns);
      },
    };
    const ground = finish(createSpace(problem, { ...K_FIGURE_1, space: 'feature' }, kernels, 0));
    ground.space.c.set(numbers(40 * K, 35));
    let yields = 0;
    function* counted(): Work<number> {
      const work = excessOf(problem, ground).measure();
      for (;;) {
        const step = work.next();
        if (step.done === true) return step.value[2];
        yields++;
        yield;
      }
    }
    const all = finish(counted());
    expect(pieces.slice(0, 2)).toEqual([33, 7]);
    // A product with W and its transpose is 0.48 million, and Lanczos’ method takes some for each of three matrices.
    expect(yields).toBeGreaterThan(3);
    const { features } = problem.samples;
    const rows = Array.from({ length: 40 }, (_, r) =>
      Array.from({ length: dim }, (_unused, j) => {
        let sum = 0.5 * problem.draw.initialRows[r * dim + j]!;
        for (let k = 0; k < K; k++) sum += ground.space.c[r * K + k]! * features[k * dim + j]!;
        return sum;
      }),
    );
    expect(all).toBeCloseTo(stableRank(rows) - 1, 9);
  });
});

describe('whoever looks on at a run', () => {
  it('has C and Z of some rows, or of all, of neurons that move by groups', () => {
    const grouped = observed({ space: 'grouped', regularizer: { kind: 'none' } });
    const ordinary = observed({ space: 'feature', regularizer: { kind: 'none' } });
    for (const { stepper } of [grouped, ordinary]) {
      for (let t = 0; t < 3; t++) {
        finish(stepper.evaluate());
        finish(stepper.advance(t));
      }
    }
    const liveOf = ({ stepper }: typeof grouped): LiveRun => ({ stepper }) as LiveRun;
    const { space } = grouped.stepper.ground;
    const expected = ordinary.stepper.ground.space;
    const K = space.c.length / NEURONS;
    const isCurrent = () =>
      Array.from({ length: NEURONS }, (_, r) =>
        [space.c, space.z].every((rows, at) => {
          const others = at === 0 ? expected.c : expected.z;
          return rows.subarray(r * K, (r + 1) * K).every((x, k) => Math.abs(x - others[r * K + k]!) < 1e-9);
        }),
      );
    expect(grouped.stepper.grouping!.isActive).toBe(true);
    expect(isCurrent()).toEqual([false, false, false, false, false, false]);
    showSomeRows(liveOf(grouped), [4, 1]);
    expect(isCurrent()).toEqual([false, true, false, false, true, false]);
    showRows(liveOf(grouped));
    expect(isCurrent()).toEqual([true, true, true, true, true, true]);
    // Of others there is nothing to do.
    showSomeRows(liveOf(ordinary), [0]);
    showRows(liveOf(ordinary));
    expect(isCurrent()).toEqual([true, true, true, true, true, true]);
  });

  it('has the time, the loss where it underflows, the excess and who slides of a flow’s points, and of no other run', () => {
    const { stepper, problem } = observed({ space: 'feature' });
    const sliding = new Uint8Array(3);
    const flow = { state: { sliding }, logTimes: Float64Array.of(-Infinity, 7) };
    const run = { experiment: SMALL, stepper, flow } as unknown as LiveRun;
    expect(() => new FlowPoints({ experiment: SMALL, stepper } as unknown as LiveRun)).toThrow(
      'the run is not by gradient flow',
    );
    finish(stepper.evaluate());
    stepper.objective.margins.set([2_000, 1_000, 3_000, 4_000, 5_000]);
    const point = finish(new FlowPoints(run).at(1));
    // The least margin decides: log(e^−1000/5).
    expect(point.logLoss).toBeCloseTo(-1_000 - Math.log(5), 9);
    expect(point.logTime).toBe(7);
    expect(point.sliding).toBe(sliding);
    expect(point.excess).toEqual(finish(excessOf(problem, stepper.ground).measure()));
  });
});
