import { describe, expect, it } from 'vitest';
import { CLAIMS } from '../../../src/core/claims/all.ts';
import { watching } from '../../../src/core/claims/watch.ts';
import { DrawMemo } from '../../../src/core/problem/draw-memo.ts';
import { RecordingFingerprint } from '../../../src/core/recording-fingerprint.ts';
import { train } from '../../../src/core/run.ts';
import type { Experiment } from '../../../src/core/experiment.ts';
import { createKernelSource } from '../../../workers/kernels/source.ts';
import { K_FIGURE_1, M_FIGURES } from '../experiments.ts';

function fingerprintOf(experiment: Experiment, claims: typeof CLAIMS): string {
  const fingerprint = new RecordingFingerprint();
  const { recorder } = watching(
    {
      epoch: (t, scalars, margins) => fingerprint.row(t, scalars, margins),
      snapshot: () => undefined,
    },
    claims,
  );
  const run = train(experiment, recorder, new Map(), new DrawMemo(), createKernelSource());
  while (run.next().done !== true);
  return fingerprint.digest();
}

describe('a run that is watched', () => {
  it.each([
    ['leaky ReLU', K_FIGURE_1],
    ['ReLU', { ...K_FIGURE_1, activation: { kind: 'leaky-relu', gamma: 0 } }],
    [
      'frozen patterns, by groups',
      { ...K_FIGURE_1, activation: { kind: 'leaky-relu', gamma: 0.5 }, epochs: 200 },
    ],
    [
      'gradient flow',
      { ...K_FIGURE_1, m: 10, method: { kind: 'flow', logTime: 100, tolerance: 1e-9 }, epochs: 20 },
    ],
    ['weight space', { ...K_FIGURE_1, space: 'weight', epochs: 10 }],
    ['M’s network', { ...M_FIGURES, epochs: 20 }],
  ] as const)('records the same bits as one that is not: %s', (_, experiment) => {
    expect(fingerprintOf(experiment, CLAIMS)).toBe(fingerprintOf(experiment, []));
  });

  it('has groups write all of their rows out at no more epochs than thinned claims are watched at', () => {
    const epochs = 400;
    const frozen = { ...K_FIGURE_1, activation: { kind: 'leaky-relu', gamma: 0.5 }, epochs } as const;
    let all = 0;
    const { recorder } = watching(
      {
        begin({ stepper: { grouping } }) {
          const { groups } = grouping!;
          const { c } = groups.network;
          const show = groups.show.bind(groups);
          let last = c.slice();
          groups.show = function* () {
            yield* show();
            if (c.some((entry, k) => entry !== last[k])) all++;
            last = c.slice();
          };
        },
        epoch: () => undefined,
        snapshot: () => undefined,
      },
      CLAIMS,
    );
    const run = train(frozen, recorder, new Map(), new DrawMemo(), createKernelSource());
    while (run.next().done !== true);
    // Every epoch while nodes are not made and of the first 64, then two of eight: the one before is compared with.
    expect(all).toBeGreaterThan(epochs / 8);
    expect(all).toBeLessThan(epochs / 2);
  });

  it('finds the same of K’s claims in feature and in weight space', () => {
    const kinds = (['feature', 'weight'] as const).map((space) => {
      const { recorder, watched } = watching({ epoch: () => undefined, snapshot: () => undefined }, CLAIMS);
      const run = train({ ...K_FIGURE_1, space, epochs: 32 }, recorder, new Map());
      while (run.next().done !== true);
      return watched()!
        .judge()
        .map(({ claim, verdict }) => {
          const { kind } = verdict.kind === 'assumption-not-met' ? verdict.finding : verdict;
          return `${claim.id} ${kind}`;
        });
    });
    expect(kinds[1]).toEqual(kinds[0]);
  });

  it('says that K has nothing to do with M’s network, and why', () => {
    const { recorder, watched } = watching({ epoch: () => undefined, snapshot: () => undefined }, CLAIMS);
    const run = train({ ...M_FIGURES, epochs: 1 }, recorder, new Map());
    while (run.next().done !== true);
    const kou = watched()!
      .judge()
      .filter(({ claim }) => claim.paper === 'kou');
    expect(kou.every(({ verdict }) => verdict.kind === 'does-not-apply')).toBe(true);
    expect(kou[0]!.verdict).toMatchObject({ why: 'the activation is not leaky ReLU' });
  });
});
