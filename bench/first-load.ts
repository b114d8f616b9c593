import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';

/** What the first curves do not wait for begins after so long: the theory first, then what is loaded ahead. */
const AHEAD_MS = 300;

/**
 * Weighs what a page loads until its first curves are there; to be called before it is opened. On a slow machine those may
 * come after what is loaded ahead, which is therefore kept from beginning.
 *
 * @returns bytes, compressed by gzip, of each: page, styles, program, workers
 */
export async function weighFirstLoad(page: Page): Promise<() => Promise<readonly number[]>> {
  const loaded: Response[] = [];
  // tsx names functions through a helper that the page does not have.
  await page.addInitScript('globalThis.__name ??= (value) => value');
  await page.addInitScript((ahead) => {
    const { setTimeout } = window;
    const waiting = (run: TimerHandler, ms?: number, ...given: unknown[]): number =>
      (ms ?? 0) >= ahead ? 0 : setTimeout(run, ms, ...given);
    window.setTimeout = waiting as typeof window.setTimeout;
  }, AHEAD_MS);
  page.context().on('response', (response) => {
    if (/\.(js|css|wasm)$|\/$/.test(new URL(response.url()).pathname)) loaded.push(response);
  });
  return async () => {
    const bodies = await Promise.all(loaded.map((response) => response.body()));
    return bodies.map((body) => gzipSync(body, { level: 9 }).length);
  };
}
