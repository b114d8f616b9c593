import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULTS } from '../../src/settings/schema.ts';
import { computeOnChange, obstacleOf } from '../../src/state/compute.ts';
import { createLabStore } from '../../src/state/lab.ts';
import { usePlayer } from '../../src/state/player.ts';
import { useSettings } from '../../src/state/settings.ts';
import { syntheticRecording } from '../charts/synthetic.ts';
import { batch, FakeLab } from './fake-lab.ts';

let lab = new FakeLab();
let frames: (() => void)[] = [];
let time = 0;
let stop: () => void = () => undefined;
const change = useSettings.getState().change;
const nextFrame = (): void => frames.splice(0).forEach((frame) => frame());

beforeEach(() => {
  useSettings.setState(useSettings.getInitialState());
  usePlayer.setState(usePlayer.getInitialState());
  lab = new FakeLab();
  frames = [];
  time = 0;
  stop = computeOnChange(
    createLabStore(lab, () => 0),
    (callback) => frames.push(callback),
    () => time,
  );
});
afterEach(() => stop());

describe('computing what the settings say', () => {
  it('begins at once', () => {
    expect(lab.asked).toEqual([DEFAULTS]);
  });

  it('computes once a frame, with the newest settings', () => {
    for (const gamma of [0.2, 0.3, 0.4]) change({ gamma }, { held: true });
    nextFrame();
    expect(lab.asked.slice(1).map(({ gamma }) => gamma)).toEqual([0.4]);
  });

  it('gives a batch just begun the time to show one whole run, and then computes the newest settings', () => {
    lab.current = batch({ status: 'computing', recordings: [syntheticRecording({ ended: false })] });
    for (const gamma of [0.2, 0.3, 0.4]) {
      change({ gamma }, { held: true });
      nextFrame();
    }
    expect(lab.asked).toHaveLength(1);
    lab.current = batch({ status: 'computing', recordings: [syntheticRecording()] });
    nextFrame();
    expect(lab.asked.slice(1).map(({ gamma }) => gamma)).toEqual([0.4]);
  });

  it('does not wait long for a batch that is slow, nor for one that was stopped', () => {
    lab.current = batch({ status: 'computing', recordings: [syntheticRecording({ ended: false })] });
    change({ gamma: 0.2 });
    nextFrame();
    expect(lab.asked).toHaveLength(1);
    time = 1_000;
    nextFrame();
    expect(lab.asked).toHaveLength(2);
    lab.current = batch({ status: 'cancelled', recordings: [syntheticRecording({ ended: false })] });
    change({ gamma: 0.3 });
    nextFrame();
    expect(lab.asked).toHaveLength(3);
  });

  it('leaves what is on screen alone while the settings cannot be run', () => {
    change({ data: 'orthogonal-basis', n: 100, d: 10 });
    nextFrame();
    expect(lab.asked).toHaveLength(1);
    change({ d: 1_000 });
    nextFrame();
    expect(lab.asked).toHaveLength(2);
  });

  it('waits for a file before training on one', () => {
    expect(obstacleOf({ ...DEFAULTS, data: 'dataset' })).toBe('no file');
    expect(obstacleOf({ ...DEFAULTS, data: 'dataset', file: '0123456789abcdef' })).toBeNull();
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
