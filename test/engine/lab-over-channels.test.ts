import { learningRate } from '../../src/core/experiment.ts';
import * as comlink from 'comlink';
import { afterEach, describe, expect, it } from 'vitest';
import { compute } from '../../bin/compute.ts';
import { Fingerprint } from '../../src/core/fingerprint.ts';
import { train as coreTrain } from '../../src/core/run.ts';
import type { Batch } from '../../src/engine/batch.ts';
import { createLab } from '../../src/engine/lab.ts';
import type { Recording } from '../../src/engine/recording.ts';
import type { WorkerLike } from '../../src/engine/worker-client.ts';
import { DEFAULTS } from '../../src/settings/schema.ts';
import { singleStudy, type Study } from '../../src/settings/study/study.ts';
import type { Train } from '../../workers/training-run.ts';
import { TrainingService } from '../../workers/training-service.ts';
import { fakeTrain } from '../workers/fake-runs.ts';
import { handTimer } from './fakes.ts';

const nextTask = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

/** The whole way from settings to recordings, with message channels in the place of workers. */
function createChannelLab(train: Train, { workers = 1, tick = 1 } = {}) {
  const created: MessagePort[] = [];
  const createWorker = (): WorkerLike => {
    const { port1, port2 } = new MessageChannel();
    ports.push(port1, port2);
    created.push(port2);
    let time = 0;
    const service = new TrainingService({ train, now: () => (time += tick), yieldToMessages: nextTask });
    comlink.expose(service, port1);
    return Object.assign(port2, { terminate: () => port1.close() });
  };
  const schedule = { now: queueMicrotask, frame: queueMicrotask };
  const lab = createLab({ workers, createWorker, schedule, every: handTimer().every });
  const next = (isIt: (batch: Batch) => boolean): Promise<Batch> =>
    new Promise((resolve) => {
      const stop = lab.subscribe(() => {
        const batch = lab.pending ?? lab.current;
        if (batch === null || !isIt(batch)) return;
        stop();
        resolve(batch);
      });
    });
  const compute = (study: Study): Promise<Batch> => {
    const ended = next(({ study: of, status }) => of === study && status !== 'computing');
    lab.compute(study);
    return ended;
  };
  return { lab, compute, next, created };
}

/** Element by element, `toEqual` would take longer than the training. */
function hashOfSnapshots({ snapshots }: Recording): string {
  const hash = new Fingerprint();
  for (const { epoch, rho, active, singularValues } of snapshots) {
    for (const values of [[epoch], rho, active, singularValues]) hash.update(Float64Array.from(values));
  }
  return hash.digest();
}

