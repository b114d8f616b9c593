import { describe, expect, it } from 'vitest';
import { CLAIMS } from '../../../src/core/claims/all.ts';
import { Course, type Curve } from '../../../src/core/claims/drawing.ts';
import { WatchedRun } from '../../../src/core/claims/watch.ts';
import { LOG_LOSSES, logMeanLoss } from '../../../src/core/method/flow/log-loss.ts';
import { SCALAR_INDEX, type ScalarName } from '../../../src/core/observe/quantities.ts';
import { doctored, type Recorded } from './replay.ts';
import { runOf } from './kou/runs.ts';
import { runOf as mengRun } from './meng/runs.ts';

function curvesOf({ start, states }: Recorded): readonly Curve[] {
  const watched = new WatchedRun(start, CLAIMS);
  for (const state of states) watched.at(state);
  return watched.curves();
}

const of = (curves: readonly Curve[], claim: string): readonly Curve[] =>
  curves.filter((curve) => curve.claim === claim);

/** Of the epochs of a curve, what was recorded. */
const recordedAt = ({ states }: Recorded, { epochs }: Curve, name: ScalarName): number[] =>
  Array.from(epochs, (t) => states.find((state) => state.t === t)!.scalars[SCALAR_INDEX[name]]!);

/** A run that meets what K's theorems assume. */
const leaky = runOf('theoremLeaky');
const curves = curvesOf(leaky);

describe('the curves that claims draw', () => {
  it('have the loss between its two bounds, which begin where the lemma does', () => {
    const [above, below] = of(curves, 'kou-loss-bounds');
    expect(above).toMatchObject({ number: null, met: true });
    expect(above!.drawing.label).toBe('Lemma G.4: at most');
    expect(above!.epochs.length).toBeGreaterThan(20);
    expect(above!.epochs[0]).toBeGreaterThan(0);
    expect(above!.epochs.at(-1)).toBe(160);
    const loss = recordedAt(leaky, above!, 'loss');
    loss.forEach((value, k) => {
      expect(value).toBeLessThanOrEqual(above!.values[k]!);
      expect(value).toBeGreaterThanOrEqual(below!.values[k]!);
    });
    // c/t: ten times the epochs, a tenth.
    const { epochs, values } = above!;
    expect(epochs.at(-1)! * values.at(-1)!).toBeCloseTo(epochs[0]! * values[0]!, 9);
  });

  it('have each class’s stable rank below its bound', () => {
    const [positive, negative] = of(curves, 'kou-rank-bound');
    for (const [curve, name] of [
      [positive!, 'stableRankPositive'],
      [negative!, 'stableRankNegative'],
    ] as const) {
      expect(curve.drawing.beside).toEqual([name]);
      expect(curve.values.length).toBeGreaterThan(5);
      recordedAt(leaky, curve, name).forEach((rank, k) => {
        expect(rank).toBeLessThanOrEqual(curve.values[k]!);
      });
    }
  });

  it('mark the epoch at which patterns settled', () => {
    const [mark] = of(curves, 'kou-pattern');
    const first = leaky.states.find(({ scalars }) => scalars[SCALAR_INDEX.agreement] === 1)!.t;
    expect(mark).toMatchObject({ number: first, drawing: { as: 'mark' } });
  });

  it('mark M’s T₁ from the start on, that of the signal and as printed half of it, and where it is that of the noise', () => {
    const marks = (run: 'theorem' | 'standard') =>
      curvesOf(mengRun(run)).flatMap(({ drawing, number }) =>
        drawing.as === 'mark' ? [{ label: drawing.label, at: number }] : [],
      );
    const [whole, half] = marks('theorem');
    // (m/η‖μ‖²) log(4/(σ₀‖μ‖ log n √(2 log(8m/δ)))) = 139.7, and (nm/ησ_p²d) log(0.8/…) = 34.7.
    expect(whole).toEqual({ label: 'T₁ = {}', at: 280 });
    expect(half).toEqual({ label: 'T₁ as printed = {}', at: 140 });
    expect(marks('standard')).toEqual([{ label: 'T₁ = {}', at: 35 }]);
    const { start, states } = mengRun('theorem');
    const short = { ...start, experiment: { ...start.experiment, epochs: 100 } };
    const marked = curvesOf({ start: short, states: states.slice(0, 101) }).map(({ drawing }) => drawing.as);
    expect(marked).not.toContain('mark');
  });

  it('have the printed rate through the last point and the fitted one along the last decade', () => {
    const end = leaky.states.at(-1)!.scalars;
    const mean = (end[SCALAR_INDEX.stableRankPositive]! + end[SCALAR_INDEX.stableRankNegative]!) / 2;
    const [slow] = of(curves, 'kou-rank-rate');
    const [fast, fitted] = of(curves, 'lab-rank-rate');
    expect(slow!.values.at(-1)! - 1).toBeCloseTo(mean - 1, 9);
    expect(fast!.values.at(-1)! - 1).toBeCloseTo(mean - 1, 9);
    // Of the excesses one goes with the square of the other.
    const ratio = (curve: Curve): number => (curve.values[3]! - 1) / (curve.values.at(-1)! - 1);
    expect(ratio(fast!)).toBeCloseTo(ratio(slow!) ** 2, 4);
    expect(fitted!.epochs[0]).toBeGreaterThanOrEqual(16);
    expect(fitted!.number).toBeLessThan(-1);
    const [loss] = of(curves, 'kou-loss-rate');
    // A straight line through a decade of a bent curve.
    recordedAt(leaky, loss!, 'loss').forEach((value, k) => {
      expect(Math.abs(loss!.values[k]! / value - 1)).toBeLessThan(0.15);
    });
    const [norm] = of(curves, 'kou-frobenius');
    expect(norm!.values.at(-1)).toBeCloseTo(end[SCALAR_INDEX.frobenius]!, 12);
  });

  it('have the limits of orthogonal data at one height', () => {
    const relu = of(curvesOf(runOf('theoremRelu')), 'lab-relu-orthogonal-rank');
    // The mean of 2n_j/(n_j + 1) over classes of two and of four.
    const limit = (4 / 3 + 8 / 5) / 2;
    expect(relu.map(({ number }) => number)).toEqual([limit]);
    expect(new Set(relu[0]!.values)).toEqual(new Set([limit]));
  });

  it('are outside the assumptions of their claim where one is not met', () => {
    expect(of(curvesOf(runOf('leaky')), 'kou-pattern')[0]!.met).toBe(false);
  });

  it('of a doctored run are of that run: later patterns are marked later', () => {
    const late = doctored(leaky, ({ t, scalars }) => {
      if (t < 20) scalars[SCALAR_INDEX.agreement] = 0.9;
    });
    expect(of(curvesOf(late), 'kou-pattern')[0]!.number).toBe(20);
  });
});

