/** How many tests passed, failed and were skipped, from the JSON reports of Vitest and Playwright. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './process.mjs';

export const NONE = { passed: 0, failed: 0, skipped: 0 };

export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** A report that was never written (the tool did not start) counts nothing. */
function read(path) {
  const file = join(ROOT, path);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

export function ofVitest(path) {
  const report = read(path);
  if (report === null) return NONE;
  // A file that could not be loaded has failed without a test of its own.
  const unloadable = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloadable.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** A test that passed on its second attempt counts as passed; Playwright's list names it as flaky. */
export function ofPlaywright(path) {
  const report = read(path);
  if (report === null) return NONE;
  const { expected, flaky, unexpected, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected, skipped };
}
