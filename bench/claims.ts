/**
 * What it costs to watch all claims that apply along with a run: the least processor time with and without, in turn, at K's
 * Figures 1 and 4, wider, and by flow, F's Figure 1 and M's figures. `npx tsx bench/claims.ts`
 */
import { CLAIMS } from '../src/core/claims/all.ts';
import type { Claim } from '../src/core/claims/claim.ts';
import { applicable, watching } from '../src/core/claims/watch.ts';
import type { Experiment } from '../src/core/experiment.ts';
import { DrawMemo } from '../src/core/problem/draw-memo.ts';
import { train } from '../src/core/run.ts';
import { toExperiments } from '../src/settings/experiment.ts';
import { PRESETS, settingsOf } from '../src/settings/presets.ts';
import { DEFAULTS } from '../src/settings/schema.ts';
import { createKernelSource } from '../workers/kernels/source.ts';

const ROUNDS = 15;

const of = (settings: Partial<typeof DEFAULTS>): Experiment =>
  toExperiments({ ...DEFAULTS, runs: 1, testPoints: 0, ...settings })[0]!;

const preset = (id: string): Experiment =>
  of({ ...settingsOf(PRESETS.find((each) => each.id === id)!), runs: 1, testPoints: 0 });

const CASES: Readonly<Record<string, Experiment>> = {
  'K Fig. 1, γ = 0.5, 50 epochs': of({ gamma: 0.5, epochs: 50 }),
  'K Fig. 4, γ = 0.5, 1,000 epochs': of({ gamma: 0.5, epochs: 1_000 }),
  'K Fig. 4, ReLU, 1,000 epochs': of({ gamma: 0, epochs: 1_000 }),
  'K Fig. 1 by flow to log t = 10,000, γ = 0.5, 200 points': of({
    gamma: 0.5,
    method: 'flow',
    logTime: 10_000,
    epochs: 200,
  }),
  'K Fig. 4, m = 1,000, γ = 0.5, 200 epochs': of({ gamma: 0.5, m: 1_000, epochs: 200 }),
  'F Fig. 1, 300 epochs': preset('frei-1'),
  'M Figs. 1–4, σ_p = 0.5, 1,500 epochs': preset('meng-0.5'),
};

const kernels = createKernelSource();

/** Processor time in ms. */
function timeOf(experiment: Experiment, claims: readonly Claim[], memo: DrawMemo): number {
  const { recorder } = watching({ epoch: () => undefined, snapshot: () => undefined }, claims);
  const from = process.cpuUsage();
  const run = train(experiment, recorder, new Map(), memo, kernels);
  let step = run.next();
  while (step.done !== true) step = run.next();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1_000;
}

for (const [name, experiment] of Object.entries(CASES)) {
  const claims = applicable(CLAIMS, experiment);
  const memo = new DrawMemo();
  const without: number[] = [];
  const along: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    without.push(timeOf(experiment, [], memo));
    along.push(timeOf(experiment, claims, memo));
  }
  // Whatever else the machine does only adds to it.
  const [plain, watched] = [Math.min(...without), Math.min(...along)];
  console.log(
    `${name}: ${plain.toFixed(1)} ms, with ${claims.length} claims ${watched.toFixed(1)} ms: ${((watched / plain - 1) * 100).toFixed(0)} % on top`,
  );
}