describe('the curves that claims draw of a flow', () => {
  const flow = runOf('flowTheoremLeaky');
  const drawn = curvesOf(flow);
  const logTimes = flow.start.logTimes!;

  it('have log L, as its chart has, between its two bounds to the end, where L is no number any more', () => {
    const [above, below] = of(drawn, 'kou-loss-bounds');
    expect(above!.epochs.at(-1)).toBe(77);
    const { margins } = flow.states.at(-1)!;
    const logLoss = logMeanLoss(LOG_LOSSES.logistic, margins);
    expect(logLoss).toBeLessThan(-9_900);
    expect(above!.values.at(-1)).toBeGreaterThan(logLoss);
    expect(below!.values.at(-1)).toBeLessThan(logLoss);
    const [fitted] = of(drawn, 'kou-loss-rate');
    expect(fitted!.values.at(-1)).toBeCloseTo(logLoss, 3);
  });

  it('are multiples of log(1 + at) where a norm grows like it', () => {
    const [fitted] = of(drawn, 'kou-frobenius');
    const { values } = fitted!;
    const norms = recordedAt(flow, fitted!, 'frobenius');
    // The constant of the last point, at which the curve is the norm itself.
    expect(values.at(-1)! / norms.at(-1)!).toBeCloseTo(1, 12);
    expect(values[0]! / norms[0]!).toBeCloseTo(1, 2);
  });

  it('say the time at which patterns settled, not the number of a point', () => {
    const [mark] = of(drawn, 'kou-pattern');
    const settledAt = logTimes[mark!.number!]!;
    expect(settledAt).toBeLessThan(10);
    expect(mark!.drawing.label).toBe(`T_act = e^${Number(settledAt.toPrecision(3))}`.replace('-', '−'));
  });
});

describe('the course of a value', () => {
  it('of a long run has a few hundred points, dense enough for a logarithmic axis and a linear one, and the last', () => {
    const course = new Course(1e5);
    for (let t = 0; t <= 1e5; t++) course.take(t, t);
    const { epochs, values } = course.columns();
    expect(epochs.length).toBeLessThan(400);
    expect(epochs.at(-1)).toBe(1e5);
    expect(values).toEqual(epochs);
    for (let k = 1; k < epochs.length; k++) {
      const [before, t] = [epochs[k - 1]!, epochs[k]!];
      expect(t).toBeGreaterThan(before);
      expect(t <= Math.ceil(1.06 * before) + 1 && t - before <= 1e5 / 128 + 1).toBe(true);
    }
  });

  it('leaves out what is not finite', () => {
    const course = new Course(10);
    for (const value of [NaN, 3, Infinity]) course.take(1, value);
    expect(course.columns().values).toEqual(Float64Array.of(3));
    expect(new Course(10).last).toBeNull();
  });
});
