/** `npm run mutate`: what is changed, and the tests that should notice (docs/checks.md). */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutate.config.ts', related: false },
  coverageAnalysis: 'perTest',
  concurrency: 1,
  mutate: [
    'src/core/**/*.ts',
    '!src/core/{linalg,space}/**',
    '!src/core/observe/observer.ts',
    '!src/core/method/stepper.ts',
  ],
  ignorePatterns: ['/dist', '/docs', '/public', '/bench', '/test-results', '/.cache'],
  tempDirName: '.cache/stryker',
  incrementalFile: '.cache/stryker-incremental.json',
  reporters: ['json', 'clear-text'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: '.cache/reports/mutation.json' },
  timeoutMS: 3000,
  timeoutFactor: 2,
  disableTypeChecks: false,
  ignoreStatic: true,
};
