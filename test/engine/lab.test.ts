import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/core/outcome.ts';
import type { RunEnd, RunId } from '../../src/protocol/frames.ts';
import { createLab } from '../../src/engine/lab.ts';
import type { Batch } from '../../src/engine/batch.ts';
import type { Job, RunPool } from '../../src/engine/pool.ts';
import { DEFAULTS, type Settings } from '../../src/settings/schema.ts';
import { MODES } from '../../src/settings/modes.ts';
import { axis, type Axis } from '../../src/settings/study/axis.ts';
import { addPin, onValue, toFront } from '../../src/settings/study/edit.ts';
import { singleStudy, type Study } from '../../src/settings/study/study.ts';
import { frameWith } from './fakes.ts';

const studyWith = (change: Partial<Settings>, axes: readonly Axis[] = []): Study => ({
  ...singleStudy({ ...DEFAULTS, ...change }),
  axes,
});
/** @param tail the last of the 16 hexadecimal digits */
const outcome = (tail: string, how: Outcome = { kind: 'finished' }): RunEnd => ({
  kind: 'outcome',
  outcome: how,
  fingerprint: tail.padStart(16, '0'),
});
const diverged = (suggestedEta: number | null, eta = 10): Outcome => ({
  kind: 'diverged',
  quantity: 'loss',
  epoch: 37,
  eta,
  suggestedEta,
});

/** A pool whose runs a test computes by hand. */
class FakePool implements RunPool {
  readonly jobs = new Map<RunId, Job>();
  readonly told: string[] = [];
  disposed = false;

  start(job: Job): void {
    this.jobs.set(job.run, job);
  }
  pause(run: RunId): void {
    this.told.push(`pause ${run}`);
  }
  resume(run: RunId): void {
    this.told.push(`resume ${run}`);
  }
  step(run: RunId): void {
    this.told.push(`step ${run}`);
  }
  cancel(run: RunId): void {
    this.told.push(`cancel ${run}`);
  }
  provide(): void {
    this.told.push('provide');
  }
  dispose(): void {
    this.disposed = true;
  }

  /** Epochs from..to−1 of a run, as a frame. */
  send(run: RunId, from: number, to: number, end?: RunEnd): void {
    this.jobs.get(run)!.take(frameWith(run, { from, to, total: 51, ...(end && { end }) }));
  }
}

/** A lab over a fake pool, whose notifications a test lets through by hand. */
function createFakeLab(playhead = 0) {
  const pool = new FakePool();
  const waiting: (() => void)[] = [];
  const later = (callback: () => void): void => void waiting.push(callback);
  const clock = { time: 0 };
  const lab = createLab({
    pool,
    schedule: { now: later, frame: later },
    now: () => clock.time,
    playhead: () => playhead,
  });
  let notified = 0;
  lab.subscribe(() => notified++);
  const flush = (): number => {
    const before = notified;
    for (const callback of waiting.splice(0)) callback();
    return notified - before;
  };
  return { lab, pool, flush, clock };
}

