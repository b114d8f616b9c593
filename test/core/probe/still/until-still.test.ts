import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../../../src/core/experiment.ts';
import { STILL_ANGLE } from '../../../../src/core/probe/still/ends.ts';
import { untilStill, type Stage, type Stillness } from '../../../../src/core/probe/still/until-still.ts';
import { weightsOf } from '../../../../src/core/probe/weights.ts';
import { train } from '../../../../src/core/run.ts';
import { toExperiment } from '../../../../src/settings/experiment.ts';
import { DEFAULTS, type Settings } from '../../../../src/settings/schema.ts';

/** Ten nearly orthogonal points and leaky ReLU, by the flow. */
const leaky = (change: Partial<Settings> = {}): Experiment =>
  toExperiment({ ...DEFAULTS, method: 'flow', d: 300, m: 5, gamma: 0.5, testPoints: 0, ...change }, 0);

interface Followed {
  readonly stages: readonly Stage[];
  readonly end: Stillness;
}

function followed(experiment: Experiment, by: Parameters<typeof untilStill>[0] = train): Followed {
  const stages: Stage[] = [];
  const work = untilStill(by, experiment, new Map());
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return { stages, end: value };
    if (value !== undefined) stages.push(value);
  }
}

/** W at these log t, each formed as a whole. */
function weightsAt(experiment: Experiment, logTimes: readonly number[]): readonly Float64Array[] {
  const found: Float64Array[] = [];
  let run: Parameters<typeof weightsOf>[0] | null = null;
  const { method } = experiment;
  if (method.kind !== 'flow') throw new RangeError(method.kind);
  const work = train(
    { ...experiment, method: { ...method, logTimes }, epochs: logTimes.length - 1 },
    {
      begin: (live) => void (run = live),
      epoch: () => {
        const { neurons, samples } = run!.stepper.problem;
        const w = new Float64Array(neurons * samples.dim);
        weightsOf(run!, w);
        found.push(w);
      },
      snapshot: () => undefined,
    },
    new Map(),
  );
  while (work.next().done !== true);
  return found;
}

/** ‖a/‖a‖ − b/‖b‖‖, which for small angles is the angle to its cube. */
function chord(a: Float64Array, b: Float64Array): number {
  const norm = (w: Float64Array): number => Math.hypot(...w);
  const [of, to] = [norm(a), norm(b)];
  return norm(a.map((entry, at) => entry / of - b[at]! / to));
}

describe('a flow that is followed until its direction stands still', () => {
  const { stages, end } = followed(leaky());

  it('has turned by half as much at each end as at the one before, as 1/log t does', () => {
    expect(stages.length).toBeGreaterThan(4);
    for (const [k, { angle, logTime }] of stages.slice(1).entries()) {
      expect(logTime).toBe(2 * stages[k]!.logTime);
      // The next order is 1/log t of it, too: 6 % at log t = 100.
      expect(Math.abs(stages[k]!.angle / angle - 2)).toBeLessThan(10 / stages[k]!.logTime);
    }
  });

  it('ends at the first end at which that is less than the angle that counts as still', () => {
    expect(end).toEqual({ ...stages.at(-1)!, refusal: null });
    expect(stages.map(({ still }) => still)).toEqual(stages.map((_, k) => k === stages.length - 1));
    expect(stages.map(({ angle }) => angle < STILL_ANGLE)).toEqual(stages.map(({ still }) => still));
  });

  it('has turned by the angle between its W as they are when they are formed', () => {
    const [half, whole] = weightsAt(leaky(), [100, 200]);
    const { angle } = stages[1]!;
    // W is of norm 50 or so, in sums of 3,000 squares; the chord is shorter by angle³/24.
    expect(Math.abs(chord(half!, whole!) / angle - 1)).toBeLessThan(1e-5);
    const [first, last] = weightsAt(leaky(), [end.logTime / 2, end.logTime]);
    expect(Math.abs(chord(first!, last!) / end.angle - 1)).toBeLessThan(1e-7);
  });

  it.each([
    [0.1, 25_600],
    [0, 12_800],
  ])('stands still in K’s Figure 1 with γ = %d from log t = %d on', (gamma, logTime) => {
    const figure = toExperiment({ ...DEFAULTS, method: 'flow', gamma, testPoints: 0 }, 0);
    expect(followed(figure).end).toMatchObject({ logTime, still: true });
  });

  it('that is still already ends where it is', () => {
    const again = followed(leaky({ logTime: end.logTime }));
    expect(again.stages).toHaveLength(1);
    // To the bit: how often it was looked at has no part in it.
    expect(again.end).toEqual(end);
  });

  it('goes on while not all points are fitted, though W has not begun to move', () => {
    const slow = leaky({ logTime: 1, sigma0: 10, noiseSd: 0.01 });
    const [first] = followed(slow, stoppingAfter(2)).stages;
    expect(first!.angle).toBeLessThan(STILL_ANGLE);
    expect(first!.still).toBe(false);
  });

  it('that cannot be followed further ends at the last end that it came to, with the reason', () => {
    const { stages: come, end: last } = followed(leaky(), stoppingAfter(3));
    expect(come.map(({ logTime }) => logTime)).toEqual([100, 200]);
    expect(last).toEqual({ ...come[1]!, refusal: 'no step can be long' });
  });

  it('is refused where it is none, or has no end at all', () => {
    const descent = toExperiment(DEFAULTS, 0);
    expect(() => followed(descent)).toThrow('the method is gradient-descent, not gradient flow');
    expect(() => followed(leaky(), stoppingAfter(0))).toThrow('no step can be long');
  });
});

/** A `train` that cannot follow the flow further than so many of the points that are looked at. */
function stoppingAfter(points: number): Parameters<typeof untilStill>[0] {
  return (experiment, recorder, datasets) =>
    train(
      experiment,
      {
        ...recorder,
        epoch: (t, scalars, margins) => {
          if (t >= points) throw new RangeError('no step can be long');
          recorder.epoch(t, scalars, margins);
        },
      },
      datasets,
    );
}
