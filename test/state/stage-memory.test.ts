import { describe, expect, it } from 'vitest';
import { readStage, rememberStage } from '../../src/state/stage-memory.ts';
import { useStage } from '../../src/state/stage.ts';
import { useView } from '../../src/state/view.ts';

class FakeStorage implements Storage {
  readonly kept = new Map<string, string>();
  get length(): number {
    return this.kept.size;
  }
  clear = (): void => this.kept.clear();
  getItem = (key: string): string | null => this.kept.get(key) ?? null;
  key = (index: number): string | null => [...this.kept.keys()][index] ?? null;
  removeItem = (key: string): void => void this.kept.delete(key);
  setItem = (key: string, value: string): void => void this.kept.set(key, value);
}

const local = new FakeStorage();
let stop = (): void => undefined;

/** A visit to the page: everything as at first, but for what was kept. */
function visit(session: Storage): void {
  stop();
  useStage.setState(useStage.getInitialState());
  useView.setState(useView.getInitialState());
  stop = rememberStage(
    () => local,
    () => session,
  );
}

describe('what is remembered of a lecture', () => {
  it('its charts and sliders come back with the next visit, lecture mode with a reload only', () => {
    const session = new FakeStorage();
    visit(session);
    useStage.getState().set({ charts: ['loss', 'rho'], count: 1, docked: ['eta'] });
    useView.getState().set({ lecture: true });

    visit(new FakeStorage());
    expect(useStage.getState()).toMatchObject({ charts: ['loss', 'rho'], count: 1, docked: ['eta'] });
    expect(useView.getState().lecture).toBe(false);
    visit(session);
    expect(useView.getState().lecture).toBe(true);
    stop();
  });

  it('is read as far as it makes sense', () => {
    expect(readStage(null)).toEqual({});
    expect(readStage('no JSON')).toEqual({});
    expect(readStage('[1]')).toEqual({});
    expect(readStage('{"charts":["a","b","c"],"count":7,"docked":["eta","evil",1]}')).toEqual({
      charts: ['a', 'b'],
    });
    expect(readStage('{"count":1,"docked":["eta","evil"]}')).toEqual({ count: 1, docked: ['eta'] });
  });

  it('storage that is forbidden is done without', () => {
    const forbidden = (): Storage => {
      throw new Error('forbidden');
    };
    expect(() => rememberStage(forbidden, forbidden)).not.toThrow();
  });
});
