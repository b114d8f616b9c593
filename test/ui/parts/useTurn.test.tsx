import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { createFrameClock } from '../../../src/charts/hooks/frame.ts';
import { createTurns, turnOnce } from '../../../src/charts/hooks/turns.ts';
import { useTurn } from '../../../src/ui/parts/useTurn.ts';

function Part({ atOnce }: { readonly atOnce: boolean }) {
  return useTurn(atOnce) ? <b /> : <i />;
}

/** Turns of a clock that stands still but for what is done in them, and how a frame and its tasks go by. */
function standing() {
  const frames: ((now: number) => void)[] = [];
  const posted: (() => void)[] = [];
  let now = 0;
  const clock = createFrameClock((callback) => frames.push(callback));
  const turns = createTurns(
    clock,
    () => now,
    (callback) => posted.push(callback),
  );
  const frame = (): void => {
    for (const callback of frames.splice(0)) callback(now);
    for (const callback of posted.splice(0)) callback();
  };
  return { turns, frame, spend: (ms: number): void => void (now += ms) };
}

describe('a part of the page', () => {
  it('is not there before its turn, but at once where nothing can wait', () => {
    expect(renderToStaticMarkup(<Part atOnce={false} />)).toBe('<i></i>');
    expect(renderToStaticMarkup(<Part atOnce />)).toBe('<b></b>');
  });

  it('has one turn, in its order, and parts that take long are not mounted in the same task', () => {
    const { turns, frame, spend } = standing();
    const mounted: string[] = [];
    const mount = (name: string): void => {
      mounted.push(name);
      spend(6);
    };
    for (const name of ['a', 'b', 'c']) turnOnce(turns, () => mount(name));
    expect(mounted).toEqual([]);
    frame();
    expect(mounted).toEqual(['a', 'b']);
    frame();
    frame();
    expect(mounted).toEqual(['a', 'b', 'c']);
  });

  it('that is gone before its turn is not mounted', () => {
    const { turns, frame } = standing();
    const mounted: string[] = [];
    const stop = turnOnce(turns, () => mounted.push('gone'));
    turnOnce(turns, () => mounted.push('there'));
    stop();
    frame();
    expect(mounted).toEqual(['there']);
  });
});
