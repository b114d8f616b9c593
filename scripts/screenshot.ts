/** `npm run docs:screenshot`: the built page at a striking moment, as docs/screenshot.png. */
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
// @ts-expect-error: plain JavaScript, since it runs before anything is installed
import * as setup from './setup.mjs';

const { provideBrowser } = setup as { provideBrowser(): Promise<string> };

/** The README shows the picture beside this link. */
const LINK = 'v=1&at=50';
const TARGET = fileURLToPath(new URL('../docs/screenshot.png', import.meta.url));

const server = await preview({ preview: { port: 0 } });
const browser = await chromium.launch({
  executablePath: await provideBrowser(),
  args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' });
  await page.goto(`${server.resolvedUrls?.local[0] ?? ''}#${LINK}`);
  await page.getByTestId('status').getByText('Computed ✓', { exact: true }).waitFor();
  await page.screenshot({ path: TARGET });
  console.log(`wrote ${TARGET}`);
} finally {
  await browser.close();
  await server.close();
}
