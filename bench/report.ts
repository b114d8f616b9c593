import type { CoreFigures, CoreRow } from './core.ts';
import { count, ratio, table, time } from './format.ts';
import type { Growth } from './growth.ts';
import { FIGURE_SLOPES } from './drag.ts';
import type { Latency, PageFigures } from './page.ts';
import type { StreamingFigures } from './streaming.ts';
import type { StudyFigures } from './studies.ts';
import type { PeerInfo, PeerTime } from './peers.ts';
import type { WholeRun } from './whole-run.ts';

/** A part of the bench, and when and at what load it was measured. */
export interface Measured<T> {
  readonly at: string;
  /** Processes that wanted to run, on average over the minute before; more than there are cores make all times longer. */
  readonly load: number;
  readonly figures: T;
}

export interface Results {
  readonly machine: { readonly cpu: string; readonly cores: number; readonly node: string };
  readonly engine: number;
  readonly core?: Measured<CoreFigures>;
  readonly growth?: Measured<readonly Growth[]>;
  readonly run?: Measured<WholeRun>;
  readonly page?: Measured<PageFigures>;
  readonly studies?: Measured<StudyFigures>;
}

const coreTable = ({ rows }: CoreFigures): string =>
  table(
    [
      'setting',
      'space',
      'one epoch (min to max)',
      'training only',
      'mean of the run',
      'set-up',
      'bar',
      'of the bar',
    ],
    rows.map(({ name, space, epoch, training, meanEpoch, setUp, bar, barOf }) => [
      name,
      space,
      `${time(epoch.median)} (${time(epoch.min)} to ${time(epoch.max)})`,
      time(training.median),
      time(meanEpoch),
      time(setUp),
      time(bar),
      ratio((barOf === 'mean' ? meanEpoch : epoch.median) / bar),
    ]),
  );

const cell = ({ epoch, note }: PeerTime, own: number): string =>
  epoch === null ? note : `${time(epoch)} = ${ratio(epoch / own)}${note === '' ? '' : `, ${note}`}`;

function peerRow(row: CoreRow, peer: PeerInfo): string[] {
  const found = row.peers[peer.id];
  if (found === undefined) return ['–', '–'];
  return [cell(found.ranks, row.epoch.median), cell(found.training, row.training.median)];
}

const threadsOf = ({ threads }: PeerInfo): string => (threads === 1 ? '1 thread' : `${threads} threads`);

function peerTable({ rows, peers }: CoreFigures): string {
  const present = peers.filter(({ missing }) => missing === null);
  const head = ['setting', 'who', 'epoch with stable ranks', 'training only'];
  const body = rows.flatMap((row) => [
    [row.name, '**this core**', time(row.epoch.median), time(row.training.median)],
    ...present.map((peer) => ['', `${peer.name}, ${threadsOf(peer)}`, ...peerRow(row, peer)]),
  ]);
  return table(head, body);
}

const peerList = ({ peers }: CoreFigures): string =>
  table(
    ['peer', 'threads', 'version'],
    peers.map((peer) => [
      peer.name,
      threadsOf(peer),
      peer.version ?? `not here: ${peer.missing === '' ? 'it did not start' : (peer.missing ?? '')}`,
    ]),
  );

/** Times, each with its ratio to the one before. */
const growing = (times: readonly number[]): string[] =>
  times.map((at, k) => (k === 0 ? time(at) : `${time(at)} = ${ratio(at / times[k - 1]!)}`));

const growthTable = (growths: readonly Growth[]): string =>
  growths
    .map(({ name, expected, points }) =>
      table(
        [`growth with ${name} (${expected})`, ...points.map(({ at }) => count(at))],
        [
          ['one epoch', ...growing(points.map(({ epoch }) => epoch))],
          ['training only', ...growing(points.map(({ training }) => training))],
        ],
      ),
    )
    .join('\n\n');

const tasksOf = ({ longest, over50, longestCpu, over50Cpu }: StreamingFigures): string =>
  `${time(longest)}, ${over50} over 50 ms; of the processor’s time ${time(longestCpu)}, ${over50Cpu} over 50 ms`;

const spreadOf = ({ median, p95, max }: Latency): string =>
  `${time(p95)} (median ${time(median)}, longest ${time(max)})`;

const pageTable = ({
  firstCurve,
  epochsPerSecond,
  workers,
  moves,
  keyboard,
  pointer,
  figure,
  streaming,
  firstLoad,
}: PageFigures): string =>
  table(
    ['in the page', 'measured', 'aim (DESIGN §6)'],
    [
      ['first stable rank on screen after navigation', time(firstCurve), '1,000 ms'],
      [
        'page, styles, program and worker until the first curves, gzip',
        `${(firstLoad / 1_000).toFixed(0)} kB`,
        '250 kB',
      ],
      [
        `a key on γ’s slider to the whole new curve, K Fig. 4, ${moves} moves: 95th percentile`,
        spreadOf(keyboard),
        '50 ms',
      ],
      [`γ’s thumb dragged by the pointer, ${moves} moves: 95th percentile`, spreadOf(pointer), '50 ms'],
      ...(figure
        ? [
            [
              `a key on η’s slider to the first new curves of K Fig. 4, ${FIGURE_SLOPES.length} slopes × 5 seeds, ${figure.moves} moves: 95th percentile`,
              spreadOf(figure.begun),
              '60 ms',
            ],
            ['the same to the whole new figure', spreadOf(figure.whole), '400 ms'],
          ]
        : []),
      [
        `longest task of the main thread in ${streaming.watched / 1_000} s of eight runs`,
        tasksOf(streaming),
        '50 ms',
      ],
      [
        `epochs a second of eight runs, K Fig. 4, ${workers} ${workers === 1 ? 'worker' : 'workers'}`,
        Math.round(epochsPerSecond).toLocaleString('en-US'),
        '',
      ],
    ],
  );