describe('three modes side by side', () => {
  const compared = studyWith({ runs: 2, seed: 5, regularizer: 'pegr' }, [axis('regularizer', MODES)]);

  it('are trained from the same draws, the modes of a seed next to each other', () => {
    const { lab, pool } = createFakeLab();
    lab.compute(compared);
    const started = [...pool.jobs.values()].map(({ experiment }) => experiment);
    expect(started.map(({ seed, regularizer }) => [seed, regularizer.kind])).toEqual([
      [5, 'none'],
      [5, 'pegr'],
      [5, 'fgr'],
      [6, 'none'],
      [6, 'pegr'],
      [6, 'fgr'],
    ]);
    const alike = started.map((experiment) => ({ ...experiment, regularizer: null, seed: null }));
    for (const experiment of alike) expect(experiment).toEqual(alike[0]);
  });

  it('are the variants of the batch, and the recordings are those of the chosen mode', () => {
    const { lab, pool } = createFakeLab();
    lab.compute(compared);
    for (const run of pool.jobs.keys()) pool.send(run, 0, 1);
    const { variants, recordings } = lab.current!;
    expect(variants.map(({ name }) => name)).toEqual(['no regularisation', 'PEGR', 'FGR']);
    expect(variants.map((variant) => variant.recordings.map(({ run }) => run))).toEqual([
      [1, 4],
      [2, 5],
      [3, 6],
    ]);
    expect(recordings).toEqual(variants[1]!.recordings);
  });

  it('change places at once, without a new run', () => {
    const { lab, pool, flush } = createFakeLab();
    lab.compute(compared);
    for (const run of pool.jobs.keys()) pool.send(run, 0, 51, outcome(`${run}`));
    const { id, fingerprint, variants } = lab.current!;
    flush();
    const changed = toFront(compared, 0, 2);
    lab.compute(changed);
    expect(flush()).toBe(1);
    expect(pool.jobs.size).toBe(6);
    expect(lab.pending).toBeNull();
    expect(lab.current).toMatchObject({ id, fingerprint, status: 'done', settings: changed.base });
    expect(lab.current!.recordings.map(({ run }) => run)).toEqual([3, 6]);
    // Charts keep what they made of a point as long as it is the same object.
    for (const [k, { point }] of lab.current!.variants.entries()) expect(point).toBe(variants[k]!.point);
  });

  it('replace what was shown once each of them has a whole run', () => {
    const { lab, pool } = createFakeLab();
    lab.compute(studyWith({ runs: 1 }));
    pool.send(1, 0, 51, outcome('1'));
    const shown = lab.current;
    lab.compute(compared);
    for (const run of [2, 3]) pool.send(run, 0, 51, outcome('2'));
    expect(lab.current).toBe(shown);
    pool.send(4, 0, 51, outcome('3'));
    expect(lab.current!.variants).toHaveLength(3);
  });

  it('say which of them diverged', () => {
    const { lab, pool } = createFakeLab();
    lab.compute(compared);
    for (const run of pool.jobs.keys()) {
      pool.send(run, 0, 2, outcome(`${run}`, run === 5 ? diverged(2.5) : undefined));
    }
    expect(lab.current!.status).toBe('diverged');
    expect(lab.current!.message).toMatch(/^run 2 \(seed 6, PEGR\) diverged: loss was not finite/);
  });
});

