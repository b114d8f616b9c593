import type { Browser, Page } from '@playwright/test';
import { encodeLink } from '../src/settings/link.ts';
import { DEFAULTS } from '../src/settings/schema.ts';
import { axis } from '../src/settings/study/axis.ts';
import { singleStudy, type Study } from '../src/settings/study/study.ts';
import { DEFAULT_VIEW } from '../src/settings/view.ts';
import { figuresOf, mainThreadTasks, type StreamingFigures, type TraceEvent } from './streaming.ts';

/** K Fig. 1 as printed: 7 slopes with 5 seeds each. */
export const FIGURE_1: Study = {
  ...singleStudy({ ...DEFAULTS, runs: 5 }),
  axes: [axis('gamma', [0, 0.05, 0.1, 0.25, 0.5, 0.75, 1])],
};

/** Tasks of the main thread while the study is computed, and while σ₀ is dragged. */
export interface StudyFigures {
  readonly computing: StreamingFigures;
  readonly dragged: StreamingFigures;
}

const isDone = (): boolean => (window.implicitBiasLab?.fingerprint() ?? null) !== null;

/** Moves of the thumb, and milliseconds between two. */
const MOVES = 60;
const PAUSE = 40;

export async function measureStudies(browser: Browser, page: Page, address: string): Promise<StudyFigures> {
  const watched = async (work: () => Promise<void>): Promise<StreamingFigures> => {
    const begun = performance.now();
    await browser.startTracing(page, { categories: ['toplevel'] });
    await work();
    const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
    return figuresOf(mainThreadTasks(trace.traceEvents), performance.now() - begun);
  };
  // The page is there first: to load it is not to compute a study.
  await page.goto(address);
  await page.waitForFunction(isDone, null, { timeout: 120_000 });
  const link = encodeLink({ study: FIGURE_1, view: DEFAULT_VIEW, fingerprint: undefined });
  const computing = await watched(async () => {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, link);
    await page.waitForTimeout(200);
    await page.waitForFunction(isDone, null, { timeout: 120_000 });
  });
  const thumb = page.locator('[data-setting=s0] input[type=range]').first();
  const box = (await thumb.locator('xpath=..').boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const dragged = await watched(async () => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let move = 0; move < MOVES; move++) {
      await page.mouse.move(x + 2 * (move % 30 < 15 ? move % 15 : 15 - (move % 15)), y);
      await page.waitForTimeout(PAUSE);
    }
    await page.mouse.up();
    await page.waitForTimeout(1_000);
  });
  return { computing, dragged };
}
