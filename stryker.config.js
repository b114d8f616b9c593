/** How `npm run mutate` (scripts/mutate.mjs) runs Stryker; which files and tests, scripts/mutate/rooms.mjs says. */
export default {
  plugins: ['@stryker-mutator/vitest-runner', './scripts/mutate/runner/plugin.mjs'],
  vitest: { configFile: 'vitest.mutate.config.ts', related: false },
  coverageAnalysis: 'perTest',
  // A change that is made when a module is loaded needs a run of all tests, and one that throws there counts as missed.
  ignoreStatic: true,
  concurrency: 1,
  // Shared machines stall: an endless loop is noticed by its number of turns or its CPU time, not by the clock.
  timeoutMS: 600_000,
  tempDirName: '.cache/stryker',
  ignorePatterns: ['/dist', '/docs', '/public', '/bench', '/test-results', '/playwright-report', '/.cache'],
  reporters: ['json', 'progress-append-only'],
  disableTypeChecks: false,
  warnings: { slow: false },
};
