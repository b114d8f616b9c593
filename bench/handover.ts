/**
 * How long the page's own thread is held up from “Train on this” until the runs are done, with a table of 600,000 rows
 * (27 MB): `tsx bench/handover.ts [ADDRESS]`. Without an address the production build is made and served. A task's time
 * of the processor is the page's doing; its time by the clock is also that of whatever else the machine does.
 */
import { chromium, type Browser, type Page } from '@playwright/test';
import { build, preview } from 'vite';
// What the page offers on `window`.
import type {} from '../src/ui/debug-handle.ts';

const ROWS = 600_000;
const CATEGORIES = ['disabled-by-default-devtools.timeline', 'toplevel', '__metadata'];

/** Of a trace of Chromium, as far as it is read. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds: of the clock, and of the processor. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Makes the table in the page, so that it need not be sent there, and drops it. */
async function drop(page: Page): Promise<void> {
  await page.evaluate((rows) => {
    const lines = Array.from({ length: rows }, (_, k) => {
      const numbers = [1, 2, 3, 4, 5, 6].map((c) => c + (((7 * k + c) * 0.618034) % 1));
      return `${numbers.map((number) => number.toFixed(4)).join(',')},${k % 2}\n`;
    });
    const transfer = new DataTransfer();
    transfer.items.add(new File(['a,b,c,d,e,f,label\n', ...lines], 'rows.csv'));
    document.body.dispatchEvent(
      new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }),
    );
  }, ROWS);
}

/** Tasks of the page's thread, the longest first, in milliseconds. */
async function tasksOfTraining(
  browser: Browser,
  address: string,
): Promise<readonly { wall: number; cpu: number }[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${address}#v=1&runs=1&n=100&T=20`);
  await page.waitForFunction(() => (window.implicitBiasLab?.fingerprint() ?? null) !== null);
  await drop(page);
  const train = page.getByRole('button', { name: 'Train on this' });
  await train.waitFor({ timeout: 120_000 });
  await page.waitForTimeout(1_000);
  const before = await page.evaluate(() => window.implicitBiasLab?.fingerprint() ?? null);
  await browser.startTracing(page, { categories: CATEGORIES });
  await train.click();
  await page.waitForFunction(
    (old) => ![null, old].includes(window.implicitBiasLab?.fingerprint() ?? null),
    before,
    { timeout: 120_000 },
  );
  // Keeping the file comes last.
  await page.waitForTimeout(2_000);
  const trace = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: readonly TraceEvent[];
  };
  await page.close();
  const main = trace.traceEvents.filter(
    ({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain',
  );
  return trace.traceEvents
    .filter(({ name, pid, tid }) => name === 'RunTask' && main.some((of) => of.pid === pid && of.tid === tid))
    .map(({ dur = 0, tdur = 0 }) => ({ wall: dur / 1_000, cpu: tdur / 1_000 }))
    .sort((a, b) => b.cpu - a.cpu);
}

const given = process.argv[2];
const server =
  given === undefined ? (await build({ logLevel: 'warn' }), await preview({ logLevel: 'warn' })) : null;
const address = given ?? server?.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
for (let repeat = 1; repeat <= 3; repeat++) {
  const tasks = await tasksOfTraining(browser, address);
  const longest = tasks.slice(0, 5).map(({ cpu, wall }) => `${cpu.toFixed(0)} (${wall.toFixed(0)})`);
  const total = tasks.reduce((sum, { cpu }) => sum + cpu, 0);
  console.log(
    `${repeat}: the longest tasks, ms of the processor (by the clock): ${longest.join(', ')}; all ${total.toFixed(0)} ms`,
  );
}
await browser.close();
await server?.close();
