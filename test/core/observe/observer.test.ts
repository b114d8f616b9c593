import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../../src/core/experiment.ts';
import type { Stepper } from '../../../src/core/method/stepper.ts';
import { SCALARS, type ScalarName } from '../../../src/core/observe/quantities.ts';
import type { Snapshot } from '../../../src/core/observe/recorder.ts';
import { finish } from '../finish.ts';
import { dot, NEURONS, observed, rowsOf, SMALL, squaresOf, stableRank } from './observed.ts';

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
