/** `npm run bench`: the time of one epoch of the core in Node at the settings of DESIGN §6, and the page in Chromium. */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { ENGINE_VERSION } from '../src/core/experiment.ts';
import { CASES } from './cases.ts';
import { median, timeRepeatedly } from './measure.ts';
import { measurePage } from './page.ts';

const REPEATS = 5;

/** One line of the report; `null` times where the case was skipped. */
interface Row {
  readonly name: string;
  readonly space: string;
  readonly bar: number;
  readonly perEpoch: { readonly median: number; readonly min: number; readonly max: number } | null;
  readonly setUp: number | null;
}

function measure(): readonly Row[] {
  return CASES.map(({ name, bar, experiment }) => {
    if (typeof experiment === 'string') return { name, bar, space: experiment, perEpoch: null, setUp: null };
    console.log(`measuring ${name} …`);
    const timings = timeRepeatedly(experiment, REPEATS);
    const times = timings.map((timing) => timing.perEpoch);
    return {
      name,
      bar,
      space: timings[0]!.space,
      perEpoch: { median: median(times), min: Math.min(...times), max: Math.max(...times) },
      setUp: median(timings.map((timing) => timing.setUp)),
    };
  });
}

const milliseconds = (value: number): string =>
  value < 1 ? `${(value * 1_000).toPrecision(3)} µs` : `${value.toPrecision(3)} ms`;

function tableRow({ name, space, bar, perEpoch, setUp }: Row): string {
  if (perEpoch === null || setUp === null) return `| ${name} | ${space} | | | | ${milliseconds(bar)} | |`;
  const { median: middle, min, max } = perEpoch;
  const cells = [
    name,
    space,
    `${milliseconds(middle)} (${milliseconds(min)} to ${milliseconds(max)})`,
    Math.round(1_000 / middle).toLocaleString('en-US'),
    milliseconds(setUp),
    milliseconds(bar),
    `${(middle / bar).toFixed(2)}×`,
  ];
  return `| ${cells.join(' | ')} |`;
}

const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.version };
const rows = measure();
const table = [
  '| setting | space | one epoch: median (min to max) | epochs/s | set-up | bar (DESIGN §6) | of the bar |',
  '|---|---|---|---|---|---|---|',
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
and W among them), the margins, and the matrices of the snapshot epochs; no test points. Each setting ran once to warm
up and ${REPEATS} times to count. Set-up is from the call to the first recorded epoch. The bar is DESIGN §6's.

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
