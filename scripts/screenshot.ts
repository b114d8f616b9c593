/** `npm run docs:screenshot`: the built page at a striking moment, as docs/screenshot.png. */
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { encodeLink } from '../src/settings/link.ts';
import { PRESETS, studyOf } from '../src/settings/presets.ts';
import { DEFAULT_VIEW } from '../src/settings/view.ts';
// @ts-expect-error: plain JavaScript, since it runs before anything is installed
import * as setup from './setup.mjs';

const { provideBrowser } = setup as { provideBrowser(): Promise<string> };

/** What a new user sees, once it has played. */
const FIRST = studyOf(PRESETS[0]!);
const LINK = encodeLink({
  study: FIRST,
  view: { ...DEFAULT_VIEW, ...PRESETS[0]!.view, epoch: FIRST.base.epochs },
});
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
  await page.locator('.theory-count').first().waitFor();
  await page.screenshot({ path: TARGET });
  console.log(`wrote ${TARGET}`);
} finally {
  await browser.close();
  await server.close();
}
