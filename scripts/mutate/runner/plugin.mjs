/**
 * A test runner for Stryker that takes a tenth of the time that Vitest takes for a change: tests and changed sources are
 * made into modules once, and each change has a thread of its own, which runs the tests that come to it until one fails.
 */
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { bundleTests } from './bundle.mjs';

const WORKER = new URL('./worker.mjs', import.meta.url);

/** An endless loop: CPU milliseconds of a test beyond so many times what it takes otherwise; a machine may stall. */
const LONGER = 4;
const MORE = 1_500;
/** Of a test that was never timed, as after a crash; and to load all that a test needs. */
const UNKNOWN = 10_000;
const LOOK = 50;

const cpuMilliseconds = () => process.cpuUsage().user / 1000;

class ThreadRunner {
  static inject = [];
  entries = [];
  /** CPU milliseconds of each test without a change. */
  cost = new Map();

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.entries = await bundleTests(process.cwd(), process.env.MUTATE_TESTS.split(' '));
  }

  async dryRun() {
    const run = await this.run({ entries: this.entries, wanted: null, mutant: null }, () => Infinity);
    if (run.failure !== undefined) return { status: 'error', errorMessage: run.failure };
    for (const { id, cpu } of run.results) this.cost.set(id, cpu);
    const tests = run.results.map(({ id, name, file, failure, milliseconds }) => ({
      id,
      name,
      fileName: resolve(file),
      timeSpentMs: milliseconds,
      ...(failure === null ? { status: 0 } : { status: 1, failureMessage: failure }),
    }));
    return { status: 'complete', tests, mutantCoverage: run.coverage };
  }

  async mutantRun({ testFilter, activeMutant, hitLimit, mutantActivation }) {
    const costOf = (id) => this.cost.get(id) ?? UNKNOWN;
    // The cheapest first: it may notice.
    const wanted = [...(testFilter ?? this.cost.keys())].sort((a, b) => costOf(a) - costOf(b));
    const files = new Set(wanted.map((id) => id.slice(0, id.indexOf('#'))));
    const run = await this.run(
      {
        entries: this.entries.filter(({ file }) => files.has(file)),
        wanted,
        mutant: activeMutant.id,
        isStatic: mutantActivation === 'static',
        hitLimit,
      },
      (id) => MORE + LONGER * costOf(id),
    );
    if (run.endless !== undefined) return { status: 'timeout', reason: run.endless };
    // What is thrown outside of a test fails a run of tests, too.
    if (run.failure !== undefined)
      return { status: 'killed', killedBy: wanted.slice(0, 1), failureMessage: run.failure, nrOfTests: 1 };
    if (run.hits > hitLimit) return { status: 'timeout', reason: `came to it ${run.hits} times` };
    if (run.results.length === 0) return { status: 'error', errorMessage: 'no test was run' };
    const failed = run.results.find(({ failure }) => failure !== null);
    const nrOfTests = run.results.length;
    return failed === undefined
      ? { status: 'survived', nrOfTests }
      : { status: 'killed', killedBy: [failed.id], failureMessage: failed.failure, nrOfTests };
  }

  /** In a thread that is ended when a test takes more CPU milliseconds than `limitOf` says. */
  run(workerData, limitOf) {
    const worker = new Worker(WORKER, { workerData: { isStatic: false, ...workerData }, stdout: true });
    let from = cpuMilliseconds();
    let limit = Math.max(UNKNOWN, limitOf(''));
    return new Promise((done) => {
      const watch = setInterval(() => {
        if (cpuMilliseconds() - from < limit) return;
        clearInterval(watch);
        void worker.terminate();
        done({ endless: `more than ${Math.round(limit)} CPU ms` });
      }, LOOK);
      worker.on('message', (message) => {
        if (message.begun === undefined) done(message);
        else [from, limit] = [cpuMilliseconds(), limitOf(message.begun)];
      });
      worker.on('error', (error) =>
        done(
          error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? { endless: error.message } : { failure: error.message },
        ),
      );
      worker.on('exit', (code) => {
        clearInterval(watch);
        done({ failure: `the thread ended with code ${code}` });
      });
    });
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'thread', ThreadRunner)];
