// What the page offers on `window`.
import type {} from '../src/ui/debug-handle.ts';
import { figure4, measureDrag, measureFigure } from './drag.ts';
import { weighFirstLoad } from './first-load.ts';
import { median, percentile } from './measure.ts';
import { VIEWPORT, whileServed } from './served.ts';
import { measureStreaming, type StreamingFigures } from './streaming.ts';

/** Milliseconds from an input event to the painted curve, over so many moves. */
export interface Latency {
  readonly median: number;
  readonly p95: number;
  readonly max: number;
}

/** What a user meets: the production build in Chromium. Times in milliseconds. */
export interface PageFigures {
  readonly browser: string;
  /** From navigation to a stable rank on screen, K Fig. 1 with five runs. */
  readonly firstCurve: number;
  /** Runs × epochs a second of eight runs of 5,000 epochs, K Fig. 4, from the first frame to the last. */
  readonly epochsPerSecond: number;
  /** That trained them. */
  readonly workers: number;
  /** γ's slider moved, K Fig. 4, one run of 1,000 epochs. */
  readonly moves: number;
  readonly keyboard: Latency;
  readonly pointer: Latency;
  /** η's slider moved, K Fig. 4 with 5 slopes × 5 seeds: to the first new curves, and to the whole figure. */
  readonly figure?: { readonly moves: number; readonly begun: Latency; readonly whole: Latency };
  readonly streaming: StreamingFigures;
  /** Bytes of page, styles, program and workers until the first curves, compressed by gzip. */
  readonly firstLoad: number;
}

/** Of each kind: 200 in all. */
const MOVES = 100;
const FIGURE_MOVES = 40;
const STREAMING_SECONDS = 10;

const isShown = (): boolean =>
  /\d/.test(document.querySelector('[data-testid=big-stable-rank]')?.textContent ?? '');

const isDone = (): boolean => (window.implicitBiasLab?.fingerprint() ?? null) !== null;

const latencyOf = (times: readonly number[]): Latency => ({
  median: median(times),
  p95: percentile(times, 0.95),
  max: Math.max(...times),
});

/** Builds the page and measures it. */
export async function measurePage(say: (what: string) => void): Promise<PageFigures> {
  say('the page: building');
  return whileServed(async ({ browser, address }) => {
    say('the page: first load');
    const opened = await browser.newPage({ viewport: VIEWPORT });
    await opened.goto(address);
    await opened.waitForFunction(isShown);
    const firstCurve = await opened.evaluate(() => performance.now());
    await opened.close();
    const weighing = await browser.newPage({ viewport: VIEWPORT });
    const weighed = await weighFirstLoad(weighing);
    await weighing.goto(address);
    await weighing.waitForFunction(isDone);
    const firstLoad = (await weighed()).reduce((sum, bytes) => sum + bytes, 0);
    await weighing.close();

    say('the page: eight runs to their end');
    const crowded = await browser.newPage({ viewport: VIEWPORT });
    await crowded.goto(`${address}#${figure4({ runs: 8, epochs: 5_000 })}`);
    await crowded.waitForFunction(isDone, undefined, { timeout: 120_000 });
    const epochsPerSecond = await crowded.evaluate(() => window.implicitBiasLab?.epochsPerSecond() ?? NaN);
    const workers = crowded.workers().length;
    await crowded.close();

    say(`the page: ${2 * MOVES} moves of a slider`);
    const dragged = await browser.newPage({ viewport: VIEWPORT });
    const { keyboard, pointer } = await measureDrag(dragged, address, MOVES);
    await dragged.close();

    say(`the page: ${FIGURE_MOVES} moves of a whole figure`);
    const figured = await browser.newPage({ viewport: VIEWPORT });
    const figure = await measureFigure(figured, address, FIGURE_MOVES);
    await figured.close();

    say('the page: eight runs stream');
    const streamed = await browser.newPage({ viewport: VIEWPORT });
    const streaming = await measureStreaming(browser, streamed, address, STREAMING_SECONDS);
    await streamed.close();
    return {
      browser: `Chromium ${browser.version()}`,
      firstCurve,
      epochsPerSecond,
      workers,
      moves: MOVES,
      keyboard: latencyOf(keyboard),
      pointer: latencyOf(pointer),
      figure: {
        moves: FIGURE_MOVES,
        begun: latencyOf(figure.begun),
        whole: latencyOf(figure.whole),
      },
      streaming,
      firstLoad,
    };
  });
}
