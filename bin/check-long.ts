/**
 * Whether millions of steps by groups drift: on orthonormal features with frozen patterns each margin obeys a recursion of
 * its own, q ← q + (η/n) g σ(−q) with g = Σ_r a_r² φ′_r² (DESIGN §2), which is summed here in twice a double's precision.
 *
 *     npm run check:long [epochs]     (10,000,000 by default)
 */
import { pathToFileURL } from 'node:url';
import type { Experiment } from '../src/core/experiment.ts';
import { train } from '../src/core/run.ts';
import { createKernelSource } from '../workers/kernels/source.ts';

/** What a margin may be off by, relative to it; rounding of what is recorded alone is 1e-15. */
export const TOLERANCE = 1e-13;

const GAMMA = 0.5;
const ETA = 0.1;
const N = 4;
const M = 8;

/** K §3 on n orthonormal features: f(x_i) = (1/m) Σ_r a_r φ(z_ri), ±1/m the second layer. */
const experiment = (epochs: number): Experiment => ({
  data: { kind: 'orthogonal-basis', n: N, d: 64, replacement: false },
  m: M,
  activation: { kind: 'leaky-relu', gamma: GAMMA },
  secondLayer: '1/m',
  loss: 'logistic',
  regularizer: { kind: 'none' },
  sigma0: 1e-3,
  method: { kind: 'gradient-descent', eta: ETA },
  epochs,
  seed: 1,
  testPoints: 0,
  space: 'auto',
});

export interface Drift {
  /** Largest relative difference of a margin from its recursion, over all epochs that are recorded. */
  readonly worst: number;
  /** The last loss. */
  readonly loss: number;
  /** Epochs at which groups took over and gave up. */
  readonly entered: readonly number[];
  readonly left: readonly number[];
  /** Epochs that steps by groups were compared over. */
  readonly compared: number;
}

/** q ← q + gain·σ(−q), summed with what each addition loses. */
class Recursion {
  private lost = 0;

  constructor(
    public value: number,
    private readonly gain: number,
  ) {}

  step(): void {
    // e^−(q + lost) to first order in what was lost.
    const e = Math.exp(-this.value) * (1 - this.lost);
    const part = this.gain * (e / (1 + e)) + this.lost;
    const after = this.value + part;
    const taken = after - this.value;
    this.lost = this.value - (after - taken) + (part - taken);
    this.value = after;
  }
}

/** Trains, and compares the margins of every recorded epoch from the time on at which all patterns are frozen. */
export function driftOver(epochs: number): Drift {
  let recursions: Recursion[] | null = null;
  let at = 0;
  let [worst, loss, from] = [0, NaN, NaN];
  let stepper: { readonly grouping: { readonly entered: number[]; readonly left: number[] } | null } | null =
    null;
  const recorder = {
    begin: (begun: { readonly stepper: NonNullable<typeof stepper> }) => {
      ({ stepper } = begun);
    },
    epoch: (t: number, scalars: Float64Array, margins: Float64Array): void => {
      loss = scalars[0]!;
      if (recursions === null) {
        // The last flips are long over: m neurons of the point's class fire, m of the other give γ² of it.
        if (t < FROZEN) return;
        const gain = (ETA / N) * ((M * (1 + GAMMA * GAMMA)) / (M * M));
        recursions = Array.from(margins, (q) => new Recursion(q, gain));
        [at, from] = [t, t];
        return;
      }
      for (; at < t; at++) for (const one of recursions) one.step();
      recursions.forEach(({ value }, i) => {
        worst = Math.max(worst, Math.abs(margins[i]! / value - 1));
      });
    },
    snapshot: () => undefined,
  };
  const run = train(experiment(epochs), recorder, new Map(), undefined, createKernelSource());
  while (run.next().done !== true);
  const { entered = [], left = [] } = stepper!.grouping ?? {};
  return { worst, loss, entered, left, compared: epochs - from };
}

/** On orthonormal data every pattern is frozen by then, at this η and σ₀. */
const FROZEN = 1_000;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const epochs = Number(process.argv[2] ?? 1e7);
  const before = process.cpuUsage().user;
  const { worst, loss, entered, left, compared } = driftOver(epochs);
  const micros = (process.cpuUsage().user - before) / epochs;
  console.log(
    `${compared} steps: margins within ${worst.toExponential(1)} of their recursion (allowed ${TOLERANCE})`,
  );
  console.log(
    `loss ${loss}, groups from epoch ${entered.join(', ')}, left at ${left.join(', ') || 'none'}; ${micros.toFixed(2)} µs an epoch, the recursion included`,
  );
  if (!(worst < TOLERANCE)) process.exitCode = 1;
}
