import { describe, expect, it, vi } from 'vitest';
import { KEYS, pressFor, type KeyActions } from '../../../src/ui/keys/keys.ts';

const actions = {
  toggle: vi.fn(),
  step: vi.fn(),
  toStart: vi.fn(),
  toEnd: vi.fn(),
  undo: vi.fn(),
  redo: vi.fn(),
  fullScreen: vi.fn(),
  lecture: vi.fn(),
  pin: vi.fn(),
  experiment: vi.fn(),
  back: vi.fn(() => false),
  clear: vi.fn(() => true),
} satisfies KeyActions;

interface Chord {
  readonly ctrlKey?: boolean;
  readonly metaKey?: boolean;
  readonly shiftKey?: boolean;
}

/** Presses a key; whether it is a key of the page. */
function press(key: string, chord: Chord = {}, lecture = false): boolean {
  const held = { ctrlKey: false, metaKey: false, shiftKey: false, ...chord };
  const found = pressFor({ key, ...held }, lecture);
  found?.(actions, held);
  return found !== null;
}

describe('the table of keys', () => {
  it('lists every key once', () => {
    const all = KEYS.flatMap(({ press: keys, control }) =>
      Object.keys(keys).map((key) => `${control === true ? 'Ctrl ' : ''}${key}`),
    );
    expect(new Set(all).size).toBe(all.length);
  });

  it('does what the help says of letters, in either case', () => {
    press('f');
    expect(actions.fullScreen).toHaveBeenCalledOnce();
    press('L');
    expect(actions.lecture).toHaveBeenCalledOnce();
    press('k');
    expect(actions.pin).toHaveBeenCalledOnce();
    press('n');
    press('P');
    expect(actions.experiment.mock.calls).toEqual([[1], [-1]]);
  });

  it('keeps page keys for scrolling, but in a lecture', () => {
    expect(press('PageDown')).toBe(false);
    actions.experiment.mockClear();
    expect(press('PageDown', {}, true)).toBe(true);
    expect(actions.experiment).toHaveBeenCalledWith(1);
  });

  it('leaves the browser its own chords', () => {
    for (const key of ['f', 'l', 'n', 'p']) expect(press(key, { ctrlKey: true })).toBe(false);
    expect(press('z')).toBe(false);
    expect(press('z', { metaKey: true })).toBe(true);
    expect(actions.undo).toHaveBeenCalledOnce();
    press('Z', { ctrlKey: true, shiftKey: true });
    expect(actions.redo).toHaveBeenCalledOnce();
  });

  it('steps by ten with Shift', () => {
    press('ArrowRight', { shiftKey: true });
    expect(actions.step).toHaveBeenCalledWith(10);
  });
});
