import { describe, expect, it } from 'vitest';
import { PLAIN_SOURCE } from '../../src/core/kernels/plain.ts';
import { createKernelSource } from '../../workers/kernels/source.ts';
import type { ExpectedEpoch } from '../../src/export/expect.ts';
import { referenceExperiment } from '../../src/settings/reference.ts';
import { isClose, readGolden, runToEnd, type Kept } from './golden.ts';

function expectClose(actual: number, expected: number, what: string): void {
  expect(isClose(actual, expected), `${what}: ${actual} against ${expected}`).toBe(true);
}

const FULLY_CONNECTED = [
  'fc-basis-relu',
  'fc-exp-loss',
  'fc-fgr-smooth',
  'fc-leaky',
  'fc-linear',
  'fc-pegr',
  'fc-relu',
  'fc-sgd',
  'fc-smooth-frei',
];
const TWO_PATCH = ['cnn-cubic-pegr', 'cnn-fgr', 'cnn-none', 'cnn-pegr', 'cnn-pegr-unit'];

function compareEpoch(kept: Kept, golden: ExpectedEpoch, patches: number, isFgr: boolean): void {
  const at = `epoch ${golden.epoch}`;
  const { scalars, margins } = kept.epochs.get(golden.epoch)!;
  expectClose(scalars.loss, golden.loss, `${at} loss`);
  expectClose(scalars.penalty, golden.penalty, `${at} penalty`);
  // FGR is ½‖∇L‖², so its penalty tells the gradient's norm.
  if (isFgr) expectClose(scalars.gradientNorm ** 2 / 2, golden.penalty, `${at} ½‖∇L‖²`);
  expectClose(scalars.frobenius, golden.frobenius, `${at} ‖W‖_F`);
  expectClose(scalars.stableRankPositive, golden.stable_rank.positive, `${at} stable rank of W₊`);
  expectClose(scalars.stableRankNegative, golden.stable_rank.negative, `${at} stable rank of W₋`);
  expectClose(scalars.stableRankAll, golden.stable_rank.all, `${at} stable rank of W`);
  expect(margins).toHaveLength(golden.margins.length);
  golden.margins.forEach((q, i) => expectClose(margins[i]!, q, `${at} margin ${i}`));

  const snapshot = kept.snapshots.get(golden.epoch)!;
  const n = golden.margins.length;
  // A snapshot shows the last patch of each sample: x_i itself, or ξ_i of the two-patch network.
  const active = golden.active.map((row) => row.filter((_, k) => k % patches === patches - 1));
  expect([...snapshot.active], `${at} activation pattern`).toEqual(active.flat());
  golden.rho?.forEach((row, r) =>
    row.forEach((rho, i) =>
      expectClose(snapshot.rho[r * n + i]!, rho, `${at} ρ of neuron ${r}, sample ${i}`),
    ),
  );
  golden.gamma?.forEach((gamma, r) =>
    expectClose(snapshot.neurons!.gamma[r]!, gamma, `${at} γ of neuron ${r}`),
  );
}

const KERNELS = { 'plain TypeScript': PLAIN_SOURCE, WebAssembly: createKernelSource() };

describe.each([
  ['feature', 'plain TypeScript'],
  ['feature', 'WebAssembly'],
  ['weight', 'plain TypeScript'],
  ['weight', 'WebAssembly'],
  ['grouped', 'plain TypeScript'],
  ['grouped', 'WebAssembly'],
] as const)('the reference trajectories, in %s space with kernels in %s', (space, kernels) => {
  it.each([...FULLY_CONNECTED, ...TWO_PATCH])('%s is followed to 1e-9 at every listed epoch', (name) => {
    const golden = readGolden(name);
    const kept = runToEnd(referenceExperiment(golden, space), new Map(), KERNELS[kernels]);
    expect(kept.outcome.kind).toBe('finished');
    expect(kept.facts.space).toBe(space === 'weight' ? 'weight' : 'feature');
    expect(golden.expect.length).toBeGreaterThan(0);
    for (const epoch of golden.expect) {
      compareEpoch(kept, epoch, golden.model === 'cnn' ? 2 : 1, golden.regularizer === 'fgr');
    }
  });
});
