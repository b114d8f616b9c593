import { describe, expect, it } from 'vitest';
import type { TimeContent } from '../../../src/charts/data/content.ts';
import { timeGeometry } from '../../../src/charts/scales/geometry.ts';
import { guideMarks } from '../../../src/charts/time/guides.ts';
import { timeNoteMarks } from '../../../src/charts/time/timeMarks.ts';
import { letChartsDrawTheory } from '../../../src/ui/theory/drawn.ts';

const EM = 12;
const epochs = Float64Array.of(0, 1, 2, 3);
const content: TimeContent = {
  ...{ epochs, count: 4, series: [], axis: 'linear', valueLabel: '', include: [0, 1] },
  ...{ references: [], guide: null, runs: '', growing: false },
  guides: [{ label: 'at most', epochs, values: epochs.map((t) => t / 4), dash: 'dashed', faint: false }],
};
const names = (): readonly string[] => {
  const geometry = timeGeometry(content, { width: 400, height: 300, em: EM }, 'linear', 3);
  return timeNoteMarks(content, geometry, EM).flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
};

describe('charts', () => {
  it('draw and name the curves of the theory once what makes these is loaded', () => {
    expect(guideMarks()).toBeNull();
    expect(names()).toEqual([]);
    letChartsDrawTheory();
    expect(guideMarks()).not.toBeNull();
    expect(names()).toEqual(['at most']);
  });
});
