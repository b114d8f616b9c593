/**
 * `npm test`: sets up, then types, lint and format beside the unit and golden tests, then the production build, and the
 * browser tests against it; after a stage that failed none begins. `node scripts/test.mjs build browser` runs only those
 * after the set-up.
 * The last line is `N passed, N failed` (`, N skipped`), counted from the reports of Vitest and Playwright; a stage
 * that failed without a failing test counts as one.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, main, ROOT, runTool, Unusable } from './process.mjs';
import { installPackages, provideBrowser } from './setup.mjs';
import { runSteps } from './steps.mjs';
import { add, NONE, ofPlaywright, ofVitest } from './test-counts.mjs';

const REPORTS = '.cache/reports';
const VITEST = join(REPORTS, 'vitest.json');
const PLAYWRIGHT = join(REPORTS, 'playwright.json');

/** tsc and Prettier remember what they found of which contents. ESLint must not: its rules look into other files. */
const CACHE = '.cache';

async function types({ held }) {
  for (const thread of ['core', 'worker', 'page', 'node']) {
    const memory = ['--incremental', '--tsBuildInfoFile', `${CACHE}/types/${thread}.tsbuildinfo`];
    await runTool('typescript/bin/tsc', ['-p', `tsconfig.${thread}.json`, ...memory], { held });
  }
}

function format({ held }) {
  const memory = ['--cache', '--cache-strategy', 'content', '--cache-location', `${CACHE}/prettier`];
  return runTool('prettier/bin/prettier.cjs', ['--check', '.', ...memory], { held });
}

/** @param more arguments and environment of Playwright */
async function browser({ args = [], env: more = {} } = {}) {
  const env = {
    ...process.env,
    ...more,
    CHROMIUM_PATH: await provideBrowser(),
    PREVIEW_PORT: String(await freePort()),
  };
  await runTool('@playwright/test/cli.js', ['test', ...args], { env });
}

/** The browser first of all: a machine without one should say so before the long stages. */
async function setup({ names }) {
  await installPackages();
  if (['browser', 'in-full'].some((name) => names.includes(name)))
    console.log(`Browser: ${await provideBrowser()}`);
}

const STAGES = {
  setup: { what: 'packages and browser', run: setup },
  types: { what: 'types, each thread against its own lib', run: types },
  lint: {
    what: 'ESLint',
    run: ({ held }) => runTool('eslint/bin/eslint.js', ['.', '--max-warnings', '0'], { held }),
  },
  format: { what: 'Prettier', run: format },
  unit: {
    what: 'unit and golden tests',
    run: () =>
      runTool('vitest/vitest.mjs', [
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${VITEST}`,
      ]),
    count: () => ofVitest(VITEST),
  },
  build: { what: 'production build', run: () => runTool('vite/bin/vite.js', ['build']) },
  browser: { what: 'browser tests', run: () => browser(), count: () => ofPlaywright(PLAYWRIGHT) },
  'in-full': {
    what: 'the browser tests that the gate has a part of',
    run: () => browser({ args: ['--grep', '@partly'], env: { IN_FULL: '1' } }),
    count: () => ofPlaywright(PLAYWRIGHT),
  },
};

/**
 * What runs after what; the chains of a step run side by side, the stages of a chain one after another. The static checks
 * and the unit tests keep about one core busy each. Browser tests wait for frames and have the machine to themselves.
 */
const STEPS = [[['setup']], [['unit'], ['lint'], ['types', 'format']], [['build', 'browser', 'in-full']]];

/** `npm test`: all but what is checked in full by a script of its own. */
const GATE = Object.keys(STAGES).filter((name) => name !== 'in-full');

/** Runs one stage, and returns its row of the summary. */
async function runStage(name, { held, names }) {
  const { what, run, count } = STAGES[name];
  console.log(`\n── ${name}: ${what}`);
  const startedAt = performance.now();
  let failure = null;
  try {
    await run({ held, names });
  } catch (error) {
    failure = error instanceof Error ? error.message : String(error);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  let counts = count?.() ?? NONE;
  if (failure !== null && counts.failed === 0) counts = add(counts, { ...NONE, failed: 1 });
  return { name, seconds, counts, failure };
}

function printSummary(rows, left) {
  console.log('\n── summary');
  for (const { name, seconds, failure, counts } of rows) {
    const tests = counts.passed > 0 ? `  ${counts.passed} passed` : '';
    const outcome = failure === null ? 'ok    ' : 'FAILED';
    console.log(`${name.padEnd(8)} ${outcome} ${seconds.toFixed(1).padStart(6)} s${tests}`);
  }
  for (const name of left) console.log(`${name.padEnd(8)} not run`);
  for (const { name, failure } of rows)
    if (failure !== null) console.log(`\nStage ${name} failed: ${failure}`);
}

await main(async () => {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !(name in STAGES));
  if (unknown.length > 0) {
    throw new Unusable(`stage ${unknown.join(', ')} is none of ${Object.keys(STAGES).join(', ')}`);
  }
  const names = asked.length > 0 ? ['setup', ...asked] : GATE;
  rmSync(join(ROOT, REPORTS), { recursive: true, force: true });
  mkdirSync(join(ROOT, REPORTS), { recursive: true });

  const rows = await runSteps(STEPS, names, (name, held) => runStage(name, { held, names }));
  printSummary(
    rows,
    names.filter((name) => rows.every((row) => row.name !== name)),
  );
  const total = rows.map((row) => row.counts).reduce(add, NONE);
  const testsAsked = names.some((name) => STAGES[name].count !== undefined);
  const nothingRan = testsAsked && total.passed + total.failed === 0;
  if (nothingRan) console.log('\nNo test ran.');
  if (nothingRan || total.failed > 0) process.exitCode = 1;
  if (!testsAsked) return;
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
});
