import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { figuresOf, mainThreadTasks, pageOf, type StreamingFigures, type TraceEvent } from './streaming.ts';

/** How long Chromium is watched from its start, seconds: the study is on screen long before. */
const WATCHED = 10;
/** Until the trace is written after that, milliseconds. */
const PATIENCE = 60_000;

/**
 * Tasks of the main thread while a page is opened with a link. In a Chromium of its own, in which nobody debugs: where one
 * does, as Playwright, React's first error makes V8 read the program once more, which takes 30 ms and more of the task in
 * which it is evaluated.
 */
export async function measureOpening(executable: string, address: string): Promise<StreamingFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'opening-'));
  const file = join(folder, 'trace.json');
  const browser = spawn(
    executable,
    [
      ...['--headless=new', '--disable-gpu', '--no-first-run', '--window-size=1440,900'],
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${join(folder, 'profile')}`,
      ...['--trace-startup=toplevel,blink.user_timing,-*', '--trace-startup-format=json'],
      ...[`--trace-startup-duration=${WATCHED}`, `--trace-startup-file=${file}`],
      address,
    ],
    { stdio: 'ignore' },
  );
  try {
    await written(file);
    const { traceEvents } = JSON.parse(readFileSync(file, 'utf8')) as { traceEvents: TraceEvent[] };
    return figuresOf(mainThreadTasks(traceEvents, pageOf(traceEvents, address)), 1_000 * WATCHED);
  } finally {
    await ended(browser);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Waits until a file is there and has stopped growing. @throws Error when it is not after a minute */
async function written(file: string): Promise<void> {
  const begun = performance.now();
  let size = -1;
  for (;;) {
    const now = statSync(file, { throwIfNoEntry: false })?.size ?? -1;
    if (now > 0 && now === size) return;
    size = now;
    await sleep(1_000);
    if (performance.now() - begun > 1_000 * WATCHED + PATIENCE) throw new Error(`Chromium wrote no ${file}`);
  }
}

async function ended(browser: ChildProcess): Promise<void> {
  if (browser.exitCode !== null) return;
  const gone = once(browser, 'exit');
  browser.kill();
  await gone;
}
