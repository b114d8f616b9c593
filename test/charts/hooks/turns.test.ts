import { describe, expect, it } from 'vitest';
import { createFrameClock } from '../../../src/charts/hooks/frame.ts';
import { createTurns } from '../../../src/charts/hooks/turns.ts';

/** Turns of which each costs so many milliseconds, and a frame with the tasks after it to run. */
function setUp(...costs: readonly number[]) {
  let time = 0;
  let request: ((now: number) => void)[] = [];
  let tasks: (() => void)[] = [];
  const turns = createTurns(
    createFrameClock((callback) => request.push(callback)),
    () => time,
    (callback) => tasks.push(callback),
  );
  const heard: number[] = [];
  const stops = costs.map((cost, k) =>
    turns.subscribe(() => {
      heard.push(k);
      time += cost;
      return cost > 0;
    }),
  );
  /** Runs the tasks that were posted. @returns who had a turn in them */
  const after = (): number[] => {
    heard.length = 0;
    const due = tasks;
    tasks = [];
    for (const task of due) task();
    return [...heard];
  };
  const picture = (): void => {
    const due = request;
    request = [];
    for (const callback of due) callback(time);
  };
  const frame = (): number[] => {
    picture();
    return after();
  };
  return { frame, picture, after, stops, heard, hurry: () => turns.hurry() };
}

describe('turns', () => {
  it('are all had after one frame while there is time', () => {
    const { frame } = setUp(1, 1, 1);
    expect(frame()).toEqual([0, 1, 2]);
    expect(frame()).toEqual([0, 1, 2]);
  });

  it('go on after the next frame where the time ran out', () => {
    const { frame } = setUp(5, 5, 5);
    expect(frame()).toEqual([0, 1]);
    expect(frame()).toEqual([2, 0]);
    expect(frame()).toEqual([1, 2]);
    expect(frame()).toEqual([0, 1]);
  });

  it('cost nothing for those who have nothing to do', () => {
    const { frame } = setUp(0, 20, 0, 0);
    expect(frame()).toEqual([0, 1]);
    expect(frame()).toEqual([2, 3, 0, 1]);
  });

  it('are had after the frame, in a task of their own', () => {
    const { picture, after, heard } = setUp(1, 1);
    picture();
    expect(heard).toEqual([]);
    expect(after()).toEqual([0, 1]);
  });

  it('are had once where two frames come before their task', () => {
    const { picture, after } = setUp(1, 1);
    picture();
    picture();
    expect(after()).toEqual([0, 1]);
  });

  it('of the first may come before the next frame, once a frame', () => {
    const { frame, hurry, after, heard } = setUp(0, 5, 5);
    hurry();
    hurry();
    expect(heard).toEqual([]);
    expect(after()).toEqual([0, 1]);
    hurry();
    expect(after()).toEqual([]);
    expect(frame()).toEqual([0, 1, 2]);
    hurry();
    expect(after()).toEqual([0, 1]);
  });

  it('end, also for the one that would have been next', () => {
    const { frame, stops } = setUp(5, 5, 5);
    frame();
    stops[2]!();
    expect(frame()).toEqual([0, 1]);
    stops[0]!();
    stops[1]!();
    frame();
    expect(frame()).toEqual([]);
  });
});
