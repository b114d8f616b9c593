/** `npm run bench`: the time of one epoch of the core in Node at the settings of DESIGN §6, and the page in Chromium. */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { ENGINE_VERSION } from '../src/core/experiment.ts';
import { CASES, type BenchCase } from './cases.ts';
import { median, timeRepeatedly } from './measure.ts';
import { measurePage } from './page.ts';

const REPEATS = 3;

/** One line of the report, in milliseconds; null where the case was skipped. */
interface Row {
  readonly name: string;
  readonly space: string;
  readonly bar: number;
  /** Over the repeats, of {@link Timing.medianEpoch}. */
  readonly epoch: { readonly median: number; readonly min: number; readonly max: number } | null;
  readonly meanEpoch: number | null;
  readonly setUp: number | null;
}

function measure({ name, bar, experiment }: BenchCase): Row {
  if (typeof experiment === 'string') {
    return { name, bar, space: experiment, epoch: null, meanEpoch: null, setUp: null };
  }
  console.log(`measuring ${name} …`);
  const timings = timeRepeatedly(experiment, REPEATS);
  const times = timings.map((timing) => timing.medianEpoch);
  return {
    name,
    bar,
    space: timings[0]!.space,
    epoch: { median: median(times), min: Math.min(...times), max: Math.max(...times) },
    meanEpoch: median(timings.map((timing) => timing.meanEpoch)),
    setUp: median(timings.map((timing) => timing.setUp)),
  };
}

const milliseconds = (value: number): string => {
  if (value < 1) return `${Number((value * 1_000).toPrecision(3))} µs`;
  return `${Number(value.toPrecision(3)).toLocaleString('en-US')} ms`;
};

function tableRow({ name, space, bar, epoch, meanEpoch, setUp }: Row): string {
  if (epoch === null || meanEpoch === null || setUp === null) {
    return `| ${name} | ${space} | | | | | ${milliseconds(bar)} | |`;
  }
  const cells = [
    name,
    space,
    `${milliseconds(epoch.median)} (${milliseconds(epoch.min)} to ${milliseconds(epoch.max)})`,
    Number((1_000 / epoch.median).toPrecision(3)).toLocaleString('en-US'),
    milliseconds(meanEpoch),
    milliseconds(setUp),
    milliseconds(bar),
    `${(epoch.median / bar).toFixed(2)}×`,
  ];
  return `| ${cells.join(' | ')} |`;
}

const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.version };
const rows = CASES.map(measure);
const table = [
  '| setting | space | one epoch: median (min to max) | epochs/s | mean over the run | set-up | bar (DESIGN §6) | of the bar |',
  '|---|---|---|---|---|---|---|---|',
  ...rows.map(tableRow),
].join('\n');

const page = await measurePage();
const pageTable = [
  '| in the page | measured | aim (DESIGN §6, issue 2) |',
  '|---|---|---|',
  `| first stable rank on screen after navigation | ${Math.round(page.firstCurve)} ms | 1,000 ms |`,
  `| epochs a second, K Fig. 1, five runs | ${Math.round(page.epochsPerSecond).toLocaleString('en-US')} | |`,
  `| a key on γ’s slider to the whole new run, K Fig. 4, one run: median | ${Math.round(page.sliderToCurve.median)} ms | |`,
  `| the same, 95th percentile | ${Math.round(page.sliderToCurve.p95)} ms | 100 ms |`,
  `| JavaScript and WebAssembly of the first load, gzip | ${(page.firstLoad / 1_000).toFixed(0)} kB | 250 kB |`,
].join('\n');

const report = `# Benchmarks

Written by \`npm run bench\` (bench/run.ts); do not edit. The same numbers are in bench/results.json.

Machine: ${machine.cpu}, ${machine.cores} logical cores, Node ${machine.node}, one thread; engine version ${ENGINE_VERSION}.

One epoch is a step of training with everything that the core records of it: all scalars (the stable ranks of W₊, W₋
and W among them) and the margins; no test points. The median is over the epochs of a run; the mean over the run has in
it the matrices and, at some 30 epochs, the leading singular values. Each setting ran once to warm up and ${REPEATS} times
to count: the median, smallest and largest of those. Set-up is from the call to the first recorded epoch. The bar is
DESIGN §6's.

${table}

## The page

The production build in ${page.browser}, headless, on the same machine.

${pageTable}
`;

console.log(`\n${table}\n\n${pageTable}`);
writeFileSync(new URL('../docs/benchmarks.md', import.meta.url), report);
writeFileSync(
  new URL('results.json', import.meta.url),
  `${JSON.stringify({ machine, engine: ENGINE_VERSION, repeats: REPEATS, rows, page }, null, 2)}\n`,
);
