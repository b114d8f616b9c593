import { describe, expect, it } from 'vitest';
import { train } from '../../src/core/run.ts';
import type { Experiment } from '../../src/core/experiment.ts';
import { unpacked } from '../../src/engine/unpacked.ts';
import { toExperiments } from '../../src/settings/experiment.ts';
import { DEFAULTS, type Settings } from '../../src/settings/schema.ts';
import { FrameBuilder } from '../../workers/frame-builder.ts';
import { createKernelSource } from '../../workers/kernels/source.ts';

const kernels = createKernelSource();

/** A run's snapshots as the page has them, the bytes of their packs, and the matrices as they were written out at each epoch. */
function recorded(change: Partial<Settings>) {
  const experiment: Experiment = toExperiments({ ...DEFAULTS, runs: 1, testPoints: 0, ...change })[0]!;
  const builder = new FrameBuilder(1);
  const written: { epoch: number; rho: Float64Array; active: Uint8Array }[] = [];
  let grouped = 0;
  const run = train(
    experiment,
    {
      epoch: (t, scalars, margins) => builder.epoch(t, scalars, margins),
      snapshot(snapshot) {
        if (snapshot.grouped) grouped++;
        builder.snapshot(snapshot);
        const { epoch, rho, active } = snapshot;
        written.push({ epoch, rho: rho.slice(), active: active.slice() });
      },
    },
    new Map(),
    undefined,
    kernels,
  );
  while (run.next().done !== true);
  const { bytes } = builder;
  const { snapshots } = builder.take(builder.rows, undefined, undefined);
  const shown = structuredClone(snapshots).flatMap(unpacked);
  return { written, grouped, bytes, shown };
}

/** Bit for bit; the runner's own comparison takes seconds of so many. */
const areSame = (a: Float64Array | Uint8Array, b: Float64Array | Uint8Array): boolean =>
  Buffer.from(a.buffer, a.byteOffset, a.byteLength).equals(Buffer.from(b.buffer, b.byteOffset, b.byteLength));

describe('snapshots of neurons that move by groups', () => {
  it.each([
    ['that soon freeze', { gamma: 0.5, sigma0: 1e-5, epochs: 100 }],
    ['of which some flip', { gamma: 0.25, sigma0: 1e-3, epochs: 200 }],
    ['of which not all are shown', { gamma: 0.5, sigma0: 1e-5, m: 300, n: 12, epochs: 60 }],
    ['with a signal patch', { data: 'signal-noise', activation: 'leaky-relu', gamma: 0.5, epochs: 100 }],
  ] satisfies [string, Partial<Settings>][])(
    'have the same bits on the page as where they are written out: %s',
    (_, change) => {
      const { written, grouped, shown } = recorded(change);
      expect(grouped).toBeGreaterThan(10);
      expect(shown.map(({ epoch }) => epoch)).toEqual(written.map(({ epoch }) => epoch));
      const others = shown.filter(
        ({ rho, active }, k) => !areSame(rho, written[k]!.rho) || !areSame(active, written[k]!.active),
      );
      expect(others.map(({ epoch }) => epoch)).toEqual([]);
    },
  );

  it('take a few bytes each while nobody changes groups, and ReLU’s take what they take', () => {
    const frozen = recorded({ gamma: 0.5, sigma0: 1e-5, epochs: 100 });
    const restless = recorded({ gamma: 0, sigma0: 1e-3, epochs: 100 });
    expect(restless.grouped).toBe(0);
    expect(frozen.bytes).toBeLessThan(restless.bytes / 4);
  });
});
