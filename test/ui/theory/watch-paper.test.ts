import { afterEach, expect, it, vi } from 'vitest';
import { probedOf } from '../../../src/state/probes.ts';
import { watchPaper } from '../../../src/ui/theory/watch-paper.ts';
import { PROBES } from '../../../src/core/probe/quantities.ts';
import { DEFAULTS } from '../../../src/settings/schema.ts';
import { pointsOf, singleStudy } from '../../../src/settings/study/study.ts';
import { syntheticRecording } from '../../charts/synthetic.ts';
import { syntheticSlice } from '../../charts/synthetic-slices.ts';
import { sliceOf } from '../../../src/state/slices.ts';
import { batch } from '../../state/fake-lab.ts';
import { shownLab } from './watched.ts';

// Their charts are code of the page.
vi.mock('../../../src/ui/panels/index.ts', async (original) => ({
  ...(await original<object>()),
  PANELS: [],
}));

const pressed = (key: string, more: object = {}): Event =>
  Object.assign(new Event('keydown', { cancelable: true }), { key, ctrlKey: true, ...more });

let stop: () => void = () => undefined;
afterEach(() => stop());

it('the key that prints measures what no card in view has asked for, and then prints', async () => {
  const study = singleStudy({ ...DEFAULTS, runs: 1, epochs: 50 });
  const recording = { ...syntheticRecording({ epochs: 50, ended: true }), run: 1 };
  const variants = pointsOf(study).map((point) => ({
    point,
    curve: null,
    name: '',
    recordings: [recording],
  }));
  const { lab, store } = shownLab();
  const keys = new EventTarget();
  const print = vi.fn();
  const { frame } = syntheticSlice(recording);
  stop = watchPaper(store, {
    keys,
    print,
    datasetOf: () => null,
    client: {
      measure: async ([order], names, _datasets, take) => {
        const columns = names.map((name) => [
          name,
          { epochs: Float64Array.of(0), values: Float64Array.of(1) },
        ]);
        await take({
          key: order!.key,
          epoch: 50,
          columns: columns as never,
          limit: null,
          end: { kind: 'whole' },
        });
      },
      stopMeasuring: () => undefined,
      slice: async (order, _pair, _datasets, take) => {
        const arrows = new Float64Array(2 * frame.neurons);
        await take({
          key: order.key,
          share: 1,
          end: { kind: 'whole' },
          frame,
          epochs: Float64Array.of(0),
          arrows,
        });
      },
      stopSlicing: () => undefined,
    },
  });
  lab.show(batch({ study, settings: study.base, recordings: [recording], variants, curves: variants }));

  keys.dispatchEvent(pressed('a'));
  keys.dispatchEvent(pressed('p', { shiftKey: true }));
  const event = pressed('p');
  keys.dispatchEvent(event);
  expect([event.defaultPrevented, print.mock.calls.length]).toEqual([true, 0]);
  await vi.waitFor(() => expect(print).toHaveBeenCalledOnce());
  expect([...(probedOf(recording)?.whole ?? [])]).toEqual([...PROBES]);
  expect(sliceOf({ recording, pair: '' })?.kind).toBe('slice');
});
