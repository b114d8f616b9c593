import { defineConfig } from 'vitest/config';
// @ts-expect-error: plain JavaScript, as all that runs before anything is compiled
import * as kernels from './scripts/kernels.mjs';

await (kernels as { buildKernels(): Promise<void> }).buildKernels();

/**
 * Rooms whose modules keep nothing that a test could see: their files share one module graph. Loading it anew for each
 * file costs more than most of these tests. Stores, workers and tools of the whole repository get a graph a file.
 */
const PURE = ['test/{core,settings,charts,golden,engine/files}/**/*.test.{ts,tsx}'];

export default defineConfig({
  test: {
    environment: 'node',
    restoreMocks: true,
    testTimeout: 20_000,
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      {
        extends: true,
        test: {
          name: 'own graph',
          include: ['test/**/*.test.{ts,tsx}'],
          // Browser tests are Playwright's (playwright.config.ts).
          exclude: [...PURE, 'test/browser/**', 'node_modules/**'],
        },
      },
    ],
  },
});
