import { defineConfig } from '@playwright/test';

// scripts/test.mjs finds a browser and a free port; these are for a bare `npx playwright test`.
const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const port = Number(process.env['PREVIEW_PORT'] ?? 4317);
const asRoot = process.getuid?.() === 0;
const inCi = process.env['CI'] !== undefined;

/** The browser tests: the production build, served by `vite preview`, in a headless Chromium. */
export default defineConfig({
  testDir: 'test/browser',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: inCi,
  retries: inCi ? 1 : 0,
  timeout: 45_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '.cache/reports/playwright.json' }]],
  use: {
    baseURL: `http://localhost:${port}/`,
    viewport: { width: 1440, height: 900 },
    // Recording takes a third of a test's time: only a test that failed is recorded, when it is tried again.
    trace: 'on-first-retry',
    launchOptions: {
      executablePath,
      args: [
        ...(asRoot ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --port ${port} --strictPort`,
    port,
    reuseExistingServer: false,
  },
});
