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
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  /** Of the processor. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** All tasks of the page's main thread in a trace. */
export function mainThreadTasks(events: readonly TraceEvent[]): { wall: number[]; cpu: number[] } {
  const threads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = events.filter(
    ({ name, ph, pid, tid }) =>
      ph === 'X' && name === 'ThreadControllerImpl::RunTask' && threads.has(`${pid} ${tid}`),
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
  await browser.startTracing(page, { categories: ['toplevel'] });
  await page.waitForTimeout(1_000 * seconds);
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const { wall, cpu } = mainThreadTasks(trace.traceEvents);
  const over = (tasks: readonly number[]): number => tasks.filter((task) => task > 50).length;
  return {
    longest: Math.max(0, ...wall),
    over50: over(wall),
    longestCpu: Math.max(0, ...cpu),
    over50Cpu: over(cpu),
    watched: 1_000 * seconds,
  };
}
