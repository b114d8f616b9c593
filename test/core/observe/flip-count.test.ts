import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../../src/core/experiment.ts';
import { PLAIN } from '../../../src/core/kernels/plain.ts';
import type { Grouping } from '../../../src/core/method/grouping.ts';
import { Stepper } from '../../../src/core/method/stepper.ts';
import { Observer } from '../../../src/core/observe/observer.ts';
import type { Snapshot } from '../../../src/core/observe/recorder.ts';
import { SCALARS } from '../../../src/core/observe/quantities.ts';
import { createSchedule } from '../../../src/core/observe/schedule.ts';
import { createProblem } from '../../../src/core/problem/create.ts';
import { DrawMemo } from '../../../src/core/problem/draw-memo.ts';
import { K_FIGURE_1 } from '../experiments.ts';
import { finish } from '../finish.ts';

const DRAWS = new DrawMemo();
const EPOCHS = 119;
const STRIDE = 7;
const RELU = { kind: 'leaky-relu', gamma: 0 } as const;

const LEAVING = {
  data: { kind: 'gaussian-mixture', n: 10, d: 40, meanSd: 0.1, noiseSd: 1 },
  m: 8,
  activation: { kind: 'leaky-relu', gamma: 0.25 },
  method: { kind: 'gradient-descent', eta: 1 },
  sigma0: 1e-3,
  seed: 2,
} satisfies Partial<Experiment>;

interface Counted {
  readonly epoch: number;
  readonly flipsSoFar: number;
  readonly lastFlip: number;
  /** Of each pair. */
  readonly pairs: { readonly soFar: readonly number[]; readonly last: readonly number[] };
}

/** What an observer records every STRIDE epochs. */
function recorded(experiment: Experiment): { rows: Counted[]; grouping: Grouping | null } {
  const rows: Counted[] = [];
  const scalarsOf = new Map<number, Omit<Counted, 'pairs'>>();
  const at = (scalars: Float64Array, name: (typeof SCALARS)[number]) => scalars[SCALARS.indexOf(name)]!;
  const recorder = {
    epoch: (epoch: number, scalars: Float64Array) =>
      void scalarsOf.set(epoch, {
        epoch,
        flipsSoFar: at(scalars, 'flipsSoFar'),
        lastFlip: at(scalars, 'lastFlip'),
      }),
    snapshot: ({ epoch, flips }: Snapshot) =>
      void rows.push({
        ...scalarsOf.get(epoch)!,
        pairs: { soFar: [...flips.soFar], last: [...flips.last] },
      }),
  };
  const problem = finish(createProblem(experiment, new Map(), DRAWS));
  const stepper = finish(Stepper.create(problem, experiment, PLAIN));
  const shown = Array.from({ length: 1 + EPOCHS / STRIDE }, (_, k) => STRIDE * k);
  const schedule = createSchedule(experiment.epochs, stepper.full.n, problem.neurons, 1, shown);
  const observer = finish(Observer.create(stepper, schedule));
  for (let t = 0; ;) {
    const loss = finish(stepper.evaluate());
    observer.follow(t);
    if (t % STRIDE === 0) finish(observer.observe(t, { loss, penalty: 0, gradientNorm: 0 }, recorder));
    if (t === experiment.epochs) return { rows, grouping: stepper.grouping };
    t = finish(stepper.advance(t, STRIDE * (Math.floor(t / STRIDE) + 1)));
  }
}

/** The same by looking at every sign after every ordinary step. */
function plain(experiment: Experiment): Counted[] {
  const problem = finish(createProblem(experiment, new Map(), DRAWS));
  const stepper = finish(Stepper.create(problem, { ...experiment, space: 'feature' }, PLAIN));
  const rows: Counted[] = [];
  let before: boolean[] | null = null;
  const last = stepper.full.patches - 1;
  const soFar = new Array<number>(problem.neurons * stepper.full.n).fill(0);
  const latest = [...soFar];
  let flipsSoFar = 0;
  let lastFlip = 0;
  for (let t = 0; t <= experiment.epochs; t++) {
    finish(stepper.evaluate());
    const signs = Array.from(stepper.objective.signed, (z) => z >= 0);
    const flips = before === null ? 0 : signs.filter((sign, k) => sign !== before![k]).length;
    flipsSoFar += flips;
    if (flips > 0) lastFlip = t;
    soFar.forEach((_, pair) => {
      const at = pair * stepper.full.patches + last;
      if (before === null || signs[at] === before[at]) return;
      soFar[pair]!++;
      latest[pair] = t;
    });
    rows.push({ epoch: t, flipsSoFar, lastFlip, pairs: { soFar: [...soFar], last: [...latest] } });
    before = signs;
    if (t < experiment.epochs) finish(stepper.advance(t));
  }
  return rows;
}

describe('flips since the start and the last of them', () => {
  it.each([
    ['leaky ReLU, by groups once they are few', {}],
    ['leaky ReLU, by groups all along', { space: 'grouped' }],
    [
      'ReLU by groups all along, which goes on flipping',
      { space: 'grouped', activation: RELU, sigma0: 1e-3 },
    ],
    ['ReLU', { activation: RELU, sigma0: 1e-3 }],
    ['mini-batches', { method: { kind: 'sgd', eta: 0.1, batchSize: 3 } }],
    ['weights', { space: 'weight' }],
    [
      'two patches, of which a pair is the last',
      { data: { kind: 'signal-noise', n: 6, d: 40, meanNorm: 2, noiseSd: 0.3 }, sigma0: 0.02 },
    ],
    [
      'two patches by groups',
      {
        data: { kind: 'signal-noise', n: 6, d: 40, meanNorm: 2, noiseSd: 0.3 },
        sigma0: 0.02,
        space: 'grouped',
      },
    ],
    ['groups that take over and give up, twice', LEAVING],
  ] satisfies [string, Partial<Experiment>][])(
    'count every epoch, recorded or not, pair by pair: %s',
    (_name, change) => {
      const experiment: Experiment = {
        ...K_FIGURE_1,
        epochs: EPOCHS,
        testPoints: 0,
        ...change,
      };
      const all = plain(experiment);
      const { rows, grouping } = recorded(experiment);
      if (change === LEAVING) expect(grouping!.left).toHaveLength(2);
      expect(rows).toHaveLength(1 + EPOCHS / STRIDE);
      expect(rows).toEqual(rows.map(({ epoch }) => all[epoch]));
      expect(rows.at(-1)!.flipsSoFar).toBeGreaterThan(0);
      expect(Math.max(...rows.at(-1)!.pairs.soFar)).toBeGreaterThan(0);
    },
  );
});
