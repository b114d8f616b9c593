/**
 * `npm run mutate`: changes one operator after another in src/core and asks whether the tests notice (StrykerJS).
 * `npm run mutate -- special model` does so in these rooms of mutate/rooms.mjs alone. Fails where a file's tests notice
 * fewer than 90 % of the changes for which mutate/reasons.mjs has no reason, and where a reason is needed no more.
 * Writes what it found into docs/mutation.md. What neither a file nor its tests changed since the last run is not
 * tried again, but with `--afresh`. With `--judge` nothing is tried: the last reports are judged again, for when only
 * reasons were written.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { glob } from 'tinyglobby';
import { buildKernels } from './kernels.mjs';
import { judge, LEAST_SCORE, scoreOf } from './mutate/judge.mjs';
import { REASONS } from './mutate/reasons.mjs';
import { reportOf } from './mutate/report.mjs';
import { ROOMS } from './mutate/rooms.mjs';
import { main, ROOT, Unusable } from './process.mjs';

const RESULTS = join(ROOT, 'scripts/mutate/results.json');
const PAGE = join(ROOT, 'docs/mutation.md');

const reportOfRoom = ({ name }) => `.cache/mutate/${name}.json`;

/** Of the last run: what neither file nor tests changed since is not tried again. */
const memoryOfRoom = ({ name }) => `.cache/mutate/${name}.incremental.json`;

/** Leaves a report. */
async function changeRoom(room, afresh) {
  const { files, tests } = room;
  // Stryker's test runner is another process: it hears of the tests by its environment (vitest.mutate.config.ts).
  process.env.MUTATE_TESTS = tests.join(' ');
  const stryker = new Stryker({
    configFile: 'stryker.config.js',
    mutate: files,
    jsonReporter: { fileName: reportOfRoom(room) },
    incremental: true,
    incrementalFile: memoryOfRoom(room),
    force: afresh,
  });
  await stryker.runMutationTest();
}

/** @returns `[file, { source, mutants }]` of the room's files: Stryker remembers those that were in it once, too */
async function readReport(room) {
  const { files } = JSON.parse(readFileSync(join(ROOT, reportOfRoom(room)), 'utf8'));
  const isInRoom = new Set(await glob(room.files, { cwd: ROOT }));
  return Object.entries(files).filter(([file]) => isInRoom.has(file));
}

/** Prints what is wrong with a file. @returns whether anything is */
function complain(file, verdict) {
  const isPoor = scoreOf(verdict) < LEAST_SCORE;
  if (isPoor) console.log(`\n${file}: ${verdict.missed.length} changes were not noticed`);
  else if (verdict.missed.length > 0) console.log(`\n${file}: well enough; not noticed`);
  for (const { line, code, replacement } of verdict.missed)
    console.log(`  ${line}: ${code} → ${replacement}`);
  for (const { code, replacement } of verdict.stale)
    console.log(`${file}: noticed now, or gone: strike the reason for ${code} → ${replacement}`);
  return isPoor || verdict.stale.length > 0;
}

await main(async () => {
  const options = process.argv.slice(2);
  const judgeOnly = options.includes('--judge');
  const asked = options.filter((option) => !option.startsWith('--'));
  const names = ROOMS.map(({ name }) => name);
  const unknown = asked.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Unusable(`room ${unknown.join(', ')} is none of ${names.join(', ')}`);
  await buildKernels();
  mkdirSync(join(ROOT, '.cache/mutate'), { recursive: true });

  const results = JSON.parse(readFileSync(RESULTS, 'utf8'));
  let wrong = 0;
  for (const room of ROOMS.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
    if (!judgeOnly) await changeRoom(room, options.includes('--afresh'));
    for (const [file, report] of await readReport(room)) {
      const verdict = judge(report, REASONS[file] ?? []);
      if (complain(file, verdict)) wrong++;
      const { changes, noticed, explained } = verdict;
      results[file] = { changes, noticed, explained };
    }
  }
  const sorted = Object.fromEntries(Object.entries(results).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(RESULTS, `${JSON.stringify(sorted, null, 2)}\n`);
  writeFileSync(PAGE, reportOf(sorted, REASONS));
  console.log(
    `\n${wrong === 0 ? 'All files have' : `${wrong} files do not have`} the score asked for: docs/mutation.md`,
  );
  if (wrong > 0) process.exitCode = 1;
});
