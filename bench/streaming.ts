import type { Browser, Page } from '@playwright/test';
import { encodeLink } from '../src/settings/link.ts';
import { DEFAULTS } from '../src/settings/schema.ts';
import { DEFAULT_VIEW } from '../src/settings/view.ts';
import { singleStudy } from '../src/settings/study/study.ts';

/** The main thread's tasks while eight runs stream and the player plays, milliseconds. */
export interface StreamingFigures {
  readonly longest: number;
  readonly over50: number;
  /** The same by the processor's time: what they take where nothing else runs on the machine. */
  readonly longestCpu: number;
  readonly over50Cpu: number;
  /** How long they were watched. */
  readonly watched: number;
}

const RUNS = 8;
/** Long enough that they do not end while they are watched. */
const EPOCHS = 100_000;

/** Of Chromium's trace; times in microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  /** Of the processor. */
  readonly tdur?: number;
  readonly args: { readonly name?: string; readonly data?: { readonly documentLoaderURL?: string } };
}

/** The mark by which a page says which process is its own. */
const MARK = 'watched';

/** A page's main thread. */
export type PageThread = Pick<TraceEvent, 'pid' | 'tid'>;

/**
 * The main thread of a page in a trace: Chromium's own pages, as that of a new tab, are renderers, too.
 * @param address with which it was opened; absent: the page that made the mark
 * @throws Error when it is not in the trace
 */
export function pageOf(events: readonly TraceEvent[], address?: string): PageThread {
  const found = events.find(({ name, args }) =>
    address === undefined
      ? name === MARK
      : name === 'navigationStart' && args.data?.documentLoaderURL === address,
  );
  if (found === undefined) throw new Error(`the trace has no page ${address ?? 'that made a mark'}`);
  return found;
}

/** All tasks of a page's main thread in a trace, milliseconds. */
export function mainThreadTasks(
  events: readonly TraceEvent[],
  page: PageThread,
): { wall: number[]; cpu: number[] } {
  const tasks = events.filter(
    ({ name, ph, pid, tid }) =>
      ph === 'X' && name === 'ThreadControllerImpl::RunTask' && pid === page.pid && tid === page.tid,
  );
  return {
    wall: tasks.map(({ dur = 0 }) => dur / 1_000),
    cpu: tasks.map(({ tdur = 0 }) => tdur / 1_000),
  };
}

/** @param seconds from the first curve on: loading the page is not streaming */
export async function measureStreaming(
  browser: Browser,
  page: Page,
  address: string,
  seconds: number,
): Promise<StreamingFigures> {
  const settings = { ...DEFAULTS, runs: RUNS, epochs: EPOCHS, testPoints: 0 };
  await page.goto(
    `${address}#${encodeLink({ study: singleStudy(settings), view: DEFAULT_VIEW, fingerprint: undefined })}`,
  );
  await page.waitForFunction(() =>
    /\d/.test(document.querySelector('[data-testid=big-stable-rank]')?.textContent ?? ''),
  );
  await page.waitForTimeout(500);
  return watchedTasks(browser, page, () => page.waitForTimeout(1_000 * seconds));
}

/** Tasks of a page's main thread while something goes on. */
export async function watchedTasks(
  browser: Browser,
  page: Page,
  work: () => Promise<void>,
): Promise<StreamingFigures> {
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
  const begun = performance.now();
  await work();
  const watched = performance.now() - begun;
  await page.evaluate((mark) => performance.mark(mark), MARK);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[];
  };
  return figuresOf(mainThreadTasks(traceEvents, pageOf(traceEvents)), watched);
}

/** What is said of the tasks of a while of `watched` milliseconds. */
export function figuresOf(
  { wall, cpu }: ReturnType<typeof mainThreadTasks>,
  watched: number,
): StreamingFigures {
  const over = (tasks: readonly number[]): number => tasks.filter((task) => task > 50).length;
  return {
    longest: Math.max(0, ...wall),
    over50: over(wall),
    longestCpu: Math.max(0, ...cpu),
    over50Cpu: over(cpu),
    watched,
  };
}
