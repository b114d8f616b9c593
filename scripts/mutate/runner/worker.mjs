/**
 * Runs tests with one change active, or none, in a thread of its own: what a change leaves behind in modules that remember
 * ends with it.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { collect, runTest } from './vitest.mjs';

/** What Stryker's instrumented code reads and writes: which change is active, how often it was come to. */
const stryker = (globalThis.__stryker__ ??= {});
const { entries, wanted, mutant, isStatic, hitLimit } = workerData;

if (isStatic) stryker.activeMutant = mutant;
const tests = [];
for (const { file, url } of entries) {
  for (const test of await collect(() => import(url)))
    tests.push({ ...test, file, id: `${file}#${test.name}` });
}
if (mutant !== null) Object.assign(stryker, { activeMutant: mutant, hitCount: 0, hitLimit });

const byId = new Map(tests.map((test) => [test.id, test]));
const results = [];
for (const id of wanted ?? byId.keys()) {
  const test = byId.get(id);
  if (test === undefined) continue;
  parentPort.postMessage({ begun: id });
  if (mutant === null) stryker.currentTestId = id;
  const begin = performance.now();
  const { user } = process.cpuUsage();
  let failure = null;
  try {
    await runTest(test);
  } catch (error) {
    failure = String(error?.message ?? error);
  }
  stryker.currentTestId = undefined;
  results.push({
    id,
    name: test.name,
    file: test.file,
    failure,
    milliseconds: performance.now() - begin,
    cpu: (process.cpuUsage().user - user) / 1000,
  });
  // One that notices is enough.
  if (failure !== null && mutant !== null) break;
}
parentPort.postMessage({ results, coverage: stryker.mutantCoverage, hits: stryker.hitCount });
