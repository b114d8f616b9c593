import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TheoryClient } from '../../../src/engine/theory-client.ts';
import type { TakeSlice, WatchOrder } from '../../../src/protocol/theory.ts';
import { DEFAULTS } from '../../../src/settings/schema.ts';
import { pointsOf, singleStudy } from '../../../src/settings/study/study.ts';
import { sliceOf, useSlices, wantSlice } from '../../../src/state/slices.ts';
import { projectSlice, watchSlices } from '../../../src/ui/theory/watch-slices.ts';
import { syntheticRecording } from '../../charts/synthetic.ts';
import { syntheticSlice } from '../../charts/synthetic-slices.ts';
import { batch } from '../../state/fake-lab.ts';
import { rest, shownLab } from './watched.ts';

const study = singleStudy({ ...DEFAULTS, runs: 2, epochs: 50 });
const runs = (ended = true) => [1, 2].map((run) => ({ ...syntheticRecording({ epochs: 50, ended }), run }));
const shown = (recordings: ReturnType<typeof runs>) => {
  const variants = pointsOf(study).map((point) => ({ point, curve: null, name: '', recordings }));
  return batch({ study, settings: study.base, recordings, variants, curves: variants });
};

interface Asked {
  readonly order: WatchOrder;
  readonly pair: string;
  readonly take: TakeSlice;
  readonly answer: () => void;
}

function fakeClient() {
  const asked: Asked[] = [];
  const stopSlicing = vi.fn(() => asked.at(-1)?.answer());
  const client: Pick<TheoryClient, 'slice' | 'stopSlicing'> = {
    stopSlicing,
    slice: (order, pair, _datasets, take) =>
      new Promise((answer) => void asked.push({ order, pair, take, answer })),
  };
  const report = async (places: number, isWhole: boolean): Promise<void> => {
    const { order, take, answer } = asked.at(-1)!;
    const { frame } = syntheticSlice(syntheticRecording({ epochs: 50 }));
    const epochs = Float64Array.from({ length: places }, (_, k) => k);
    const arrows = new Float64Array(2 * frame.neurons * places).fill(1);
    await take({
      key: order.key,
      share: 0.5,
      end: isWhole ? { kind: 'whole' } : null,
      frame,
      epochs,
      arrows,
    });
    if (isWhole) answer();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { client, asked, stopSlicing, report };
}

let stop: () => void = () => undefined;
const begin = () => {
  const { lab, store } = shownLab();
  const fake = fakeClient();
  stop = watchSlices(store, { client: fake.client, datasetOf: () => null });
  return { lab, ...fake };
};
beforeEach(() => {
  vi.useFakeTimers();
  useSlices.setState(useSlices.getInitialState(), true);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe('slices that are looked at', () => {
  it('are made of the run that is shown, once the runs in front are whole and the hand rests', async () => {
    const { lab, asked, report } = begin();
    const growing = runs(false);
    lab.show(shown(growing));
    wantSlice({ recording: growing[1]!, pair: 'v.u' });
    await rest();
    expect(asked).toEqual([]);
    const whole = runs();
    lab.show(shown(whole));
    const wanted = { recording: whole[1]!, pair: 'v.u' };
    wantSlice(wanted);
    await rest();
    expect(asked.map(({ pair, order }) => [pair, order.experiment.seed])).toEqual([
      ['v.u', study.base.seed + 1],
    ]);
    await report(3, false);
    expect(sliceOf(wanted)).toMatchObject({ kind: 'slice', isWhole: false });
    expect(useSlices.getState().share).toBe(0.5);
    await report(2, true);
    const slice = sliceOf(wanted);
    expect(slice?.kind === 'slice' && [slice.places.length, slice.isWhole]).toEqual([5, true]);
    expect(useSlices.getState().share).toBeNull();
    await rest();
    expect(asked.length).toBe(1);
  });

  it('are left when nobody looks, when others are, and when a setting moves', async () => {
    const { lab, asked, stopSlicing } = begin();
    const whole = runs();
    lab.show(shown(whole));
    const away = wantSlice({ recording: whole[0]!, pair: '' });
    await rest();
    away();
    expect(stopSlicing).toHaveBeenCalledTimes(1);
    wantSlice({ recording: whole[0]!, pair: 'x1.x2' });
    await rest();
    expect(asked.map(({ pair }) => pair)).toEqual(['', 'x1.x2']);
    lab.show(shown(runs(false)));
    expect(stopSlicing).toHaveBeenCalledTimes(2);
  });

  it('say why there is none, and are not asked for again', async () => {
    const { lab, asked } = begin();
    const whole = runs();
    lab.show(shown(whole));
    const wanted = { recording: whole[0]!, pair: 'mu2.v' };
    wantSlice(wanted);
    await rest();
    const { order, take, answer } = asked[0]!;
    const none = { epochs: new Float64Array(), arrows: new Float64Array(), frame: null };
    await take({ key: order.key, share: 1, end: { kind: 'failed', message: 'no second mean' }, ...none });
    answer();
    await rest();
    expect(sliceOf(wanted)).toEqual({ kind: 'none', message: 'no second mean' });
    expect(asked.length).toBe(1);
  });

  it('are made for a file as well, once', async () => {
    const { client, asked, report } = fakeClient();
    const whole = runs();
    const wanted = { recording: whole[0]!, pair: '' };
    const parts = { client, datasetOf: () => null };
    const made = projectSlice(shown(whole), wanted, parts, new AbortController().signal);
    await report(4, true);
    await made;
    await projectSlice(shown(whole), wanted, parts, new AbortController().signal);
    expect(asked.length).toBe(1);
  });
});
