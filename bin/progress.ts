import { SingleBar } from 'cli-progress';
import { Pace } from '../src/engine/pace.ts';
import { durationInWords } from '../src/settings/words.ts';
import type { Output } from './output.ts';

/** Tells how far runs have come. */
export interface Progress {
  /** So many of the runs are there; of one that is under way, a part. */
  to(runs: number): void;
  end(): void;
}

/** Plain lines come at most so often. */
const LINE_EVERY = 10_000;

/** A bar with the time left on a terminal, a line now and then elsewhere. */
export function showProgress(done: number, total: number, output: Output): Progress {
  return output.isTerminal === true ? bar(done, total) : lines(done, total, output);
}

function bar(done: number, total: number): Progress {
  const left = pace(total);
  const shown = new SingleBar({
    format: '{bar} {percentage}% of {total} runs{left}',
    hideCursor: true,
  });
  shown.start(total, done, { left: '' });
  return { to: (runs) => shown.update(runs, { left: left(runs) }), end: () => shown.stop() };
}

function lines(done: number, total: number, { err }: Output): Progress {
  const left = pace(total);
  let last = Date.now();
  let told = done;
  return {
    to: (runs) => {
      const words = left(runs);
      const isEnd = runs >= total && told < total;
      if (!isEnd && Date.now() - last < LINE_EVERY) return;
      last = Date.now();
      told = runs;
      const percent = Math.floor(1_000 * (runs / total)) / 10;
      err(
        Number.isInteger(runs) ? `${runs} of ${total} runs${words}` : `${percent} % of ${total} runs${words}`,
      );
    },
    end: () => undefined,
  };
}

/** ", about 5 min left", as it went of late. */
function pace(total: number): (runs: number) => string {
  const pace = new Pace();
  return (runs) => {
    const seconds = pace.secondsLeft(runs / total, performance.now());
    return seconds === null || seconds === 0 ? '' : `, about ${durationInWords(seconds)} left`;
  };
}
