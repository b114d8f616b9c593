import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TheoryClient } from '../../../../src/engine/theory-client.ts';
import type { TakeTurn, TurnReport, WatchOrder } from '../../../../src/protocol/theory.ts';
import { DEFAULTS } from '../../../../src/settings/schema.ts';
import { axis } from '../../../../src/settings/study/axis.ts';
import { singleStudy } from '../../../../src/settings/study/study.ts';
import { fresh, useSettings } from '../../../../src/state/settings.ts';
import { useView } from '../../../../src/state/view.ts';
import { logTimeIsChosen } from '../../../../src/ui/theory/still/chosen.ts';
import { goOnUntilStill, stopGoingOn } from '../../../../src/ui/theory/still/go-on.ts';
import { useStill } from '../../../../src/ui/theory/still/store.ts';
import { batch } from '../../../state/fake-lab.ts';
import { shownLab } from '../watched.ts';

const study = singleStudy({ ...DEFAULTS, method: 'flow', logTime: 100, runs: 2, seed: 7 });
const stage = (logTime: number, still = false) => ({ logTime, angle: 1 / logTime, still });

/** A worker that is told what it reports. */
function fakeClient() {
  const asked: { order: WatchOrder; take: TakeTurn; answer: () => void }[] = [];
  const stopFollowing = vi.fn(() => asked.at(-1)?.answer());
  const client: Pick<TheoryClient, 'follow' | 'stopFollowing'> = {
    stopFollowing,
    follow: (order, _datasets, take) => new Promise((answer) => void asked.push({ order, take, answer })),
  };
  const report = async (stages: TurnReport['stages'], end: TurnReport['end'] = null): Promise<void> => {
    const { order, take, answer } = asked.at(-1)!;
    const taken = take({ key: order.key, stages, end });
    await vi.advanceTimersByTimeAsync(2_000);
    await taken;
    if (end !== null) answer();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { client, asked, stopFollowing, report };
}

function begin() {
  const shown = shownLab();
  const fake = fakeClient();
  const over = goOnUntilStill(shown.store, { client: fake.client, datasetOf: () => null });
  return { ...shown, ...fake, over };
}
const logTime = (): number => useSettings.getState().settings.logTime;

beforeEach(() => {
  vi.useFakeTimers();
  useSettings.setState(fresh(study));
});
afterEach(() => {
  stopGoingOn();
  vi.useRealTimers();
  useStill.setState(useStill.getInitialState(), true);
  useView.setState(useView.getInitialState(), true);
});

describe('a flow that goes on until its direction stands still', () => {
  it('is that of the run that is shown, and log t becomes each end: one step of undo', async () => {
    useView.setState({ run: 1 });
    const { asked, report, over } = begin();
    expect(asked[0]!.order.experiment).toMatchObject({ seed: 8, method: { logTime: 100 } });
    expect(useStill.getState().following).toEqual({ run: 'run 2 of 2', stage: null });
    await report([stage(100)]);
    expect(logTime()).toBe(100);
    await report([stage(200)]);
    expect(logTime()).toBe(200);
    expect(useStill.getState().following?.stage).toEqual(stage(200));
    const last = stage(800, true);
    await report([stage(400), last], { kind: 'followed', stillness: { ...last, refusal: null } });
    const words = 'The direction stands still to 10⁻⁴ from log t = 800 on (run 2 of 2).';
    expect(await over).toBe(words);
    expect(useStill.getState()).toMatchObject({ following: null, ended: { words } });
    expect(useStill.getState().ended?.study).toBe(useSettings.getState().study);
    expect(logTime()).toBe(800);
    expect(useSettings.getState().past).toHaveLength(1);
    useSettings.getState().undo();
    expect(logTime()).toBe(100);
  });

  it('is a step of its own after the slider was moved, and what comes after it is another', async () => {
    useSettings.getState().change({ logTime: 150 });
    const { report } = begin();
    await report([stage(300)]);
    stopGoingOn();
    useSettings.getState().change({ logTime: 310 });
    expect(useSettings.getState().past.map(({ base }) => base.logTime)).toEqual([100, 150, 300]);
  });

  it('waits with the next end until the charts have come to this one, and not for ever', async () => {
    const { lab, asked } = begin();
    let isTaken = false;
    const take = (ends: TurnReport['stages']): void => {
      isTaken = false;
      void Promise.resolve(asked[0]!.take({ key: '', stages: ends, end: null })).then(() => (isTaken = true));
    };
    take([stage(200)]);
    await vi.advanceTimersByTimeAsync(500);
    expect(isTaken).toBe(false);
    const { settings } = useSettings.getState();
    const recordings = [{ end: { kind: 'outcome' } }] as unknown as ReturnType<typeof batch>['recordings'];
    lab.show(batch({ settings, recordings }));
    await vi.advanceTimersByTimeAsync(0);
    expect(isTaken).toBe(true);
    take([stage(400)]);
    await vi.advanceTimersByTimeAsync(1_499);
    expect(isTaken).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(isTaken).toBe(true);
  });

  it.each([
    ['by pressing again', () => stopGoingOn()],
    ['by another setting', () => useSettings.getState().change({ gamma: 0.3 })],
    ['by another end', () => useSettings.getState().change({ logTime: 50 })],
    ['by undo', () => useSettings.getState().undo()],
  ])('is left %s: nothing is computed on, and what still comes changes nothing', async (_how, leave) => {
    const { asked, stopFollowing, report, over } = begin();
    await report([stage(200)]);
    leave();
    const before = useSettings.getState().study;
    expect(stopFollowing).toHaveBeenCalledTimes(1);
    expect(useStill.getState()).toEqual({ following: null, ended: null });
    await asked[0]!.take({ key: '', stages: [stage(400)], end: null });
    expect(useSettings.getState().study).toBe(before);
    expect(await over).toBeNull();
  });

  it('is left when what is computed is stopped, not for having been stopped before', async () => {
    const { lab, store } = shownLab();
    const fake = fakeClient();
    lab.show(batch({ status: 'paused' }));
    const over = goOnUntilStill(store, { client: fake.client, datasetOf: () => null });
    lab.show(batch({ status: 'paused' }));
    expect(fake.stopFollowing).not.toHaveBeenCalled();
    lab.show(batch(), batch({ status: 'computing' }));
    lab.show(batch({ status: 'paused' }));
    expect(fake.stopFollowing).toHaveBeenCalledTimes(1);
    expect(await over).toBeNull();
  });

  it('says why it cannot be followed, also where the worker stops', async () => {
    const { report, over } = begin();
    await report([], { kind: 'failed', message: 'no step can be long' });
    expect(await over).toBe('The flow cannot be followed (run 1 of 2): no step can be long.');
    const { store } = shownLab();
    const client = { follow: () => Promise.reject(new Error('gone')), stopFollowing: () => undefined };
    expect(await goOnUntilStill(store, { client, datasetOf: () => null })).toContain('gone');
  });

  it('is not offered where its ends are varied, or go along with what is', () => {
    expect(logTimeIsChosen(study)).toBe(false);
    expect(logTimeIsChosen({ ...study, axes: [axis('gamma', [0, 0.5])] })).toBe(false);
    expect(logTimeIsChosen({ ...study, axes: [axis('logTime', [100, 200])] })).toBe(true);
    const along = [{ setting: 'logTime', values: [100, 200] }] as const;
    expect(logTimeIsChosen({ ...study, axes: [{ ...axis('gamma', [0, 0.5]), along }] })).toBe(true);
  });
});
