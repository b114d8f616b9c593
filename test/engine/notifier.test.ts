import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browserSchedule, Notifier } from '../../src/engine/notifier.ts';

const microtasks = (): Promise<void> => Promise.resolve();
/** The tasks that were posted so far are over. */
const tasks = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

describe('what the browser schedules', () => {
  let frames: (() => void)[] = [];
  const page = { hidden: false };
  beforeEach(() => {
    frames = [];
    page.hidden = false;
    vi.stubGlobal('document', page);
    vi.stubGlobal('requestAnimationFrame', (callback: () => void) => frames.push(callback));
  });
  afterEach(() => vi.unstubAllGlobals());

  it('`now` runs before the next task', async () => {
    const run = vi.fn();
    browserSchedule.now(run);
    expect(run).not.toHaveBeenCalled();
    await microtasks();
    expect(run).toHaveBeenCalledOnce();
  });

  it('`frame` runs in the task after the frame, not within it', async () => {
    const run = vi.fn();
    browserSchedule.frame(run);
    await tasks();
    expect(run).not.toHaveBeenCalled();
    for (const frame of frames) frame();
    await microtasks();
    expect(run).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(run).toHaveBeenCalledOnce());
  });

  it('`frame` does not wait in a hidden page, which draws no pictures', async () => {
    page.hidden = true;
    const run = vi.fn();
    browserSchedule.frame(run);
    await microtasks();
    expect([run.mock.calls.length, frames.length]).toEqual([1, 0]);
  });
});

describe('listeners', () => {
  const asked: Record<'now' | 'frame', (() => void)[]> = { now: [], frame: [] };
  const notified = vi.fn();
  let notifier = new Notifier({ now: () => undefined, frame: () => undefined });
  beforeEach(() => {
    asked.now = [];
    asked.frame = [];
    notified.mockClear();
    notifier = new Notifier({
      now: (callback) => asked.now.push(callback),
      frame: (callback) => asked.frame.push(callback),
    });
    notifier.subscribe(notified);
  });

  it('are told of many changes once a picture', () => {
    for (let change = 0; change < 5; change++) notifier.changed('frame');
    expect(asked.frame).toHaveLength(1);
    asked.frame[0]!();
    expect(notified).toHaveBeenCalledOnce();
    notifier.changed('frame');
    expect(asked.frame).toHaveLength(2);
  });

  it('are told at once of what does not wait, and then not again at the picture', () => {
    notifier.changed('frame');
    notifier.changed('now');
    asked.now[0]!();
    asked.frame[0]!();
    expect(notified).toHaveBeenCalledOnce();
  });
});