describe('a study', () => {
  const leaks = (values: readonly number[], change: Partial<Settings> = {}): Study =>
    onValue(studyWith({ runs: 1, gamma: 0.1, ...change }, [axis('gamma', values)]));
  /** γ of the run that each of these jobs has. */
  const leakOf = ({ jobs }: FakePool, run: RunId): unknown => jobs.get(run)!.experiment.activation;
  const leak = (gamma: number): unknown => ({ kind: 'leaky-relu', gamma });
  const runsOf = ({ variants }: Batch): number[] =>
    variants.flatMap(({ recordings }) => recordings.map(({ run }) => run));

  it('whose one value moves computes only the run that is new, and keeps those that are there or under way', () => {
    const { lab, pool } = createFakeLab();
    lab.compute(leaks([0.1, 0.2, 0.3]));
    pool.send(1, 0, 51, outcome('1'));
    pool.send(2, 0, 10);
    pool.send(3, 0, 10);
    lab.compute(leaks([0.1, 0.2, 0.4]));
    expect(pool.told).toEqual(['cancel 3']);
    pool.send(3, 10, 10, { kind: 'cancelled' });
    expect(pool.jobs.size).toBe(4);
    expect(leakOf(pool, 4)).toEqual(leak(0.4));
    expect(runsOf(lab.pending!)).toEqual([1, 2, 4]);
    pool.send(2, 10, 51, outcome('2'));
    pool.send(4, 0, 51, outcome('4'));
    expect(lab.current).toMatchObject({ status: 'done', progress: 1 });
    expect(lab.current!.variants.map(({ recordings: [only] }) => only!.length)).toEqual([51, 51, 51]);
  });

  it('has the fingerprint of its runs, whether they were kept or computed for it', () => {
    const fingerprintOf = (studies: readonly Study[]): string | null => {
      const { lab, pool } = createFakeLab();
      for (const study of studies) {
        lab.compute(study);
        for (const [run, { experiment }] of pool.jobs) {
          const tail = JSON.stringify(experiment.activation).replace(/\D/g, '');
          if (lab.pending?.status === 'computing' || lab.current?.status === 'computing')
            pool.send(run, 0, 51, outcome(tail));
        }
      }
      return lab.current!.fingerprint;
    };
    const anew = fingerprintOf([leaks([0.1, 0.2, 0.4])]);
    expect(anew).toMatch(/^[0-9a-f]{16}$/);
    expect(fingerprintOf([leaks([0.1, 0.2, 0.3]), leaks([0.1, 0.2, 0.4])])).toBe(anew);
    expect(fingerprintOf([leaks([0.1, 0.2, 0.3])])).not.toBe(anew);
  });

  it('that shrinks to a part of what is there computes nothing', () => {
    const { lab, pool } = createFakeLab();
    lab.compute(leaks([0.1, 0.2, 0.3]));
    for (const run of [1, 2, 3]) pool.send(run, 0, 51, outcome(`${run}`));
    lab.compute(studyWith({ runs: 1, gamma: 0.2 }));
    expect(pool.jobs.size).toBe(3);
    expect(lab.pending).toBeNull();
    expect(lab.current).toMatchObject({ status: 'done', fingerprint: expect.any(String) as string });
    expect(runsOf(lab.current!)).toEqual([2]);
  });

  it('keeps a run that is under way while the rest is cancelled for it, paused or not', () => {
    const { lab, pool } = createFakeLab();
    lab.compute(leaks([0.1, 0.2]));
    pool.send(1, 0, 10);
    lab.pause();
    pool.told.length = 0;
    lab.compute(leaks([0.1, 0.5]));
    expect(pool.told).toEqual(['cancel 2', 'resume 1']);
    pool.send(1, 10, 51, outcome('1'));
    pool.send(2, 0, 0, { kind: 'cancelled' });
    expect(leakOf(pool, 3)).toEqual(leak(0.5));
    expect(runsOf(lab.pending ?? lab.current!)).toEqual([1, 3]);
  });

  it('takes up a cancelled run anew when it is wanted again', () => {
    const { lab, pool } = createFakeLab();
    lab.compute(leaks([0.1, 0.2]));
    pool.send(2, 0, 10);
    lab.compute(leaks([0.1, 0.3]));
    lab.compute(leaks([0.1, 0.2]));
    pool.send(2, 10, 10, { kind: 'cancelled' });
    const again = [...pool.jobs.keys()].at(-1)!;
    expect([again > 2, leakOf(pool, again)]).toEqual([true, leak(0.2)]);
    expect(pool.jobs.size).toBe(3);
  });

  it('computes a run that is wanted twice once: a pin that is what is in front', () => {
    const { lab, pool } = createFakeLab();
    lab.compute(addPin(studyWith({ runs: 2 }), 'as now'));
    expect(pool.jobs.size).toBe(2);
    for (const run of [1, 2]) pool.send(run, 0, 51, outcome(`${run}`));
    const { curves, status, progress } = lab.current!;
    expect([status, progress]).toEqual(['done', 1]);
    expect(curves.map(({ name, curve }) => [name, curve])).toEqual([
      ['in front', null],
      ['as now', null],
    ]);
    expect(curves[1]!.recordings).toEqual(curves[0]!.recordings);
  });

  it('is pinned without a new run', () => {
    const { lab, pool } = createFakeLab();
    const study = studyWith({ runs: 1 });
    lab.compute(study);
    pool.send(1, 0, 51, outcome('1'));
    lab.compute(addPin(study));
    expect(pool.jobs.size).toBe(1);
    expect(lab.current).toMatchObject({ status: 'done', curves: [{}, { point: { pin: 0 } }] });
  });

  it('begins with what is drawn as curves, seed by seed, and then the rest', () => {
    const { lab, pool } = createFakeLab();
    const study = studyWith({ runs: 2, n: 20, gamma: 0.1 }, [axis('gamma', [0.1, 0.5]), axis('n', [10, 20])]);
    lab.compute({ ...study, pins: [{ name: '', settings: { ...study.base, m: 7, runs: 1 } }] });
    const order = [...pool.jobs.values()].map(({ experiment: { data, seed, m, activation } }) => [
      'n' in data ? data.n : null,
      m,
      (activation as { gamma: number }).gamma,
      seed,
    ]);
    const [many, m, few] = [20, DEFAULTS.m, 10];
    expect(order).toEqual([
      [many, m, 0.1, 1],
      [many, m, 0.5, 1],
      [many, 7, 0.1, 1],
      [many, m, 0.1, 2],
      [many, m, 0.5, 2],
      [few, m, 0.1, 1],
      [few, m, 0.5, 1],
      [few, m, 0.1, 2],
      [few, m, 0.5, 2],
    ]);
    for (const run of pool.jobs.keys()) pool.send(run, 0, 51, outcome(`${run}`));
    expect(lab.current!.variants).toHaveLength(5);
    expect(lab.current!.curves.map(({ name, curve }) => [name, curve?.place ?? null])).toEqual([
      ['γ = 0.1, n = 20', 0],
      ['γ = 0.5, n = 20', 1],
      ['m = 7, number of runs: 1', null],
    ]);
  });

  it('shows other curves at once when another value of its second axis comes to the front', () => {
    const { lab, pool, flush } = createFakeLab();
    const study = studyWith({ runs: 1 }, [axis('gamma', [0.1, 0.5]), axis('n', [10, 20])]);
    lab.compute(study);
    for (const run of pool.jobs.keys()) pool.send(run, 0, 51, outcome(`${run}`));
    flush();
    const before = lab.current!;
    lab.compute(toFront(study, 1, 1));
    expect(flush()).toBe(1);
    expect(pool.jobs.size).toBe(4);
    expect(lab.current!.id).toBe(before.id);
    expect(lab.current!.curves).not.toEqual(before.curves);
    expect(lab.current!.curves.every(({ point }) => point.settings.n === 20)).toBe(true);
  });

  it('tells each run how many share its room for snapshots, each counted once', () => {
    const { lab, pool } = createFakeLab();
    lab.compute(addPin(leaks([0.1, 0.2, 0.3], { runs: 2 })));
    expect([...pool.jobs.values()].map(({ siblings }) => siblings)).toEqual([6, 6, 6, 6, 6, 6]);
  });

  it('that is refused keeps what is on screen and says why', () => {
    const { lab, pool } = createFakeLab();
    lab.compute(leaks([0.1, 0.2]));
    for (const run of [1, 2]) pool.send(run, 0, 51, outcome(`${run}`));
    const shown = lab.current;
    lab.compute(leaks([0.1, 3]));
    expect(lab.current).toBe(shown);
    expect(lab.pending).toMatchObject({ status: 'failed', message: 'leak γ = 3 is above 1', variants: [] });
    expect(pool.jobs.size).toBe(2);
  });
});

