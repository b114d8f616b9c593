import { afterEach, describe, expect, it } from 'vitest';
import { flipsByClass } from '../../../src/core/observe/pair-flips.ts';
import type { Snapshot } from '../../../src/core/observe/recorder.ts';
import { matrixOrder } from '../../../src/charts/matrix/order.ts';
import { TOLD } from '../../../src/ui/panels/told/index.ts';
import { flipScale, flipsPicture } from '../../../src/ui/panels/flips-picture.ts';
import { useView } from '../../../src/state/view.ts';
import { syntheticRecording } from '../../charts/synthetic.ts';

const recording = syntheticRecording({ seed: 1, n: 4, m: 2, epochs: 20, every: 10 });
const facts = { ...recording.facts!, labels: Float64Array.of(1, -1, 1, -1) };
/** Of neurons +1, +2, −1, −2 with four samples, two of each class. */
const flips = {
  soFar: Uint32Array.of(1, 41, 0, 0, 0, 0, 0, 0, 7, 0, 0, 2, 0, 0, 0, 0),
  last: Uint32Array.of(3, 9_812, 0, 0, 0, 0, 0, 0, 90, 0, 0, 12, 0, 0, 0, 0),
};
const snapshots: readonly Snapshot[] = [{ ...recording.snapshots[0]!, flips }];

afterEach(() => useView.getState().set({ cells: 'signs' }));

describe('the flips of pairs', () => {
  const scale = flipScale([{ ...recording, snapshots }]);
  const picture = flipsPicture(
    { facts, snapshots },
    matrixOrder(facts),
    scale,
    (u) => `rgb(${255 * u}, 0, 0)`,
  );

  it('are told by class of neuron and sample', () => {
    expect(flipsByClass(flips, facts)).toEqual({ own: 3, other: 48, lastOwn: 12 });
    expect(picture.note(0)).toBe('51 flips of these pairs, 94.1 % with j ≠ y');
  });

  it('read as a count, when last and of which classes; of several pairs as their mean', () => {
    expect(picture.read(0, [1])).toBe('41 flips, last at epoch 9,812 (j ≠ y)');
    expect(picture.read(0, [0])).toBe('1 flip, at epoch 3 (j = y)');
    expect(picture.read(0, [4])).toBe('0 flips (j = y)');
    expect(picture.read(0, [0, 1])).toBe('mean of 21 flips');
  });

  it('are coloured on one scale up to the most of any pair', () => {
    expect(scale.largest).toBe(41);
    const one = { count: 4, first: Int32Array.of(0, 1, 2, 3, 4) };
    const pixels = new Uint32Array(16);
    const strips = { ...one, start: one.first, size: one.first, split: 2, length: 4 };
    picture.paint(pixels, 0, strips, strips);
    const red = Array.from(pixels, (pixel) => pixel & 255);
    // In the picture's order samples of class +1 come first: 0, 2, 1, 3.
    expect(red[2]).toBe(255);
    // Half of a step of the ramp, and what is cut off a channel.
    expect(Math.abs(red[0]! - (255 * Math.log(2)) / Math.log(42))).toBeLessThan(1.5);
    expect(red[4]).toBe(0);
  });

  it('are in the activation card’s words and table where it shows them', () => {
    const [signs] = [TOLD.activation.summary([recording])];
    expect(signs).toContain('Share of neurons that fire');
    useView.getState().set({ cells: 'flips' });
    expect(TOLD.activation.summary([recording])).toContain('Flips of a pair so far');
    const { row, count } = TOLD.activation.table([recording]);
    expect(row(count - 1)).not.toContain('0.0 %');
  });
});

describe('the chart of flips so far', () => {
  it('is logarithmic both ways where time is', () => {
    const axes = (['linear', 'log'] as const).map((timeAxis) => {
      const view = { ...useView.getState(), timeAxis };
      const pane = TOLD.flips.picture({
        recordings: [recording],
        variants: [],
        view,
        palette: undefined as never,
      })!.panes[0]!;
      return pane.kind === 'time' ? [pane.time, pane.content.axis] : [];
    });
    expect(axes).toEqual([
      ['linear', 'linear'],
      ['log', 'log'],
    ]);
  });
});
