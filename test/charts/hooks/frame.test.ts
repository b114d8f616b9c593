import { describe, expect, it } from 'vitest';
import { createFrameClock } from '../../../src/charts/hooks/frame.ts';

function fakeFrames() {
  let waiting: ((now: number) => void)[] = [];
  return {
    request: (callback: (now: number) => void) => waiting.push(callback),
    run: (now: number) => {
      const due = waiting;
      waiting = [];
      for (const callback of due) callback(now);
    },
    pending: () => waiting.length,
  };
}

describe('createFrameClock', () => {
  it('runs one loop for all its listeners, in order', () => {
    const frames = fakeFrames();
    const clock = createFrameClock(frames.request);
    const heard: string[] = [];
    clock.subscribe((now) => heard.push(`a${now}`));
    clock.subscribe((now) => heard.push(`b${now}`));
    expect(frames.pending()).toBe(1);
    frames.run(1);
    frames.run(2);
    expect(heard).toEqual(['a1', 'b1', 'a2', 'b2']);
  });

  it('stops when nobody listens and starts again', () => {
    const frames = fakeFrames();
    const clock = createFrameClock(frames.request);
    const stop = clock.subscribe(() => undefined);
    stop();
    frames.run(1);
    expect(frames.pending()).toBe(0);
    let heard = 0;
    clock.subscribe(() => heard++);
    frames.run(2);
    expect(heard).toBe(1);
  });

  it('goes on after a listener threw', () => {
    const frames = fakeFrames();
    const clock = createFrameClock(frames.request);
    clock.subscribe(() => {
      throw new Error('broken');
    });
    expect(() => frames.run(1)).toThrow('broken');
    expect(frames.pending()).toBe(1);
  });

  it('rests when nothing changes for a while, and runs again when something does', () => {
    const frames = fakeFrames();
    const clock = createFrameClock(frames.request);
    let heard = 0;
    clock.subscribe(() => heard++);
    for (let t = 0; t < 1_000; t++) frames.run(t);
    expect(heard).toBeGreaterThan(60);
    expect(heard).toBeLessThan(200);
    expect(frames.pending()).toBe(0);
    const before = heard;
    clock.wake();
    clock.wake();
    expect(frames.pending()).toBe(1);
    frames.run(1_000);
    expect(heard).toBe(before + 1);
  });

  it('does not run for nobody', () => {
    const frames = fakeFrames();
    createFrameClock(frames.request).wake();
    expect(frames.pending()).toBe(0);
  });
});