describe('compute', () => {
  it('of the same runs goes on with them, whatever else of the settings changed', () => {
    const { lab, pool } = createFakeLab();
    lab.compute(studyWith({ runs: 1 }));
    pool.send(1, 0, 1);
    // λ has no effect without a penalty.
    const changed = studyWith({ runs: 1, lambdaPegr: 0.5 });
    lab.compute(changed);
    expect(pool.told).toEqual([]);
    expect(pool.jobs.size).toBe(1);
    expect(lab.current!.settings).toBe(changed.base);
  });

  it('of the same runs stays stopped where it was, and goes on from there', () => {
    const { lab, pool } = createFakeLab();
    lab.compute(studyWith({ runs: 1 }));
    pool.send(1, 0, 5);
    lab.pause();
    lab.compute(studyWith({ runs: 1 }));
    expect(pool.jobs.size).toBe(1);
    expect(lab.current!.status).toBe('paused');
    lab.resume();
    pool.send(1, 5, 51, outcome('a1'));
    expect(lab.current!.status).toBe('done');
    expect(lab.current!.recordings[0]!.length).toBe(51);
  });

  it('starts a run for each seed, and shows the batch once its first run has an epoch', () => {
    const { lab, pool } = createFakeLab();
    lab.compute(studyWith({ seed: 7, runs: 3 }));
    expect([...pool.jobs.values()].map(({ experiment }) => experiment.seed)).toEqual([7, 8, 9]);
    expect(lab.current).toBeNull();
    expect(lab.pending).toMatchObject({ status: 'computing', progress: 0 });

    pool.send(2, 0, 1);
    expect(lab.current).toBeNull();
    pool.send(1, 0, 1);
    expect(lab.pending).toBeNull();
    expect(lab.current).toMatchObject({ status: 'computing', message: null, fingerprint: null });
    expect(lab.current!.recordings.map(({ length }) => length)).toEqual([1, 1, 0]);
  });

  it('keeps the old batch until the new one has a whole run to show', () => {
    const { lab, pool } = createFakeLab();
    const old = studyWith({ runs: 1 });
    lab.compute(old);
    pool.send(1, 0, 51, outcome('a1'));
    const shown = lab.current;
    expect(shown).toMatchObject({ status: 'done', progress: 1, settings: old.base });

    const changed = studyWith({ runs: 2, gamma: 0.5 });
    lab.compute(changed);
    expect(lab.current).toBe(shown);
    expect(lab.pending).toMatchObject({ status: 'computing', settings: changed.base });
    pool.send(2, 0, 50);
    expect(lab.current).toBe(shown);
    pool.send(2, 50, 51, outcome('a2'));
    expect(lab.current!.settings).toBe(changed.base);
    expect(lab.pending).toBeNull();
  });

  it('shows the beginning of a batch that takes longer, or is stopped', () => {
    const changed = studyWith({ runs: 1, gamma: 0.5 });
    const begin = () => {
      const made = createFakeLab();
      made.lab.compute(studyWith({ runs: 1 }));
      made.pool.send(1, 0, 51, outcome('a1'));
      made.lab.compute(changed);
      made.pool.send(2, 0, 1);
      expect(made.lab.current!.settings).not.toBe(changed.base);
      return made;
    };
    const slow = begin();
    slow.clock.time = 300;
    slow.pool.send(2, 1, 2);
    expect(slow.lab.current!.settings).toBe(changed.base);

    const stopped = begin();
    stopped.lab.pause();
    expect(stopped.lab.current).toMatchObject({ settings: changed.base, status: 'paused' });
  });

  it('drops frames of runs that are no longer wanted', () => {
    const { lab, pool } = createFakeLab();
    lab.compute(studyWith({ runs: 1 }));
    pool.send(1, 0, 5);
    lab.compute(studyWith({ runs: 1, gamma: 0.5 }));
    expect(pool.told).toEqual(['cancel 1']);
    pool.send(1, 5, 10);
    expect(lab.current!.recordings[0]!.length).toBe(5);
    expect(lab.current).toMatchObject({ status: 'cancelled' });
    expect(lab.current!.recordings[0]!.end).toEqual({ kind: 'cancelled' });
  });

  it('waits for the old runs to end, then starts only the newest of a hundred', () => {
    const { lab, pool } = createFakeLab();
    lab.compute(studyWith({ runs: 2 }));
    for (let k = 1; k <= 100; k++) lab.compute(studyWith({ runs: 2, gamma: k / 100 }));
    expect(pool.jobs.size).toBe(2);
    pool.send(1, 0, 0, { kind: 'cancelled' });
    expect(pool.jobs.size).toBe(2);
    pool.send(2, 0, 0, { kind: 'cancelled' });
    expect(pool.jobs.size).toBe(4);
    const started = [...pool.jobs.values()].slice(2);
    expect(started.map(({ experiment }) => experiment.activation)).toEqual([
      { kind: 'leaky-relu', gamma: 1 },
      { kind: 'leaky-relu', gamma: 1 },
    ]);
    expect(lab.pending!.settings.gamma).toBe(1);
  });

  it('refuses settings that cannot be run with a message, and keeps what is shown', () => {
    const { lab, pool } = createFakeLab();
    lab.compute(studyWith({ runs: 1 }));
    pool.send(1, 0, 51, outcome('a1'));
    const shown = lab.current;
    lab.compute(studyWith({ data: 'orthogonal-basis', n: 20, d: 10 }));
    expect(pool.jobs.size).toBe(1);
    expect(lab.current).toBe(shown);
    expect(lab.pending).toMatchObject({ status: 'failed', recordings: [] });
    expect(lab.pending!.message).toContain('20');

    lab.compute(studyWith({ runs: 2 }));
    expect(pool.jobs.size).toBe(2);
    expect(lab.current).toMatchObject({ status: 'computing', message: null });

    lab.compute(studyWith({ data: 'orthogonal-basis', n: 20, d: 10 }));
    lab.compute(studyWith({ runs: 1 }));
    expect(lab.current).toMatchObject({ status: 'done', message: null });
    expect(lab.pending).toBeNull();
    expect(pool.jobs.size).toBe(2);
  });
});

