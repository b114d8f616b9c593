import { describe, expect, it } from 'vitest';
import type { Batch } from '../../src/engine/batch.ts';
import type { Recording } from '../../src/engine/recording.ts';
import { DEFAULTS, type Settings } from '../../src/settings/schema.ts';
import { vary } from '../../src/settings/study/edit.ts';
import { singleStudy } from '../../src/settings/study/study.ts';
import { ghostOf as keptOf } from '../../src/state/ghost.ts';
import { createLabStore, type LabStore } from '../../src/state/lab.ts';
import { comparedRuns, syntheticRecording } from '../charts/synthetic.ts';
import { batch, FakeLab } from './fake-lab.ts';

/** Settings of one point, and its runs as the only curve. */
function onlyVariant(recordings: readonly Recording[]): Pick<Batch, 'variants' | 'curves'> {
  const point = { at: [], pin: null, settings: DEFAULTS };
  const variants = [{ point, curve: null, name: 'in front', recordings }];
  return { variants, curves: variants };
}

const twoRuns = batch({
  settings: { ...DEFAULTS, epochs: 500 },
  ...onlyVariant([{}, {}] as never),
});

/** A store whose clock is the test's, of a lab that computes nothing. */
function timed(time: number) {
  const clock = { time };
  const lab = new FakeLab();
  const store = createLabStore(
    lab,
    () => clock.time,
    () => undefined,
  );
  return { lab, store, clock };
}

describe('the lab store', () => {
  it('gives the same snapshot until a batch changed, and then another', () => {
    const { lab, store } = timed(0);
    const before = store.getSnapshot();
    expect(store.getSnapshot()).toBe(before);
    lab.show(batch());
    expect(store.getSnapshot()).not.toBe(before);
    expect(store.getSnapshot().current).toBe(lab.current);
  });

  it('measures epochs per second from asking to done', () => {
    const { lab, store, clock } = timed(1_000);
    store.compute(twoRuns.study);
    clock.time += 2_000;
    lab.show(twoRuns);
    // 2 runs of 500 epochs in 2 s.
    expect(store.getSnapshot().epochsPerSecond).toBe(500);
    clock.time += 10_000;
    lab.show(twoRuns);
    expect(store.getSnapshot().epochsPerSecond).toBe(500);
  });

  it('does not count the time until the first epochs: a worker may have had to be begun', () => {
    const { lab, store, clock } = timed(0);
    store.compute(twoRuns.study);
    for (const [at, progress] of [
      [800, 0],
      [1_000, 0.2],
      [1_500, 0.6],
    ] as const) {
      clock.time = at;
      lab.show({ ...twoRuns, status: 'computing', progress });
    }
    clock.time = 2_000;
    lab.show(twoRuns);
    // Four fifths of 2 runs of 500 epochs in the second after the first of them came.
    expect(store.getSnapshot().epochsPerSecond).toBe(800);
  });

  it('does not take an older batch for the one that was asked for', () => {
    const { lab, store, clock } = timed(0);
    store.compute(twoRuns.study);
    clock.time = 1_000;
    lab.show(twoRuns);
    store.compute(twoRuns.study);
    clock.time = 1_001;
    lab.show(twoRuns);
    expect(store.getSnapshot().epochsPerSecond).toBe(1_000);
  });

  it('measures nothing of a computation that was held', () => {
    const { lab, store, clock } = timed(0);
    store.compute(twoRuns.study);
    lab.show({ ...twoRuns, status: 'paused' });
    clock.time = 60_000;
    lab.show(twoRuns);
    expect(store.getSnapshot().epochsPerSecond).toBeNull();
  });

  it('keeps variants while they have the same recordings, whichever mode is in front', () => {
    const { lab, store } = timed(0);
    const [none, pegr] = [[{ run: 1 }], [{ run: 2 }]] as never[][];
    const modes = comparedRuns({ epochs: 2 });
    const shown = (front: never[]) =>
      batch({
        curves: [none, pegr].map((recordings, k) => ({ ...modes[k]!, recordings: [...recordings!] })),
        recordings: [...front],
      });
    lab.show(shown(none!));
    const before = store.getSnapshot().variants;
    lab.show(shown(pegr!));
    expect(store.getSnapshot().variants).toBe(before);
    expect(store.getSnapshot().recordings).toEqual(pegr);
    lab.show(batch(onlyVariant([{ run: 3 }] as never)));
    expect(store.getSnapshot().variants).not.toBe(before);
  });

  it('knows no speed of a run whose only epochs came at once', () => {
    const { lab, store, clock } = timed(0);
    const single = batch({ ...onlyVariant([{}, {}] as never), settings: { ...DEFAULTS, epochs: 1 } });
    store.compute(single.study);
    clock.time = 5;
    lab.show({ ...single, status: 'computing', progress: 1 });
    clock.time = 9;
    lab.show(single);
    expect(store.getSnapshot().epochsPerSecond).toBeNull();
  });

  it('stops calling back who unsubscribed', () => {
    const { lab, store } = timed(0);
    let calls = 0;
    const stop = store.subscribe(() => calls++);
    lab.show(batch());
    stop();
    lab.show(null);
    expect(calls).toBe(1);
  });

  it('says that a batch is overdue once it has kept what is on screen waiting for longer than a blink', () => {
    let time = 0;
    const timers: (() => void)[] = [];
    const lab = new FakeLab();
    const store = createLabStore(
      lab,
      () => time,
      (callback) => timers.push(callback),
    );
    const overdue = (): boolean => store.getSnapshot().overdue;
    store.compute(singleStudy(DEFAULTS));
    lab.show(batch(), batch({ id: 2, status: 'computing' }));
    expect(overdue()).toBe(false);
    time = 300;
    timers.splice(0).forEach((timer) => timer());
    expect(overdue()).toBe(true);
    lab.show(batch({ id: 2 }));
    expect(overdue()).toBe(false);
  });
});

