import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // Browser tests are Playwright's (playwright.config.ts).
    exclude: ['test/browser/**', 'node_modules/**'],
    environment: 'node',
    restoreMocks: true,
    testTimeout: 20_000,
  },
});