describe('a batch', () => {
  it('gives its progress as the share of all epochs', () => {
    const { lab, pool } = createFakeLab();
    lab.compute(studyWith({ runs: 2, epochs: 50 }));
    pool.send(1, 0, 26);
    expect(lab.current!.progress).toBe(25 / 50 / 2);
    pool.send(2, 0, 51, outcome('b'));
    expect(lab.current!.progress).toBe((25 / 50 + 1) / 2);
  });

  it('is the same object until something changes', () => {
    const { lab, pool } = createFakeLab();
    lab.compute(studyWith({ runs: 1 }));
    pool.send(1, 0, 1);
    const before = lab.current;
    expect(lab.current).toBe(before);
    pool.send(1, 1, 2);
    expect(lab.current).not.toBe(before);
  });

  it('combines the fingerprints in seed order, whichever run ends first', () => {
    const fingerprints = [
      [1, 2, 3],
      [3, 1, 2],
    ].map((order) => {
      const { lab, pool } = createFakeLab();
      lab.compute(studyWith({ runs: 3 }));
      for (const run of order) {
        expect(lab.current?.fingerprint ?? null).toBeNull();
        pool.send(run, 0, 51, outcome(`000000000000000${run}`));
      }
      return lab.current!.fingerprint;
    });
    expect(fingerprints[0]).toMatch(/^[0-9a-f]{16}$/);
    expect(fingerprints[1]).toBe(fingerprints[0]);

    const { lab, pool } = createFakeLab();
    lab.compute(studyWith({ runs: 3 }));
    for (const run of [1, 2, 3]) pool.send(run, 0, 51, outcome(`000000000000000${4 - run}`));
    expect(lab.current!.fingerprint).not.toBe(fingerprints[0]);
  });

  it('that diverged says which run, what, when and what would do, and has a fingerprint', () => {
    const { lab, pool } = createFakeLab();
    lab.compute(studyWith({ runs: 2 }));
    pool.send(1, 0, 37, outcome('00', diverged(2.5)));
    expect(lab.current!.status).toBe('computing');
    pool.send(2, 0, 51, outcome('01'));
    expect(lab.current).toMatchObject({
      status: 'diverged',
      suggestedEta: 2.5,
      message:
        'run 1 (seed 1) diverged: loss was not finite at epoch 37 with η = 10; it stayed finite with η = 2.5',
    });
    expect(lab.current!.fingerprint).toMatch(/^[0-9a-f]{16}$/);
  });

  it('of which several runs diverged names the one that asks for the smallest η', () => {
    const { lab, pool } = createFakeLab();
    lab.compute(studyWith({ runs: 3 }));
    pool.send(1, 0, 37, outcome('00', diverged(null)));
    pool.send(2, 0, 37, outcome('00', diverged(5)));
    pool.send(3, 0, 37, outcome('00', diverged(1.25)));
    expect(lab.current!.suggestedEta).toBe(1.25);
    expect(lab.current!.message).toMatch(/^run 3 \(seed 3\) diverged: .* finite with η = 1\.25$/);
  });

  it('that diverged with every smaller η suggests none, and names another remedy', () => {
    const { lab, pool } = createFakeLab();
    lab.compute(studyWith({ runs: 1 }));
    pool.send(1, 0, 2, outcome('1', diverged(null)));
    expect(lab.current!.message).toMatch(/try a smaller λ, σ₀ or second layer$/);
    expect(lab.current!.suggestedEta).toBeNull();
  });

  it('that diverged at once, with nothing to show, stays pending', () => {
    const { lab, pool } = createFakeLab();
    lab.compute(studyWith({ runs: 1 }));
    pool.send(1, 0, 51, outcome('a1'));
    const shown = lab.current;
    lab.compute(studyWith({ runs: 1, eta: 1e6 }));
    pool.send(2, 0, 0, outcome('00', diverged(null, 1e6)));
    expect(lab.current).toBe(shown);
    expect(lab.pending).toMatchObject({ status: 'diverged' });
    expect(lab.pending!.message).toMatch(/at epoch 37 with η = 1000000; no smaller η/);
  });

  it('that failed in the same way in every run says so once', () => {
    const { lab, pool } = createFakeLab();
    lab.compute(studyWith({ runs: 2 }));
    for (const run of [1, 2]) pool.send(run, 0, 0, { kind: 'failed', message: 'file a1 is not loaded' });
    expect(lab.pending).toMatchObject({ status: 'failed', message: 'file a1 is not loaded' });
  });

  it('of which one run failed names it, and shows the others', () => {
    const { lab, pool } = createFakeLab();
    lab.compute(studyWith({ runs: 2, seed: 4 }));
    pool.send(1, 0, 0, { kind: 'failed', message: 'its worker stopped' });
    pool.send(2, 0, 51, outcome('01'));
    expect(lab.current).toMatchObject({
      status: 'failed',
      message: 'run 1 (seed 4) failed: its worker stopped',
      fingerprint: null,
    });
  });

  it('says which runs were started again, and records them from the beginning', () => {
    const { lab, pool } = createFakeLab();
    lab.compute(studyWith({ runs: 3 }));
    for (const run of [1, 2, 3]) pool.send(run, 0, 10);
    pool.jobs.get(2)!.restarted();
    expect(lab.current!.message).toBe('a worker stopped and was replaced; run 2 was started again');
    expect(lab.current!.recordings.map(({ length }) => length)).toEqual([10, 0, 10]);
    pool.jobs.get(3)!.restarted();
    expect(lab.current!.message).toBe('a worker stopped and was replaced; runs 2 and 3 were started again');
    pool.send(2, 0, 51, outcome('01'));
    expect(lab.current!.recordings[1]!.length).toBe(51);
  });
});

