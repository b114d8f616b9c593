import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULTS } from '../../src/settings/schema.ts';
import { singleStudy } from '../../src/settings/study/study.ts';
import { computeOnChange, obstacleOf } from '../../src/state/compute.ts';
import { createLabStore } from '../../src/state/lab.ts';
import { usePlayer } from '../../src/state/player.ts';
import { useSettings } from '../../src/state/settings.ts';
import { syntheticRecording } from '../charts/synthetic.ts';
import { batch, FakeLab } from './fake-lab.ts';

let lab = new FakeLab();
let tasks: (() => void)[] = [];
let timers: { readonly at: number; readonly callback: () => void }[] = [];
let time = 0;
let stop: () => void = () => undefined;
const change = useSettings.getState().change;
const endOfTask = (): void => tasks.splice(0).forEach((task) => task());
const waitUntil = (at: number): void => {
  time = at;
  const due = timers.filter((timer) => timer.at <= at);
  timers = timers.filter((timer) => timer.at > at);
  for (const { callback } of due) callback();
};

beforeEach(() => {
  useSettings.setState(useSettings.getInitialState());
  usePlayer.setState(usePlayer.getInitialState());
  lab = new FakeLab();
  tasks = [];
  timers = [];
  time = 0;
  stop = computeOnChange(
    createLabStore(
      lab,
      () => 0,
      () => undefined,
    ),
    {
      soon: (callback) => tasks.push(callback),
      later: (callback, milliseconds) => timers.push({ at: time + milliseconds, callback }),
      now: () => time,
    },
  );
});
afterEach(() => stop());

describe('computing what the settings say', () => {
  it('begins at once', () => {
    expect(lab.asked).toEqual([singleStudy(DEFAULTS)]);
  });

  it('computes once for all changes made in one go, with the newest settings', () => {
    for (const gamma of [0.2, 0.3, 0.4]) change({ gamma }, { held: true });
    endOfTask();
    expect(lab.asked.slice(1).map(({ base }) => base.gamma)).toEqual([0.4]);
  });

  it('gives a batch just begun the time to show one whole run, and then computes the newest settings', () => {
    lab.current = batch({ status: 'computing', recordings: [syntheticRecording({ ended: false })] });
    for (const gamma of [0.2, 0.3, 0.4]) {
      change({ gamma }, { held: true });
      endOfTask();
    }
    expect(lab.asked).toHaveLength(1);
    lab.show(batch({ status: 'computing', recordings: [syntheticRecording()] }));
    expect(lab.asked.slice(1).map(({ base }) => base.gamma)).toEqual([0.4]);
  });

  it('does not wait long for a batch that is slow, nor for one that was stopped', () => {
    lab.current = batch({ status: 'computing', recordings: [syntheticRecording({ ended: false })] });
    change({ gamma: 0.2 });
    endOfTask();
    expect(lab.asked).toHaveLength(1);
    waitUntil(1_000);
    expect(lab.asked).toHaveLength(2);
    lab.current = batch({ status: 'cancelled', recordings: [syntheticRecording({ ended: false })] });
    change({ gamma: 0.3 });
    endOfTask();
    expect(lab.asked).toHaveLength(3);
  });

  it('leaves what is on screen alone while the settings cannot be run', () => {
    change({ data: 'orthogonal-basis', n: 100, d: 10 });
    endOfTask();
    expect(lab.asked).toHaveLength(1);
    change({ d: 1_000 });
    endOfTask();
    expect(lab.asked).toHaveLength(2);
  });

  it('waits for a file before training on one', () => {
    expect(obstacleOf(singleStudy({ ...DEFAULTS, data: 'dataset' }))).toBe('no file');
    const file = '0123456789abcdef';
    expect(obstacleOf(singleStudy({ ...DEFAULTS, data: 'dataset', file }))).toBeNull();
  });
});

describe('the playhead when the number of epochs changes', () => {
  it('goes along when it rested at the end', () => {
    usePlayer.getState().set({ epoch: DEFAULTS.epochs, playing: false });
    change({ epochs: 1_000 });
    expect(usePlayer.getState().epoch).toBe(1_000);
  });

  it('stays when it rested before the end', () => {
    usePlayer.getState().set({ epoch: 7, playing: false });
    change({ epochs: 1_000 });
    expect(usePlayer.getState().epoch).toBe(7);
  });
});
