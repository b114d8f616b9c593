import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ProbeName } from '../../../src/core/probe/quantities.ts';
import type { TheoryClient } from '../../../src/engine/theory-client.ts';
import type { TakeProbes, WatchOrder } from '../../../src/protocol/theory.ts';
import { DEFAULTS } from '../../../src/settings/schema.ts';
import { pointsOf, singleStudy, type Study } from '../../../src/settings/study/study.ts';
import { probedOf, useProbes, wantProbes } from '../../../src/state/probes.ts';
import { measureProbes, watchProbes } from '../../../src/ui/theory/watch-probes.ts';
import { syntheticRecording } from '../../charts/synthetic.ts';
import { batch } from '../../state/fake-lab.ts';
import { rest, shownLab } from './watched.ts';

const study = singleStudy({ ...DEFAULTS, runs: 2, epochs: 50 });
const shown = (of: Study, recordings: ReturnType<typeof syntheticRecording>[]) => {
  const variants = pointsOf(of).map((point) => ({ point, curve: null, name: '', recordings }));
  return batch({ study: of, settings: of.base, recordings, variants, curves: variants });
};
/** Two whole runs with names of their own. */
const wholeRuns = () =>
  [1, 2].map((run) => ({ ...syntheticRecording({ epochs: 50 }), run })) as ReturnType<
    typeof syntheticRecording
  >[];

interface Asked {
  readonly orders: readonly WatchOrder[];
  readonly names: readonly ProbeName[];
  readonly take: TakeProbes;
  readonly answer: () => void;
}

function fakeClient() {
  const asked: Asked[] = [];
  const stopMeasuring = vi.fn(() => asked.at(-1)?.answer());
  const client: Pick<TheoryClient, 'measure' | 'stopMeasuring'> = {
    stopMeasuring,
    measure: (orders, names, _datasets, take) =>
      new Promise((answer) => void asked.push({ orders, names, take, answer })),
  };
  /** The runs asked for last are measured to their ends. */
  const finish = async (leave: readonly ProbeName[] = []): Promise<void> => {
    const { orders, names, take, answer } = asked.at(-1)!;
    const column = { epochs: Float64Array.of(0, 50), values: Float64Array.of(2, 1) };
    for (const { key } of orders) {
      const columns = names.filter((name) => !leave.includes(name)).map((name) => [name, column] as const);
      await take({ key, epoch: 50, end: { kind: 'whole' }, columns, limit: LIMIT });
    }
    answer();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { client, asked, stopMeasuring, finish };
}

const LIMIT = { kind: 'none', why: 'of the test' } as const;

let stop: () => void = () => undefined;
const looks: (() => void)[] = [];
const want = (...names: readonly ProbeName[]): (() => void) => {
  const end = wantProbes(names);
  looks.push(end);
  return end;
};

function begin() {
  const { lab, store } = shownLab();
  const fake = fakeClient();
  stop = watchProbes(store, { client: fake.client, datasetOf: () => null });
  return { lab, ...fake };
}

beforeEach(() => {
  vi.useFakeTimers();
  looks.length = 0;
  useProbes.setState(useProbes.getInitialState(), true);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe('what is measured beside the recordings on screen', () => {
  it('is measured when somebody looks and the runs in front are whole, once, and else never', async () => {
    const { lab, asked, finish } = begin();
    const recordings = wholeRuns();
    lab.show(shown(study, recordings));
    await rest();
    expect(asked).toHaveLength(0);
    const away = want('sharpness');
    await rest();
    expect(asked.map(({ orders, names }) => [orders.length, names])).toEqual([[2, ['sharpness']]]);
    await finish();
    expect([...probedOf(recordings[1]!)!.columns.get('sharpness')!.values]).toEqual([2, 1]);
    expect(probedOf(recordings[0]!)!.eta).toBe(study.base.eta);
    away();
    want('sharpness');
    await rest();
    expect(asked).toHaveLength(1);
    expect(useProbes.getState().share).toBeNull();
  });

  it('measures only what is not known yet, and does not ask again for what was too large', async () => {
    const { lab, asked, finish } = begin();
    const recordings = wholeRuns();
    lab.show(shown(study, recordings));
    want('sharpness');
    await rest();
    want('effectiveRankAll');
    await rest();
    // What is under way is not begun anew.
    expect(asked).toHaveLength(1);
    await finish();
    expect(asked[1]!.names).toEqual(['effectiveRankAll']);
    await finish(['effectiveRankAll']);
    expect(probedOf(recordings[0]!)!.columns.has('effectiveRankAll')).toBe(false);
    expect(probedOf(recordings[0]!)!.whole.has('effectiveRankAll')).toBe(true);
    expect(asked).toHaveLength(2);
  });

  it('stops at a change of the settings, and when nobody looks any more', async () => {
    const { lab, asked, stopMeasuring } = begin();
    const recordings = wholeRuns();
    lab.show(shown(study, recordings));
    const away = want('sharpness');
    await rest();
    away();
    expect(stopMeasuring).toHaveBeenCalledTimes(1);
    want('sharpness');
    await rest();
    expect(asked).toHaveLength(2);
    lab.show(shown(study, recordings), shown(singleStudy({ ...study.base, eta: 0.2 }), []));
    expect(stopMeasuring).toHaveBeenCalledTimes(2);
  });

  it('says why it could not be measured', async () => {
    const { lab, client } = begin();
    client.measure = () => Promise.reject(new Error('the worker could not be loaded'));
    lab.show(shown(study, wholeRuns()));
    want('sharpness');
    await rest();
    expect(useProbes.getState()).toMatchObject({ failure: 'the worker could not be loaded', share: null });
  });

  it('is measured for a file, also where something else stops it on the way, until it is cancelled', async () => {
    const { client, asked, finish, stopMeasuring } = fakeClient();
    const recordings = wholeRuns();
    const cancel = new AbortController();
    const parts = { client, datasetOf: () => null };
    const all = measureProbes(shown(study, recordings), ['sharpness'], parts, cancel.signal);
    asked[0]!.answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toHaveLength(2);
    await finish();
    await all;
    const other = measureProbes(shown(study, wholeRuns()), ['sharpness'], parts, cancel.signal);
    cancel.abort();
    await expect(other).rejects.toThrow('abort');
    expect(stopMeasuring).toHaveBeenCalledTimes(1);
  });
});