describe('commands', () => {
  it('pause, step and resume reach the runs, and the status follows', () => {
    const { lab, pool } = createFakeLab();
    lab.compute(studyWith({ runs: 2 }));
    pool.send(1, 0, 1);
    lab.step();
    expect(pool.told).toEqual([]);
    lab.pause();
    expect(lab.current!.status).toBe('paused');
    lab.step();
    lab.resume();
    expect(lab.current!.status).toBe('computing');
    expect(pool.told).toEqual(['pause 1', 'pause 2', 'step 1', 'step 2', 'resume 1', 'resume 2']);
  });

  it('pause holds a batch that could not start yet', () => {
    const { lab, pool } = createFakeLab();
    lab.compute(studyWith({ runs: 1 }));
    lab.compute(studyWith({ runs: 1, gamma: 0.5 }));
    lab.pause();
    pool.told.length = 0;
    pool.send(1, 0, 0, { kind: 'cancelled' });
    expect(pool.jobs.has(2)).toBe(true);
    expect(pool.told).toEqual(['pause 2']);
  });

  it('pause keeps what was recorded, with no fingerprint, and another study takes its place', () => {
    const { lab, pool } = createFakeLab();
    lab.compute(studyWith({ runs: 1 }));
    pool.send(1, 0, 5);
    lab.pause();
    expect(lab.current).toMatchObject({ status: 'paused', fingerprint: null });
    expect(lab.current!.recordings[0]!.length).toBe(5);
    pool.told.length = 0;
    lab.compute(studyWith({ runs: 1, gamma: 0.5 }));
    expect(pool.told).toEqual(['cancel 1']);
    expect(lab.pending).toMatchObject({ status: 'computing' });
  });

  it('to a batch that is done change nothing', () => {
    const { lab, pool } = createFakeLab();
    lab.compute(studyWith({ runs: 1 }));
    pool.send(1, 0, 51, outcome('a1'));
    const done = lab.current;
    lab.pause();
    expect(lab.current).toBe(done);
    expect(pool.told).toEqual([]);
  });

  it('dispose ends the pool', () => {
    const { lab, pool } = createFakeLab();
    lab.dispose();
    expect(pool.disposed).toBe(true);
  });
});

