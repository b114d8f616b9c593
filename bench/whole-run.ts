import type { Experiment } from '../src/core/experiment.ts';
import { DrawMemo } from '../src/core/problem/draw-memo.ts';
import { RecordingFingerprint } from '../src/core/recording-fingerprint.ts';
import { train } from '../src/core/run.ts';
import { FrameBuilder, transferablesOf } from '../workers/frame-builder.ts';
import { createKernelSource } from '../workers/kernels/source.ts';
import { CASES, K_FIGURE_4 } from './cases.ts';
import { median, timeTraining } from './measure.ts';

/** A run of K Fig. 4 as a worker does it, its draws known: milliseconds by what they go to. */
export interface WholeRun {
  /** From the experiment to the frame on its way. */
  readonly all: number;
  /** Least and most of the runs. */
  readonly range: readonly [number, number];
  readonly parts: Readonly<Record<string, number>>;
  readonly snapshots: number;
  /** Of F Fig. 1 at twice its width: φ and φ′ of its pre-activations, and training, milliseconds an epoch. */
  readonly smooth: { readonly activation: number; readonly training: number };
}

const RUNS = 25;
/** Runs that make the draws known and the program warm. */
const WARM_UP = 5;

const kernels = createKernelSource();

/** σ₀ as the page's preset of the figure has it; γ moves, as under a slider. */
const moved = (run: number): Experiment => ({
  ...K_FIGURE_4,
  sigma0: 1e-5,
  activation: { kind: 'leaky-relu', gamma: 0.5 + 0.001 * run },
});

/** @throws Error when the run recorded no epoch */
function timeRun(experiment: Experiment, memo: DrawMemo): { parts: Map<string, number>; snapshots: number } {
  const parts = new Map<string, number>();
  let mark = performance.now();
  const spent = (part: string): void => {
    const now = performance.now();
    parts.set(part, (parts.get(part) ?? 0) + now - mark);
    mark = now;
  };
  const builder = new FrameBuilder(1);
  const fingerprint = new RecordingFingerprint();
  let begun = false;
  let snapshots = 0;
  const run = train(
    experiment,
    {
      epoch(t, scalars, margins) {
        spent(begun ? 'epochs: the step and all that is recorded' : 'set-up, with the first epoch');
        begun = true;
        fingerprint.row(t, scalars, margins);
        spent('fingerprint');
        builder.epoch(t, scalars, margins);
        spent('rows copied');
      },
      snapshot(snapshot) {
        spent(snapshot.singularValues.length > 0 ? 'spectra' : 'matrices made');
        builder.snapshot(snapshot);
        snapshots++;
        spent('matrices copied');
      },
    },
    new Map(),
    memo,
    kernels,
  );
  while (run.next().done !== true);
  spent('epochs: the step and all that is recorded');
  if (snapshots === 0) throw new Error('the run recorded no epoch');
  fingerprint.digest();
  spent('fingerprint');
  const frame = builder.take(builder.rows, undefined, undefined);
  structuredClone(frame, { transfer: transferablesOf(frame) });
  spent('frame made and sent');
  return { parts, snapshots };
}

/** Milliseconds of φ and φ′ of so many numbers, the least of many: what else the machine does only adds. */
function timeSmooth(entries: number): number {
  const room = kernels.open(24 * entries);
  const [z, value, slope] = [room.allocate(entries), room.allocate(entries), room.allocate(entries)];
  for (let k = 0; k < entries; k++) z[k] = ((k * 0.618034) % 1) - 0.5;
  let least = Infinity;
  for (let repeat = 0; repeat < 50; repeat++) {
    const begun = performance.now();
    room.smoothLeakyRelu(0.1, z, 0, entries, value, slope);
    least = Math.min(least, performance.now() - begun);
  }
  kernels.close(room);
  return least;
}

export function measureWholeRun(say: (what: string) => void): WholeRun {
  say('a whole run of K Fig. 4');
  const memo = new DrawMemo();
  const runs = Array.from({ length: WARM_UP + RUNS }, (_, run) => timeRun(moved(run), memo)).slice(WARM_UP);
  const totals = runs.map(({ parts }) => [...parts.values()].reduce((sum, part) => sum + part, 0));
  const names = [...runs[0]!.parts.keys()];
  const { experiment } = CASES.find(({ id }) => id === 'f1')!;
  const entries = 2 * experiment.m * ('n' in experiment.data ? experiment.data.n : 0);
  return {
    all: median(totals),
    range: [Math.min(...totals), Math.max(...totals)],
    parts: Object.fromEntries(
      names.map((name) => [name, median(runs.map(({ parts }) => parts.get(name) ?? 0))]),
    ),
    snapshots: runs[0]!.snapshots,
    smooth: { activation: timeSmooth(entries), training: timeTraining({ ...experiment, epochs: 100 }) },
  };
}
