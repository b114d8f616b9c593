import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
// @ts-expect-error: plain JavaScript, since it runs before anything is installed
import * as testCounts from '../../scripts/test-counts.mjs';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}
const { ofVitest, ofPlaywright } = testCounts as Record<
  'ofVitest' | 'ofPlaywright',
  (path: string) => Counts
>;

let folder = '';
beforeAll(() => {
  folder = relative('.', mkdtempSync('.test-counts-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function report(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

it('counts a test file that could not be loaded as a failure', () => {
  const path = report('vitest.json', {
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'failed', assertionResults: [] },
    ],
  });
  expect(ofVitest(path)).toEqual({ passed: 3, failed: 2, skipped: 3 });
});

it('counts a browser test that passed on its second attempt as passed', () => {
  const path = report('playwright.json', { stats: { expected: 5, flaky: 1, unexpected: 2, skipped: 1 } });
  expect(ofPlaywright(path)).toEqual({ passed: 6, failed: 2, skipped: 1 });
});

it('counts nothing where no report was written', () => {
  expect(ofVitest(join(folder, 'missing.json'))).toEqual({ passed: 0, failed: 0, skipped: 0 });
});