describe('the ghost', () => {
  const runs = (id: number, change: Partial<Settings>, more: Partial<Batch> = {}): Batch => {
    const recordings = [syntheticRecording({ seed: id, epochs: 5 })];
    const settings = { ...DEFAULTS, ...change };
    return batch({ id, settings, recordings, ...onlyVariant(recordings), ...more });
  };
  const ghostOf = (store: LabStore) => store.getSnapshot().ghost;

  it('is what was on screen before the last step, once others are there, and says in what it differs', () => {
    const { lab, store } = timed(0);
    const before = runs(1, {});
    lab.show(before);
    store.compute(singleStudy({ ...DEFAULTS, m: 50 }), 1);
    lab.show(before, runs(2, { m: 50 }, { status: 'computing' }));
    expect(ghostOf(store)).toBeNull();
    lab.show(runs(2, { m: 50 }));
    expect(ghostOf(store)).toMatchObject({ recordings: before.recordings, what: 'm = 100' });
  });

  it('stays the same while one step goes on', () => {
    const { lab, store } = timed(0);
    lab.show(runs(1, {}));
    store.compute(singleStudy({ ...DEFAULTS, m: 50 }), 1);
    lab.show(runs(2, { m: 50 }));
    const first = ghostOf(store);
    store.compute(singleStudy({ ...DEFAULTS, m: 40 }), 1);
    lab.show(runs(3, { m: 40 }));
    expect(ghostOf(store)).toBe(first);
    store.compute(singleStudy({ ...DEFAULTS, m: 40, n: 20 }), 2);
    lab.show(runs(4, { m: 40, n: 20 }));
    expect(ghostOf(store)?.what).toBe('n = 10');
  });

  it('says which values there were where those of an axis changed', () => {
    const { lab, store } = timed(0);
    const leaks = (values: readonly number[]) => vary(singleStudy(DEFAULTS), 'gamma', values);
    lab.show(runs(1, {}, { study: leaks([0.1, 0.5]) }));
    store.compute(leaks([0.1, 0.7]), 1);
    lab.show(runs(2, {}, { study: leaks([0.1, 0.7]) }));
    expect(ghostOf(store)?.what).toBe('γ = 0.1, 0.5');
  });

  it('is none of a run that diverged, of another experiment, or when it was cleared', () => {
    const { lab, store } = timed(0);
    lab.show(runs(1, {}, { status: 'diverged' }));
    store.compute(singleStudy({ ...DEFAULTS, m: 50 }), 1);
    lab.show(runs(2, { m: 50 }));
    expect(ghostOf(store)).toBeNull();
    store.compute(singleStudy({ ...DEFAULTS, m: 40, n: 20, d: 300, epochs: 7 }), 2);
    lab.show(runs(3, { m: 40, n: 20, d: 300, epochs: 7 }));
    expect(ghostOf(store)).toBeNull();
    store.compute(singleStudy({ ...DEFAULTS, m: 40 }), 3);
    lab.show(runs(4, { m: 40, n: 20, d: 300, epochs: 8 }));
    expect(ghostOf(store)?.what).toBe('T = 7');
    store.clearGhost();
    expect(ghostOf(store)).toBeNull();
  });

  it('of a large batch keeps means and lets go of margins', () => {
    const large = { ...syntheticRecording({ epochs: 5 }), margins: new Float64Array(4e6 + 1) };
    const before = batch({ recordings: [large], ...onlyVariant([large]) });
    const { recordings, variants } = keptOf(before, 'm = 100');
    expect(recordings[0]!.margins.length).toBe(0);
    expect(recordings[0]!.column('loss')).toEqual(large.column('loss'));
    expect(variants[0]!.recordings[0]).toBe(recordings[0]);
  });
});