describe('subscribers', () => {
  it('are told once of many frames that came together', () => {
    const { lab, pool, flush } = createFakeLab();
    lab.compute(studyWith({ runs: 3 }));
    expect(flush()).toBe(1);
    for (const run of [1, 2, 3]) pool.send(run, 0, 10);
    for (const run of [1, 2, 3]) pool.send(run, 10, 20);
    expect(flush()).toBe(1);
    expect(flush()).toBe(0);
  });

  it('hear of an end at once, of more data at the next picture of the screen', () => {
    const pool = new FakePool();
    const asked: string[] = [];
    const schedule = (name: string) => (callback: () => void) => {
      asked.push(name);
      callback();
    };
    const lab = createLab({ pool, schedule: { now: schedule('now'), frame: schedule('frame') } });
    lab.compute(studyWith({ runs: 1 }));
    pool.send(1, 0, 1);
    pool.send(1, 1, 2);
    pool.send(1, 2, 51, outcome('a1'));
    expect(asked).toEqual(['now', 'now', 'frame', 'now']);
  });

  it('that left are not told', () => {
    const { lab, flush } = createFakeLab();
    let heard = 0;
    const stop = lab.subscribe(() => heard++);
    lab.compute(studyWith({ runs: 1 }));
    flush();
    stop();
    lab.compute(studyWith({ runs: 1 }));
    flush();
    expect(heard).toBe(1);
  });
});

