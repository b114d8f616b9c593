import type { Experiment } from '../../../../src/core/experiment.ts';
import type { LiveRun } from '../../../../src/core/observe/live-run.ts';
import { train } from '../../../../src/core/run.ts';

/** A flow at one of its times. */
export interface Followed {
  readonly margins: Float64Array;
  readonly c: Float64Array;
  readonly z: Float64Array;
  readonly sliding: Uint8Array | null;
}

/** C, Z and margins of a flow at these log t, and the run itself. */
export function follow(
  experiment: Omit<Experiment, 'method' | 'epochs'>,
  logTimes: readonly number[],
  tolerance = 1e-12,
): { readonly at: readonly Followed[]; readonly run: LiveRun } {
  const at: Followed[] = [];
  let run: LiveRun | null = null;
  const method = { kind: 'flow', logTime: logTimes.at(-1)!, tolerance, logTimes } as const;
  const work = train(
    { ...experiment, method, epochs: logTimes.length - 1 },
    {
      begin: (live) => void (run = live),
      epoch(_, __, margins) {
        const { c, z, sliding } = run!.flow!.state;
        at.push({
          margins: margins.slice(),
          c: c.slice(),
          z: z.slice(),
          sliding: sliding === null ? null : sliding.slice(),
        });
      },
      snapshot: () => undefined,
    },
    new Map(),
  );
  while (work.next().done !== true);
  return { at, run: run! };
}

/** Given data in one dimension or more, two neurons or more, ReLU and exponential loss unless said otherwise. */
export function given(
  x: readonly (readonly number[])[],
  y: readonly number[],
  w0: readonly (readonly number[])[],
  other: Partial<Experiment> = {},
): Omit<Experiment, 'method' | 'epochs'> {
  return {
    data: {
      kind: 'explicit',
      n: y.length,
      d: x[0]!.length,
      x: Float64Array.from(x.flat()),
      y: Float64Array.from(y),
      w0: Float64Array.from(w0.flat()),
    },
    m: w0.length / 2,
    activation: { kind: 'leaky-relu', gamma: 0 },
    secondLayer: '1',
    loss: 'exponential',
    regularizer: { kind: 'none' },
    sigma0: 1,
    seed: 0,
    testPoints: 0,
    space: 'auto',
    ...other,
  };
}
