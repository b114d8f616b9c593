/** `npm run bench [-- core growth page peers run studies]`: measures those parts, or all; writes docs/benchmarks.md and bench/results.json. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { ENGINE_VERSION } from '../src/core/experiment.ts';
import { measureCore } from './core.ts';
import { measureGrowth } from './growth.ts';
import { measurePage } from './page.ts';
import { measureWholeRun } from './whole-run.ts';
import { measureStudies } from './studies.ts';
import { report, type Measured, type Results } from './report.ts';

const REPEATS = 3;
const PARTS = ['core', 'peers', 'growth', 'run', 'page', 'studies'] as const;
type Part = (typeof PARTS)[number];

const RESULTS = new URL('results.json', import.meta.url);
const REPORT = new URL('../docs/benchmarks.md', import.meta.url);

const say = (what: string): void => console.log(what);

async function measured<T>(measure: () => T | Promise<T>): Promise<Measured<T>> {
  const load = loadavg()[0] ?? NaN;
  const figures = await measure();
  return { at: new Date().toISOString().slice(0, 16).replace('T', ' '), load, figures };
}

/** What was measured before stays, if it was of this machine and this format. */
function earlier(machine: Results['machine']): Partial<Results> {
  if (!existsSync(RESULTS)) return {};
  const known = JSON.parse(readFileSync(RESULTS, 'utf8')) as Partial<Results>;
  return known.machine?.cpu === machine.cpu && known.machine.cores === machine.cores ? known : {};
}

const asked = process.argv.slice(2);
const unknown = asked.find((part) => !PARTS.some((known) => known === part));
if (unknown !== undefined) {
  console.error(`"${unknown}" is no part of the bench: ${PARTS.join(', ')}`);
  process.exit(1);
}
const wants = (part: Part): boolean => asked.length === 0 || asked.includes(part);

const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.version };
const before = earlier(machine);
const results: Results = {
  ...before,
  machine,
  engine: ENGINE_VERSION,
  ...((wants('core') || wants('peers')) && {
    core: await measured(() => measureCore(REPEATS, wants('peers'), say)),
  }),
  ...(wants('growth') && { growth: await measured(measureGrowth) }),
  ...(wants('run') && { run: await measured(() => measureWholeRun(say)) }),
  ...(wants('page') && { page: await measured(() => measurePage(say)) }),
  ...(wants('studies') && { studies: await measured(() => measureStudies(say)) }),
};
const text = report(results);
console.log(`\n${text}`);
writeFileSync(REPORT, text);
writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
