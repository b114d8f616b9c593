import { describe, expect, it } from 'vitest';
import type { TimeContent } from '../../../src/charts/data/content.ts';
import { timeGeometry } from '../../../src/charts/scales/geometry.ts';
import { timeNoteMarks } from '../../../src/charts/time/timeMarks.ts';

const EM = 12;
const epochs = Float64Array.from({ length: 101 }, (_, t) => t);

/** Where the name of a line at 1 stands beside one curve: its end, and how far above the line, in em. */
function placeOf(curve: (t: number) => number, atStart = false) {
  const values = epochs.map(curve);
  const line = { kind: 'line', label: 'W', colour: 'accent', dash: 'dotted', width: 2 } as const;
  const content: TimeContent = {
    ...{ epochs, count: 101, axis: 'linear', valueLabel: '', include: [0, 3], guide: null, runs: '' },
    series: [{ ...line, values, band: null, read: String }],
    references: [{ value: 1, label: 'rank one: 1', atStart }],
    growing: false,
  };
  const geometry = timeGeometry(content, { width: 400, height: 240, em: EM }, 'linear', 100);
  const [mark] = timeNoteMarks(content, geometry, EM);
  if (mark?.kind !== 'text') throw new Error('no name');
  return [mark.anchor, (geometry.top + geometry.value.position(1) - mark.y) / EM];
}

describe('the name of a line across the plot', () => {
  it('stands at its right end above it, where nothing is in the way', () => {
    expect(placeOf(() => 2.5)).toEqual(['end', expect.closeTo(0.4, 9)]);
  });

  it('goes below rather than on a curve, and stays at that end where curves are on both sides', () => {
    expect(placeOf((t) => 1 + Math.max(0.1, (60 - t) / 30))).toEqual(['end', expect.closeTo(-1.2, 9)]);
    expect(placeOf((t) => (t < 50 ? 2.5 : t < 90 ? 1.12 : 0.83))).toEqual(['end', expect.closeTo(0.4, 9)]);
  });

  it('is at the left end where curves come down to the line', () => {
    expect(placeOf((t) => 1 + Math.max(0.1, (60 - t) / 30), true)).toEqual(['start', expect.closeTo(0.4, 9)]);
  });
});
