import { readFileSync } from 'node:fs';
import type { Experiment } from '../../src/core/experiment.ts';
import type { KernelSource } from '../../src/core/kernels/kernels.ts';
import { PLAIN_SOURCE } from '../../src/core/kernels/plain.ts';
import { SCALARS, type ScalarName } from '../../src/core/observe/quantities.ts';
import type { Snapshot } from '../../src/core/observe/recorder.ts';
import { DrawMemo } from '../../src/core/problem/draw-memo.ts';
import { train } from '../../src/core/run.ts';
import type { Outcome, RunFacts } from '../../src/core/outcome.ts';
import type { ExpectedEpoch } from '../../src/export/expect.ts';
import { isFlow, readReference, type StepsReference } from '../../src/settings/reference.ts';

/** A reference trajectory; see test/fixtures/README.md for the format. */
export interface GoldenCase extends StepsReference {
  readonly expect: readonly ExpectedEpoch[];
}

/** The fixtures' own tolerance (test/fixtures/README.md): relative 1e-9, or 1e-12 absolute near zero. */
export function isClose(actual: number, expected: number): boolean {
  return Math.abs(actual - expected) <= Math.max(1e-9 * Math.abs(expected), 1e-12);
}

export function readGolden(name: string): GoldenCase {
  const url = new URL(`../fixtures/${name}.json`, import.meta.url);
  const content = JSON.parse(readFileSync(url, 'utf8')) as Pick<GoldenCase, 'expect'>;
  const reference = readReference(content);
  if (isFlow(reference)) throw new RangeError(`${name} is a gradient flow: flow.test.ts reads those`);
  return { ...reference, expect: content.expect };
}

/** The run uses its arrays again. */
export function copyOf({ epoch, rho, active, sliding, flips, singularValues, neurons }: Snapshot): Snapshot {
  return {
    epoch,
    rho: rho.slice(),
    active: active.slice(),
    sliding: sliding && sliding.slice(),
    flips: { soFar: flips.soFar.slice(), last: flips.last.slice() },
    singularValues: singularValues.slice(),
    neurons:
      neurons === null
        ? null
        : { gamma: neurons.gamma.slice(), signal: neurons.signal.slice(), noise: neurons.noise.slice() },
  };
}

/** Everything a run reported, kept. */
export interface Kept {
  readonly facts: RunFacts;
  readonly outcome: Outcome;
  readonly epochs: Map<number, { scalars: Record<ScalarName, number>; margins: Float64Array }>;
  readonly snapshots: Map<number, Snapshot>;
}

export function runToEnd(
  experiment: Experiment,
  datasets: Parameters<typeof train>[2] = new Map(),
  kernels: KernelSource = PLAIN_SOURCE,
): Kept {
  const epochs: Kept['epochs'] = new Map();
  const snapshots: Kept['snapshots'] = new Map();
  const work = train(
    experiment,
    {
      epoch: (t, scalars, margins) =>
        epochs.set(t, {
          scalars: Object.fromEntries(SCALARS.map((name, k) => [name, scalars[k]!])) as Record<
            ScalarName,
            number
          >,
          margins: margins.slice(),
        }),
      snapshot: (snapshot) => snapshots.set(snapshot.epoch, copyOf(snapshot)),
    },
    datasets,
    new DrawMemo(),
    kernels,
  );
  let facts: RunFacts | undefined;
  for (;;) {
    const step = work.next();
    if (step.done === true) return { facts: facts!, outcome: step.value, epochs, snapshots };
    facts ??= step.value;
  }
}
