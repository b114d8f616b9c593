import { describe, expect, it } from 'vitest';
import { createFrameClock } from '../../../src/charts/hooks/frame.ts';
import { createTurns } from '../../../src/charts/hooks/turns.ts';

/** Turns of which each costs so many milliseconds, and a frame to run. */
function setUp(...costs: readonly number[]) {
  let time = 0;
  let request: ((now: number) => void)[] = [];
  const turns = createTurns(
    createFrameClock((callback) => request.push(callback)),
    () => time,
  );
  const heard: number[] = [];
  const stops = costs.map((cost, k) =>
    turns.subscribe(() => {
      heard.push(k);
      time += cost;
      return cost > 0;
    }),
  );
  const frame = (): number[] => {
    heard.length = 0;
    const due = request;
    request = [];
    for (const callback of due) callback(time);
    return [...heard];
  };
  return { frame, stops, heard, hurry: () => turns.hurry() };
}

describe('turns', () => {
  it('are all had in one frame while there is time', () => {
    const { frame } = setUp(1, 1, 1);
    expect(frame()).toEqual([0, 1, 2]);
    expect(frame()).toEqual([0, 1, 2]);
  });

  it('go on in the next frame where the time ran out', () => {
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

  it('of the first may come before the frame, which then leaves the others to the next', () => {
    const { frame, hurry, heard } = setUp(0, 5, 5);
    hurry();
    hurry();
    expect(heard).toEqual([0, 1]);
    expect(frame()).toEqual([]);
    expect(frame()).toEqual([0, 1, 2]);
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
