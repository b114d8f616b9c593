/** How `npm run mutate` (scripts/mutate.mjs) runs Stryker; which files and tests, scripts/mutate/rooms.mjs says. */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutate.config.ts', related: false },
  coverageAnalysis: 'perTest',
  // A change that is made when a module is loaded needs a run of all tests, and one that throws there counts as missed.
  ignoreStatic: true,
  concurrency: 1,
  // Shared machines stall for seconds; an endless loop is noticed by its number of turns, not by the clock.
  timeoutMS: 60_000,
  tempDirName: '.cache/stryker',
  ignorePatterns: ['/dist', '/docs', '/public', '/bench', '/test-results', '/playwright-report', '/.cache'],
  reporters: ['json', 'progress-append-only'],
  disableTypeChecks: false,
  warnings: { slow: false },
};
