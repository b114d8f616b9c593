import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULTS } from '../../src/settings/schema.ts';
import { createSettingsStore } from '../../src/state/settings.ts';

let time = 0;
let store = createSettingsStore(() => time);
const state = () => store.getState();

beforeEach(() => {
  time = 0;
  store = createSettingsStore(() => time);
});

describe('the history of settings', () => {
  it('takes a whole drag back in one step, however long it lasted', () => {
    for (const gamma of [0.2, 0.3, 0.4]) {
      time += 5_000;
      state().change({ gamma }, { held: true });
    }
    state().release();
    state().undo();
    expect(state().settings).toEqual(DEFAULTS);
    state().redo();
    expect(state().settings.gamma).toBe(0.4);
  });

  it('takes two drags of the same slider back one by one', () => {
    state().change({ gamma: 0.2 }, { held: true });
    state().release();
    state().change({ gamma: 0.3 }, { held: true });
    state().undo();
    expect(state().settings.gamma).toBe(0.2);
  });

  it('joins key presses on one setting that follow each other within a second', () => {
    for (const gamma of [0.11, 0.12, 0.13]) {
      time += 100;
      state().change({ gamma });
    }
    expect(state().past).toHaveLength(1);
    time += 1_001;
    state().change({ gamma: 0.14 });
    expect(state().past).toHaveLength(2);
  });

  it('does not join changes of different settings', () => {
    state().change({ gamma: 0.2 });
    state().change({ eta: 0.2 });
    expect(state().past).toHaveLength(2);
  });

  it('forgets what was undone once something else is changed', () => {
    state().change({ gamma: 0.2 });
    state().undo();
    state().change({ eta: 0.2 });
    state().redo();
    expect(state().settings).toEqual({ ...DEFAULTS, eta: 0.2 });
  });

  it('takes no step for a change to what is set already', () => {
    state().change({ gamma: DEFAULTS.gamma });
    expect(state().past).toHaveLength(0);
    expect(state().step).toBe(0);
  });

  it('counts a step up when one begins and not while it goes on', () => {
    state().change({ gamma: 0.2 }, { held: true });
    state().change({ gamma: 0.3 }, { held: true });
    expect(state().step).toBe(1);
    state().undo();
    expect(state().step).toBe(2);
  });

  it('does nothing where there is nothing to undo or redo', () => {
    state().undo();
    state().redo();
    expect(state().settings).toBe(DEFAULTS);
  });
});
