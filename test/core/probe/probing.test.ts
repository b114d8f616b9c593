import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../../src/core/experiment.ts';
import { Fingerprint } from '../../../src/core/fingerprint.ts';
import { SCALAR_INDEX } from '../../../src/core/observe/quantities.ts';
import type { Recorder } from '../../../src/core/observe/recorder.ts';
import { ProbedRun } from '../../../src/core/probe/probed-run.ts';
import { Probing } from '../../../src/core/probe/probing.ts';
import { LIMIT_PROBES, PROBES } from '../../../src/core/probe/quantities.ts';
import { train } from '../../../src/core/run.ts';
import { K_FIGURE_1, M_FIGURES } from '../experiments.ts';

const SMALL: Experiment = { ...K_FIGURE_1, m: 20, epochs: 80, sigma0: 1e-3, testPoints: 0 };

const run = (experiment: Experiment, recorder: Recorder): void => {
  const work = train(experiment, recorder, new Map());
  while (work.next().done !== true);
};

const NOTHING: Recorder = { epoch: () => undefined, snapshot: () => undefined };

describe('probes of a run', () => {
  it('are measured at every recorded epoch of the first 64, then at fewer, and at the last', () => {
    const probing = new Probing(PROBES);
    run(SMALL, probing.recorder);
    for (const name of PROBES) {
      const { epochs, values } = probing.column(name);
      expect(epochs).toEqual(probing.column('sharpness').epochs);
      expect([...epochs.slice(0, 64)]).toEqual(Array.from({ length: 64 }, (_, t) => t));
      expect(epochs.at(-1)).toBe(80);
      expect(epochs.length).toBeLessThan(80);
      // Of the limit there is nothing to measure while a margin is not positive.
      const none = (value: number): boolean =>
        LIMIT_PROBES.some((one) => one === name) && Number.isNaN(value);
      expect(values.every((value) => value > 0 || none(value))).toBe(true);
      expect(values.at(-1)).toBeGreaterThan(0);
    }
  });

  it('agree with what is recorded: an effective rank is not below 1, and is near it where the stable rank is', () => {
    const probing = new Probing(['effectiveRankPositive', 'effectiveRankAll']);
    let stableRank = 0;
    const recorder: Recorder = {
      ...probing.recorder,
      epoch: (t, scalars, margins) => {
        probing.recorder.epoch(t, scalars, margins);
        stableRank = scalars[SCALAR_INDEX.stableRankPositive]!;
      },
    };
    run({ ...SMALL, sigma0: 1e-9, epochs: 200, activation: { kind: 'leaky-relu', gamma: 0.5 } }, recorder);
    const { values } = probing.column('effectiveRankPositive');
    expect(values[0]).toBeGreaterThan(10);
    expect(stableRank).toBeLessThan(1.1);
    expect(values.at(-1)).toBeGreaterThanOrEqual(1);
    expect(values.at(-1)).toBeLessThan(2.5);
    expect(probing.column('effectiveRankNegative').epochs.length).toBe(0);
  });

  it('are the same in weight space, and of neurons that move by groups', () => {
    const of = (experiment: Experiment, names = PROBES) => {
      const probing = new Probing(names);
      run(experiment, probing.recorder);
      return names.map((name) => probing.column(name).values);
    };
    const [feature, weight] = [of({ ...SMALL, space: 'feature' }), of({ ...SMALL, space: 'weight' })];
    feature.forEach((values, k) =>
      // Both spaces round, and the run amplifies it.
      values.forEach((value, t) => {
        if (Number.isNaN(value)) expect(weight[k]![t], PROBES[k]).toBeNaN();
        else expect(weight[k]![t]! / value, PROBES[k]).toBeCloseTo(1, 8);
      }),
    );
  });

  it('change no bit of the recording', () => {
    const recorded = (watch: boolean): string => {
      const hash = new Fingerprint();
      let probes: ProbedRun | null = null;
      run(M_FIGURES_SHORT, {
        ...NOTHING,
        begin: (live) => (probes = watch ? new ProbedRun(live) : null),
        epoch: (t, scalars, margins) => {
          probes?.begin();
          for (const name of PROBES) probes?.value(name);
          hash.push(t);
          for (const value of [...scalars, ...margins]) hash.push(value);
        },
      });
      return hash.digest();
    };
    expect(recorded(true)).toBe(recorded(false));
  });
});

const M_FIGURES_SHORT: Experiment = { ...M_FIGURES, epochs: 60 };
