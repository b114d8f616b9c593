import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TheoryClient } from '../../../src/engine/theory-client.ts';
import type { TheoryReport, WatchOrder } from '../../../src/protocol/theory.ts';
import { DEFAULTS } from '../../../src/settings/schema.ts';
import { vary } from '../../../src/settings/study/edit.ts';
import { pointsOf, singleStudy, type Study } from '../../../src/settings/study/study.ts';
import { reportsOf, useTheory } from '../../../src/state/theory.ts';
import { useView } from '../../../src/state/view.ts';
import { watchTheory } from '../../../src/ui/theory/watch-theory.ts';
import { syntheticRecording } from '../../charts/synthetic.ts';
import { batch } from '../../state/fake-lab.ts';
import { rest, shownLab } from './watched.ts';

const SETTINGS = { ...DEFAULTS, runs: 2, epochs: 50 };
const whole = syntheticRecording();
const growing = syntheticRecording({ ended: false });

/** A batch of a study, of whose points in front the recordings are these. */
const shown = (study: Study, recordings = [whole, whole]) =>
  batch({
    study,
    settings: study.base,
    recordings,
    variants: pointsOf(study).map((point) => ({ point, curve: null, name: '', recordings })),
  });

/** A client that remembers what it was asked for; `report` tells of a run. */
function fakeClient() {
  const asked: (readonly WatchOrder[])[] = [];
  let take: ((report: TheoryReport) => unknown) | null = null;
  const stop = vi.fn();
  const client: TheoryClient = {
    texts: () => Promise.resolve([]),
    trace: () => Promise.resolve(null),
    fit: () => Promise.resolve(null),
    measure: () => Promise.resolve(),
    stopMeasuring: () => undefined,
    slice: () => Promise.resolve(),
    stopSlicing: () => undefined,
    follow: () => Promise.resolve(),
    stopFollowing: () => undefined,
    stop,
    watch: (orders, _conjecture, _datasets, taking) => {
      asked.push(orders);
      take = taking;
      return Promise.resolve();
    },
  };
  const report = (key: string): void => {
    void take?.({
      key,
      epoch: 50,
      end: { kind: 'whole' },
      judged: [{ verdict: { kind: 'does-not-apply', why: '' }, assumptions: [] }],
      curves: [],
    });
  };
  return { client, asked, stop, report };
}

let end: () => void = () => undefined;

function begin() {
  const { lab, store } = shownLab();
  const fake = fakeClient();
  end = watchTheory(store, { client: fake.client, datasetOf: () => null });
  return { lab, ...fake };
}

const gammas = (orders: readonly WatchOrder[] | undefined): unknown[] =>
  (orders ?? []).map(({ experiment: { activation } }) => ('gamma' in activation ? activation.gamma : null));

beforeEach(() => {
  vi.useFakeTimers();
  useTheory.setState(useTheory.getInitialState(), true);
  useView.setState(useView.getInitialState(), true);
});
afterEach(() => {
  end();
  vi.useRealTimers();
});

describe('the watching of claims on what is on screen', () => {
  it('begins when the runs in front are whole and the hand rests, and not again for the same runs', async () => {
    const { lab, asked, report } = begin();
    const study = singleStudy(SETTINGS);
    lab.show(shown(study, [whole, growing]));
    await rest();
    expect(asked).toEqual([]);
    lab.show(shown(study));
    expect(asked).toEqual([]);
    await rest();
    expect(asked.map((orders) => orders.length)).toEqual([2]);
    for (const { key } of asked[0]!) report(key);
    expect(reportsOf(useTheory.getState(), 'front')).toHaveLength(2);
    lab.show(shown(study));
    await rest();
    expect(asked).toHaveLength(1);
  });

  it('stops at a change, says that what is shown is of before, and on the way back asks for nothing anew', async () => {
    const { lab, asked, stop, report } = begin();
    const study = singleStudy(SETTINGS);
    lab.show(shown(study));
    await rest();
    for (const { key } of asked[0]!) report(key);
    const other = singleStudy({ ...SETTINGS, eta: 0.2 });
    lab.show(shown(study), shown(other, []));
    expect(stop).toHaveBeenCalled();
    expect(useTheory.getState().stale).toBe(true);
    lab.show(shown(other));
    await rest();
    expect(useTheory.getState().stale).toBe(false);
    expect(asked).toHaveLength(2);
    lab.show(shown(study), shown(study, []));
    lab.show(shown(study));
    await rest();
    expect(asked).toHaveLength(2);
    expect(reportsOf(useTheory.getState(), 'front')).toHaveLength(2);
  });

  it('watches the value in front for the line, and all values once the list is open', async () => {
    const { lab, asked, report } = begin();
    const study = vary(singleStudy({ ...SETTINGS, gamma: 0.5, runs: 1 }), 'gamma', [0.1, 0.5, 0.9]);
    lab.show(shown(study));
    await rest();
    expect(gammas(asked[0])).toEqual([0.5]);
    report(asked[0]![0]!.key);
    useView.getState().set({ claim: 'all' });
    await rest();
    expect(gammas(asked[1])).toEqual([0.1, 0.9]);
    expect(reportsOf(useTheory.getState(), 'all')).toHaveLength(1);
  });

  it('says why nothing is watched when there is no worker, and tries again with the next change', async () => {
    const { lab, client, asked } = begin();
    const watch = client.watch;
    client.watch = () => Promise.reject(new Error('the worker could not be loaded'));
    lab.show(shown(singleStudy(SETTINGS)));
    await rest();
    expect(useTheory.getState().failure).toBe('the worker could not be loaded');
    client.watch = watch;
    lab.show(shown(singleStudy({ ...SETTINGS, eta: 0.3 })));
    await rest();
    expect(useTheory.getState().failure).toBeNull();
    expect(asked).toHaveLength(1);
  });
});
