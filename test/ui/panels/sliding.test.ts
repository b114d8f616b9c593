import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chosenRun } from '../../../src/charts/data/statistics.ts';
import type { MatrixGeometry } from '../../../src/charts/matrix/geometry.ts';
import { stripsOf } from '../../../src/charts/matrix/strips.ts';
import { mixedRamp, packed } from '../../../src/charts/scales/colours.ts';
import type { Rgb } from '../../../src/charts/scales/rgb.ts';
import type { Recording } from '../../../src/engine/recording.ts';
import { useView } from '../../../src/state/view.ts';
import { activationPicture } from '../../../src/ui/panels/activation.tsx';
import { flowChunk } from '../../../src/ui/panels/flow-chunk.ts';
import type { PatternColours } from '../../../src/ui/panels/pattern-colours.ts';
import { TOLD } from '../../../src/ui/panels/told/index.ts';
import { syntheticRecording } from '../../charts/synthetic.ts';

const descent = syntheticRecording({ seed: 1, n: 2, m: 1, epochs: 10, every: 10 });
/** Neurons +1 and −1 with two samples of class +1: fires, slides; rests, silent. */
const SLOPES = Float32Array.of(-1, 0.375, 0, -1);
const flow: Recording = {
  ...descent,
  length: descent.length,
  facts: { ...descent.facts!, labels: Float64Array.of(1, 1) },
  snapshots: descent.snapshots.map((snapshot, k) => ({
    ...snapshot,
    active: Uint8Array.of(1, 1, 1, 0),
    sliding: k === 0 ? new Float32Array(4).fill(-1) : SLOPES,
  })),
};
const LAST = flow.snapshots.length - 1;

const WHITE: Rgb = [255, 255, 255];
const DARK: Rgb = [0, 0, 128];
const signs: PatternColours = {
  of: 'signs',
  ramps: { positive: mixedRamp(WHITE, DARK), negative: mixedRamp(WHITE, DARK) },
};
const flips: PatternColours = {
  of: 'flips',
  scale: { largest: 1, unit: (v) => v, value: (u) => u, ticks: () => [] },
  ramp: (unit) => `rgb(${255 * (1 - unit)}, 0, 0)`,
};

/** The shares of dark pixels in the four cells. */
function darkness(colours: PatternColours, dark: number, index = LAST, recording = flow): number[] {
  const picture = activationPicture(recording, 'drawn', colours)!;
  const [rows, columns] = [
    stripsOf({ all: 2, first: 1 }, 16, 0, 16),
    stripsOf({ all: 2, first: 2 }, 16, 0, 16),
  ];
  const geometry: MatrixGeometry = { rows, columns, start: 0, leadWidth: 0, gap: 3, width: 16, height: 16 };
  const cells = new Uint32Array(4);
  picture.paint(cells, index, rows, columns);
  const image = Uint32Array.from({ length: 256 }, (_, at) => cells[2 * (at >> 7) + ((at >> 3) & 1)]!);
  picture.over?.(image, index, geometry);
  return [0, 1, 2, 3].map((cell) => {
    const own = image.filter((_, at) => 2 * (at >> 7) + ((at >> 3) & 1) === cell);
    return own.filter((pixel) => pixel === dark).length / own.length;
  });
}

beforeAll(() => flowChunk.load());
afterEach(() => useView.getState().set({ cells: 'signs' }));

describe('what stays on its kink by gradient flow', () => {
  it('is a third state, told from firing and silent by stripes, without any hue', () => {
    expect(darkness(signs, packed(DARK))).toEqual([1, 0.5, 0.5, 0]);
    // Before it comes to its kink a pair is what its sign says.
    expect(darkness(signs, packed(DARK), 0)).toEqual([1, 1, 1, 0]);
  });

  it('has stripes over the flips so far, too, be they few or many', () => {
    const [few, many] = [0, 1].map((count) => {
      const soFar = new Uint32Array(4).fill(count);
      const snapshots = flow.snapshots.map((snapshot) => ({ ...snapshot, flips: { soFar, last: soFar } }));
      return darkness(flips, packed([0, 0, 0]), LAST, { ...flow, snapshots });
    });
    expect([few, many]).toEqual([
      [0, 0.5, 0.5, 0],
      [1, 0.5, 0.5, 1],
    ]);
  });

  it('reads as the slope that keeps it there; of several pairs as a share', () => {
    const { read } = activationPicture(flow, 'drawn', signs)!;
    expect([0, 1, 2, 3].map((entry) => read(LAST, [entry]))).toEqual([
      'fires',
      'stays on its kink, φ′ = 0.38',
      'stays on its kink, φ′ = 0',
      'silent',
    ]);
    expect(read(LAST, [0, 1])).toBe('50.0 % fire, 50.0 % stay on their kink');
    expect(read(LAST, [1, 2])).toBe('100.0 % stay on their kink');
    expect(activationPicture(flow, 'drawn', flips)!.read(LAST, [1])).toMatch(
      /flips?.*; stays on its kink, φ′ = 0\.38$/,
    );
  });

  it('is counted in a sentence that says what it means, in as many words at every point', () => {
    const { note } = activationPicture(flow, 'drawn', signs)!;
    const means =
      'slide: both sides of the kink push towards it, so the flow stays on it with a slope φ′ between γ and 1 (Clarke); gradient descent jumps to and fro across it for ever.';
    expect(note(0)).toBe(`0 of 4 pairs ${means} 0 rest on the kink: φ′ = 0.`);
    expect(note(LAST)).toMatch(`1 of 4 pairs ${means} 1 rest on the kink: φ′ = 0. `);
  });

  it('is in the summary and the table, where it does not count as firing', () => {
    const { summary, table } = TOLD.activation;
    expect(summary([flow])).toContain('Of 4 pairs 2 stay on their kink at epoch 10, which is neither.');
    const { columns, row } = table([flow]);
    expect(columns.at(-1)).toBe('pairs on their kink');
    expect([row(0).at(-1), row(LAST).at(-1)]).toEqual(['0', '2']);
    expect(row(0)[1]).toBe('100.0 %');
    expect(row(LAST)[1]).toBe('50.0 %');
  });

  it('has its place in the key of a file', () => {
    const palette = { rgb: () => DARK, css: (name: string) => name, pixelRatio: 1 };
    const request = { recordings: [flow], variants: [], view: useView.getState(), palette };
    expect(TOLD.activation.picture(request)?.colours?.hatched?.label).toBe('stays on its kink');
    expect(TOLD.activation.picture({ ...request, recordings: [descent] })?.colours?.hatched).toBeNull();
  });

  it('is not spoken of where nothing can slide', () => {
    const picture = activationPicture(chosenRun([descent], 0), 'drawn', signs)!;
    expect(picture.over).toBeUndefined();
    expect(TOLD.activation.summary([descent])).not.toContain('kink');
    expect(TOLD.activation.table([descent]).columns).toHaveLength(5);
  });
});
