import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../../../src/core/experiment.ts';
import type { LiveRun } from '../../../../src/core/observe/live-run.ts';
import type { Recorder } from '../../../../src/core/observe/recorder.ts';
import { train } from '../../../../src/core/run.ts';
import { K_FIGURE_1 } from '../../experiments.ts';

/** Of the preset “What does gradient descent do where the flow slides?”; one run. */
const RELU: Experiment = {
  ...K_FIGURE_1,
  m: 20,
  activation: { kind: 'leaky-relu', gamma: 0 },
  sigma0: 0.01,
  seed: 2,
  testPoints: 0,
};

/** ηT: both go on until this time. */
const TIME = 200;

function run(experiment: Experiment, recorder: Partial<Recorder>): void {
  const quiet = { epoch: () => undefined, snapshot: () => undefined };
  const work = train(experiment, { ...quiet, ...recorder }, new Map());
  while (work.next().done !== true);
}

/** φ′ of the pairs that stay on their kink at the end of the flow, by their place among the pairs. */
function slidingOf(experiment: Experiment): ReadonlyMap<number, number> {
  let last = new Float32Array(0);
  const method = { kind: 'flow', logTime: Math.log(TIME), tolerance: 1e-9 } as const;
  run({ ...experiment, method, epochs: 20 }, { snapshot: ({ sliding }) => void (last = sliding!.slice()) });
  return new Map([...last].flatMap((slope, at) => (slope < 0 ? [] : [[at, slope] as const])));
}

/** Pairs that have flipped in the last tenth of gradient descent, and in which share of its later half they fire. */
function chatterOf(experiment: Experiment, eta: number): ReadonlyMap<number, number> {
  const epochs = Math.round(TIME / eta);
  const found = new Map<number, number>();
  const fires = new Map<number, number>();
  let live: LiveRun | null = null;
  run(
    { ...experiment, method: { kind: 'gradient-descent', eta }, epochs },
    {
      begin: (begun) => void (live = begun),
      epoch: (t) => {
        if (t <= epochs / 2) return;
        const { full, ground } = live!.stepper;
        for (let r = 0, at = 0; r < live!.facts.neurons; r++) {
          for (let i = 0; i < full.n; i++, at++) {
            const z = ground.space.z[r * full.features + full.patchFeature[i]!]!;
            if (z >= 0) fires.set(at, (fires.get(at) ?? 0) + 2 / epochs);
          }
        }
      },
      snapshot: ({ epoch, flips }) => {
        if (epoch < epochs) return;
        flips.last.forEach((t, at) => t > 0.9 * epochs && found.set(at, fires.get(at) ?? 0));
      },
    },
  );
  return found;
}

describe('gradient descent, where the flow slides,', () => {
  const sliding = slidingOf(RELU);

  it('flips to and fro for ever: 65 of the 69 pairs with η = 0.1, the same and 3 more with 0.025, and no others', () => {
    expect(sliding.size).toBe(69);
    const [coarse, fine] = [0.1, 0.025].map((eta) => [...chatterOf(RELU, eta).keys()]);
    expect([coarse!.length, fine!.length]).toEqual([65, 68]);
    expect(fine!.filter((at) => !sliding.has(at))).toEqual([]);
    expect(coarse!.filter((at) => !fine!.includes(at))).toEqual([]);
  });

  it('fires in a share of its epochs that is the slope φ′ with which the flow slides', () => {
    const off = [...chatterOf(RELU, 0.1)].map(([at, share]) => Math.abs(share - sliding.get(at)!));
    // Of a thousand epochs, in which the slopes move a little themselves.
    expect(Math.max(...off)).toBeLessThan(0.01);
    expect(off.reduce((sum, value) => sum + value, 0) / off.length).toBeLessThan(0.001);
  });

  it('does so with a small leak too, where φ′ is γ and the rest of that share', () => {
    const gamma = 0.05;
    const leaky: Experiment = { ...RELU, seed: 1, activation: { kind: 'leaky-relu', gamma } };
    const slopes = slidingOf(leaky);
    const chatter = chatterOf(leaky, 0.1);
    expect([slopes.size, chatter.size]).toEqual([14, 13]);
    for (const [at, share] of chatter) {
      expect(Math.abs(gamma + (1 - gamma) * share - slopes.get(at)!)).toBeLessThan(0.005);
    }
  });

  it('does not where ReLU rests: on orthogonal data φ′ = 0 holds every pair, and one step leaves it silent', () => {
    const orthogonal: Experiment = {
      ...RELU,
      sigma0: 0.001,
      data: { kind: 'orthogonal-basis', n: 20, d: 40, replacement: false },
    };
    const slopes = slidingOf(orthogonal);
    expect(slopes.size).toBeGreaterThan(100);
    expect(new Set(slopes.values())).toEqual(new Set([0]));
    expect(chatterOf(orthogonal, 0.1).size).toBe(0);
  });
});
