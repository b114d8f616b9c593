import { gzipSync } from 'node:zlib';
import { chromium, type Page } from '@playwright/test';
import { build, preview } from 'vite';
// @ts-expect-error: plain JavaScript, since it runs before anything is installed
import * as setup from '../scripts/setup.mjs';
// What the page offers on `window`.
import type {} from '../src/ui/debug-handle.ts';
import { median } from './measure.ts';

const { provideBrowser } = setup as { provideBrowser(): Promise<string> };

/** What a user meets: the production build in Chromium. Times in milliseconds. */
export interface PageFigures {
  readonly browser: string;
  /** From navigation to a stable rank on screen, K Fig. 1 with five runs. */
  readonly firstCurve: number;
  /** Runs × epochs a second, from asking to the last frame taken, K Fig. 1 with five runs. */
  readonly epochsPerSecond: number;
  /** From a key on γ's slider to the whole new recording of 1,000 epochs, K Fig. 4, one run: median and 95th percentile. */
  readonly sliderToCurve: { readonly median: number; readonly p95: number };
  /** Bytes of JavaScript and WebAssembly that the page loads to open and train, compressed by gzip. */
  readonly firstLoad: number;
}

const MOVES = 40;
const FIGURE_4 = 'v=1&T=1000&s0=1e-5&runs=1&test=0';

/** Adds up, as the page loads it, what its code weighs when a server compresses it. */
function weighCode(page: Page): { readonly bytes: () => Promise<number> } {
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (!/\.(js|wasm)$/.test(new URL(response.url()).pathname)) return;
    sizes.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
  });
  return { bytes: async () => (await Promise.all(sizes)).reduce((total, size) => total + size, 0) };
}

const isShown = (): boolean =>
  /\d/.test(document.querySelector('[data-testid=big-stable-rank]')?.textContent ?? '');

const isDone = (): boolean => (window.implicitBiasLab?.fingerprint() ?? null) !== null;

/** Milliseconds from a key on γ's slider to another fingerprint, looked for in every frame. Runs in the page. */
async function moveSlider(key: string): Promise<number> {
  const before = window.implicitBiasLab?.fingerprint();
  const slider = document.querySelector<HTMLElement>('[data-setting=g] input[type=range]');
  const startedAt = performance.now();
  slider?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  for (;;) {
    const now = window.implicitBiasLab?.fingerprint() ?? null;
    if (now !== null && now !== before) return performance.now() - startedAt;
    await new Promise(requestAnimationFrame);
  }
}

async function sliderTimes(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  for (let move = 0; move < MOVES; move++) {
    times.push(await page.evaluate(moveSlider, move % 2 === 0 ? 'ArrowRight' : 'ArrowLeft'));
  }
  return times.sort((a, b) => a - b);
}

/** Builds the page and measures it. */
export async function measurePage(): Promise<PageFigures> {
  await build({ logLevel: 'error' });
  const server = await preview({ preview: { port: 0 } });
  const browser = await chromium.launch({
    executablePath: await provideBrowser(),
    args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  try {
    const address = server.resolvedUrls?.local[0] ?? '';
    const viewport = { width: 1440, height: 900 };
    const opened = await browser.newPage({ viewport });
    const code = weighCode(opened);
    await opened.goto(address);
    await opened.waitForFunction(isShown);
    const firstCurve = await opened.evaluate(() => performance.now());
    await opened.waitForFunction(isDone);
    const firstLoad = await code.bytes();
    const epochsPerSecond = await opened.evaluate(() => window.implicitBiasLab?.epochsPerSecond() ?? NaN);
    await opened.close();

    const dragged = await browser.newPage({ viewport });
    await dragged.goto(`${address}#${FIGURE_4}`);
    await dragged.waitForFunction(isDone);
    await dragged.keyboard.press('End');
    const times = await sliderTimes(dragged);
    return {
      browser: `Chromium ${browser.version()}`,
      firstCurve,
      epochsPerSecond,
      sliderToCurve: { median: median(times), p95: times[Math.ceil(0.95 * times.length) - 1]! },
      firstLoad,
    };
  } finally {
    await browser.close();
    await server.close();
  }
}