const studiesTable = ({ opened, computing, dragged, zipped }: StudyFigures): string =>
  table(
    ['longest task of the main thread', 'measured', 'aim (DESIGN §6)'],
    [
      ['the page is opened with K Fig. 4’s link, 7 slopes', tasksOf(opened), '50 ms'],
      ['K Fig. 1, 7 slopes × 5 seeds, is opened from the page and computed', tasksOf(computing), '50 ms'],
      ['σ₀ of it is dragged', tasksOf(dragged), '50 ms'],
      ['the zip of it is made', tasksOf(zipped), '50 ms'],
    ],
  );

const runTable = ({ all, range, parts }: WholeRun): string =>
  table(
    ['a whole run of K Fig. 4, 1,000 epochs, its draws known', 'milliseconds', 'bar'],
    [
      ...Object.entries(parts).map(([name, part]) => [name, time(part), '']),
      ['in all (least to most)', `${time(all)} (${time(range[0])} to ${time(range[1])})`, '15 ms'],
    ],
  );

const when = ({ at, load }: Measured<unknown>): string => `Measured ${at} at a load of ${load.toFixed(1)}.`;

/** docs/benchmarks.md: the parts that were measured, each with its time. */
export function report({ machine, engine, core, growth, run, page, studies }: Results): string {
  const parts = [
    `# Benchmarks

Written by \`npm run bench\` (bench/run.ts); do not edit. The same numbers are in bench/results.json.

Machine: ${machine.cpu}, ${machine.cores} logical cores, Node ${machine.node}; engine version ${engine}. A load above
the number of cores means that other work ran beside, and makes times longer; ratios less so.`,
  ];
  if (core !== undefined) {
    parts.push(`## One epoch

${when(core)} One thread, in a process that has met no other setting. An epoch is a step of training with everything that the core records of it: all scalars (the
stable ranks of W₊, W₋ and W among them) and the margins; no test points. The median over the epochs of a run, and of
that the median over ${core.figures.repeats} repeats, after one to warm up; a repeat is as many runs as fill 0.3 s. The mean of the run has in it the matrices and,
at some epochs, the leading singular values. Set-up is from the call to the first recorded epoch. The bar is DESIGN §6’s, of an epoch,
or of the run’s mean where not every epoch is recorded.

${coreTable(core.figures)}`);
    if (core.figures.peers.length > 0) {
      parts.push(`## Peers

The same computation as those who use them would write it (bench/peers): full-batch gradient descent on W itself,
float64; gradients in closed form in NumPy, by autograd in PyTorch; stable ranks of W₊ and W₋ from the smaller Gram
matrix or the singular values, whichever is faster. TensorFlow.js has no eigenvalues: float32, training only. In turn
with the core, repeat by repeat; the ratio is to the core’s time.

${peerTable(core.figures)}

${peerList(core.figures)}`);
    }
  }
  if (growth !== undefined) {
    parts.push(`## Growth

${when(growth)} Median epoch of runs at the settings of K Fig. 4 (with d = 40 of K Fig. 5), but for what grows, each with its ratio to the one before.

${growthTable(growth.figures)}`);
  }
  if (run !== undefined) {
    const { snapshots, smooth } = run.figures;
    parts.push(`## Beside the epochs

${when(run)} One thread, γ moved from run to run: all that a worker does from the experiment to the frame on its way, with
${snapshots} snapshots of the matrices and 12 spectra; the median of each part. Of W(0) the stable ranks and the spectrum are remembered
with its draw and σ₀. A clock read twice an epoch is in it.

${runTable(run.figures)}

Networks with the smoothed φ cannot be grouped. At F Fig. 1 at twice its width φ and φ′ take ${time(smooth.activation)} of
${time(smooth.training)} of training an epoch: ${ratio(smooth.activation / smooth.training)}. They share one e^−|z|. Tried in WebAssembly side by side
(interleaved, the least of 400 rounds): one division in the place of two, 1.07×; e^r as a polynomial without a division,
0.92×; both, 0.96×; with no division left at all, which is no φ any more, 0.80×. So the polynomials of the exponential and
of the logarithm are the limit, and what could be had is a fifth of that share: the bits stay as they are. The loss's
exponential and logarithm are of n numbers, 30 ns each; |z| is 0.4 at most
after the 300 epochs, and e^−|z| could be left out from 37 on.`);
  }
  if (page !== undefined) {
    parts.push(`## The page

${when(page)} The production build in ${page.figures.browser}, headless, software rendering, on the same machine. A
move is measured from the time of the input event to after the frame that painted the whole new curve of the stable
rank.

${pageTable(page.figures)}`);
  }
  if (studies !== undefined) {
    parts.push(`## Studies

${when(studies)} The same build and browser. The page is opened in a Chromium in which nobody debugs: where one does (Playwright, or its own
tools), V8 reads the program once more for the first error that React makes, in the task in which it is evaluated.

${studiesTable(studies.figures)}`);
  }
  return `${parts.join('\n\n')}\n`;
}
