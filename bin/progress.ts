import { SingleBar } from 'cli-progress';
import type { Output } from './output.ts';

/** Tells how far a count has come. */
export interface Progress {
  /** One more of them. */
  step(): void;
  end(): void;
}

/** Plain lines come at most so often. */
const LINE_EVERY = 10_000;

/** A bar with the time left on a terminal, a line now and then elsewhere. */
export function showProgress(done: number, total: number, output: Output): Progress {
  return output.isTerminal === true ? bar(done, total) : lines(done, total, output);
}

function bar(done: number, total: number): Progress {
  const shown = new SingleBar({
    format: '{bar} {value} of {total} runs, {eta_formatted} left',
    hideCursor: true,
  });
  shown.start(total, done);
  return { step: () => shown.increment(), end: () => shown.stop() };
}

function lines(done: number, total: number, { err }: Output): Progress {
  let count = done;
  let last = Date.now();
  return {
    step: () => {
      count++;
      if (count < total && Date.now() - last < LINE_EVERY) return;
      last = Date.now();
      err(`${count} of ${total} runs`);
    },
    end: () => undefined,
  };
}
