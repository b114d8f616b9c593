import { defineConfig } from 'vitest/config';
// @ts-expect-error: plain JavaScript, as all that runs before anything is compiled
import * as kernels from './scripts/kernels.mjs';

await (kernels as { buildKernels(): Promise<void> }).buildKernels();

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