describe('what is on screen', () => {
  const one = studyWith({ runs: 1 });
  const other = studyWith({ runs: 1, m: 7 });

  it('stays until the new batch has come to the playhead', () => {
    const { lab, pool, clock } = createFakeLab(30);
    lab.compute(one);
    pool.send(1, 0, 51, outcome('1'));
    const shown = lab.current;
    lab.compute(other);
    pool.send(2, 0, 29);
    clock.time = 400;
    pool.send(2, 29, 30);
    expect(lab.current).toBe(shown);
    pool.send(2, 30, 31);
    expect(lab.current!.settings).toEqual(other.base);
  });

  it('stays no longer than 0.6 s, and not past the end of a shorter run', () => {
    const { lab, pool, clock } = createFakeLab(30);
    lab.compute(one);
    pool.send(1, 0, 51, outcome('1'));
    lab.compute(other);
    pool.send(2, 0, 3);
    clock.time = 600;
    pool.send(2, 3, 4);
    expect(lab.current!.settings).toEqual(other.base);
    const short = studyWith({ runs: 1, epochs: 5 });
    lab.compute(short);
    pool.send(2, 4, 4, { kind: 'cancelled' });
    clock.time = 900;
    pool.send(3, 0, 6);
    expect(lab.current!.settings).toEqual(short.base);
  });
});
