import { chromium, type Browser } from '@playwright/test';
import { build, preview } from 'vite';
// @ts-expect-error: plain JavaScript, since it runs before anything is installed
import * as setup from '../scripts/setup.mjs';

const { provideBrowser } = setup as { provideBrowser(): Promise<string> };

/** The window that is measured in. */
export const VIEWPORT = { width: 1440, height: 900 };

/** The production build, served, and a browser. */
export interface Served {
  readonly browser: Browser;
  /** Chromium's program. */
  readonly executable: string;
  readonly address: string;
}

/** Builds the page, serves it while something is measured, and takes both away. */
export async function whileServed<T>(work: (served: Served) => Promise<T>): Promise<T> {
  await build({ logLevel: 'error' });
  const server = await preview({ preview: { port: 0 } });
  const executable = await provideBrowser();
  const browser = await chromium.launch({
    executablePath: executable,
    args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  try {
    return await work({ browser, executable, address: server.resolvedUrls?.local[0] ?? '' });
  } finally {
    await browser.close();
    await server.close();
  }
}