describe('a lab over message channels', () => {
  const variants = [
    { workers: 1, tick: 100 },
    { workers: 1, tick: 0.01 },
    { workers: 2, tick: 1 },
  ];

  it('records the same of K’s Figure 1 whatever the length of a slice and the number of workers', async () => {
    const batches: Batch[] = [];
    for (const variant of variants) {
      const { lab, compute, created } = createChannelLab(coreTrain, variant);
      batches.push(await compute(singleStudy({ ...DEFAULTS, runs: 2 })));
      expect(created).toHaveLength(variant.workers);
      lab.dispose();
    }
    const [first] = batches;
    expect(first).toMatchObject({ status: 'done', progress: 1, message: null });
    expect(first!.fingerprint).toMatch(/^[0-9a-f]{16}$/);
    for (const { fingerprint, recordings } of batches) {
      expect(fingerprint).toBe(first!.fingerprint);
      recordings.forEach((recording, run) => {
        expect(recording.length).toBe(recording.facts!.recordedEpochs);
        expect(recording.epochs.at(-1)).toBe(DEFAULTS.epochs);
        const other = first!.recordings[run]!;
        expect(recording.column('stableRankAll')).toEqual(other.column('stableRankAll'));
        expect(recording.margins).toEqual(other.margins);
        expect(hashOfSnapshots(recording)).toBe(hashOfSnapshots(other));
      });
    }
    const losses = first!.recordings.map((recording) => recording.column('loss').at(-1));
    expect(new Set(losses).size).toBe(2);
    // Six whole trainings: seconds where the machine is busy.
  }, 60_000);

  it('has the fingerprint that the command line computes, a run that is wanted twice counted twice', async () => {
    const base = { ...DEFAULTS, n: 4, d: 30, m: 3, epochs: 4, runs: 2 };
    const study: Study = {
      base,
      axes: [{ setting: 'gamma', values: [base.gamma, 0.5], along: [] }],
      pins: [{ name: 'the same again', settings: base }],
    };
    const { lab, compute: computeHere } = createChannelLab(coreTrain, { workers: 2 });
    const batch = await computeHere(study);
    expect(batch.fingerprint).toBe(compute(study).fingerprint);
    expect(batch.fingerprint).not.toBe(compute({ ...study, pins: [] }).fingerprint);
    lab.dispose();
  });

  it('has the same fingerprint with any number of workers, as many of them at work as there are runs', async () => {
    const fingerprints = new Set<string | null>();
    for (const workers of [1, 2, 3, 5, 8]) {
      const { lab, compute, created } = createChannelLab(fakeTrain({ epochs: 200 }), { workers });
      const { status, fingerprint } = await compute(singleStudy({ ...DEFAULTS, runs: 5 }));
      expect(status).toBe('done');
      expect(created).toHaveLength(Math.min(workers, 5));
      fingerprints.add(fingerprint);
      lab.dispose();
    }
    expect(fingerprints.size).toBe(1);
  });

  it('computes the first seed of every value first, and nothing further of a figure that was moved away from', async () => {
    const trained: { readonly gamma: number; readonly seed: number; readonly eta: number }[] = [];
    const counting: Train = (experiment, ...rest) => {
      const { activation, seed, method } = experiment;
      const gamma = activation.kind === 'leaky-relu' ? activation.gamma : NaN;
      const onNext = (): void => void trained.push({ gamma, seed, eta: learningRate(method) });
      return fakeTrain({ epochs: 40, onNext })(experiment, ...rest);
    };
    /** A run's 40 epochs and its set-up. */
    const steps = 41;
    // Slices of 8 ms, at a millisecond a step.
    const { lab, compute, next } = createChannelLab(counting, { workers: 1, tick: 1 });
    const gammas = [0.1, 0.2, 0.3, 0.4, 0.5];
    const figure = (eta: number): Study => ({
      ...singleStudy({ ...DEFAULTS, seed: 1, runs: 5, eta }),
      axes: [{ setting: 'gamma', values: gammas, along: [] }],
    });
    const begun = next(({ curves }) => curves.every(({ recordings }) => recordings[0]!.end !== null));
    lab.compute(figure(0.1));
    await begun;
    const firsts = [...new Set(trained.map(({ gamma, seed }) => `${gamma} ${seed}`))].slice(0, 5);
    expect(firsts).toEqual(gammas.map((gamma) => `${gamma} 1`));

    const before = trained.length;
    const { status } = await compute(figure(0.2));
    expect(status).toBe('done');
    const old = trained.slice(before).filter(({ eta }) => eta === 0.1);
    // What was under way when the page moved on: the slice of one run, and no run is begun.
    expect(old.length).toBeLessThanOrEqual(8);
    expect(trained.slice(before).filter(({ eta }) => eta === 0.2)).toHaveLength(25 * steps);
    expect(before + old.length).toBeLessThan(25 * steps);
    lab.dispose();
  });

  it('goes from an endless batch to the next, and shows only numbers of the settings it names', async () => {
    const endless = fakeTrain({ epochs: Infinity });
    const short = fakeTrain({ epochs: 20 });
    const { lab, compute, next } = createChannelLab((experiment, ...rest) =>
      (experiment.seed < 100 ? endless : short)(experiment, ...rest),
    );
    const streaming = next(({ recordings }) => recordings.some(({ length }) => length > 5));
    lab.compute(singleStudy({ ...DEFAULTS, seed: 1, runs: 3 }));
    await streaming;
    for (let seed = 2; seed < 50; seed++) lab.compute(singleStudy({ ...DEFAULTS, seed, runs: 3 }));
    const batch = await compute(singleStudy({ ...DEFAULTS, seed: 100, runs: 2 }));
    expect(lab.current).toBe(batch);
    expect(batch.status).toBe('done');
    // A fake run's loss at t is 10⁶ seed + 100 t.
    expect(batch.recordings.map((recording) => recording.column('loss')[3])).toEqual([
      100_000_300, 101_000_300,
    ]);
    lab.dispose();
  });

  it('recovers from a worker that crashes in the middle of its runs', async () => {
    const { lab, compute, next, created } = createChannelLab(fakeTrain({ epochs: 500 }));
    const streaming = next(({ recordings }) => recordings.some(({ length }) => length > 5));
    const study = singleStudy({ ...DEFAULTS, runs: 2 });
    const ended = compute(study);
    await streaming;
    created[0]!.dispatchEvent(new Event('error'));
    const batch = await ended;
    expect(batch).toMatchObject({
      status: 'done',
      message: 'a worker stopped and was replaced; runs 1 and 2 were started again',
    });

    const undisturbed = createChannelLab(fakeTrain({ epochs: 500 }));
    expect(batch.fingerprint).toBe((await undisturbed.compute({ ...study })).fingerprint);
    lab.dispose();
    undisturbed.lab.dispose();
  });
});
