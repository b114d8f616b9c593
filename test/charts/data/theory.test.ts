import { describe, expect, it } from 'vitest';
import type { GuideCurve } from '../../../src/charts/data/content.ts';
import { guideAt, withTheory, type Theory } from '../../../src/charts/data/theory.ts';
import { lossContent } from '../../../src/ui/panels/loss.tsx';
import { syntheticRecording } from '../synthetic.ts';

const guide: GuideCurve = {
  label: 'at most',
  dash: 'dashed',
  epochs: Float64Array.of(2, 3, 5),
  values: Float64Array.of(0.2, 0.3, 0.5),
  faint: false,
};
const theory: Theory = { guides: [guide], marks: [{ epoch: 3, label: 'T₁ = 3' }], note: 'theory of run 2' };
const content = lossContent([1, 2].map((seed) => syntheticRecording({ seed, epochs: 9 })));

describe('a chart with the theory beside it', () => {
  it('has its curves and marks, its own marks first, and says of which run they are', () => {
    const off = { epoch: 7, label: 'PEGR off' };
    expect(withTheory({ ...content, marks: [off] }, theory)).toEqual({
      ...content,
      guides: [guide],
      marks: [off, ...theory.marks],
      runs: `${content.runs}; theory of run 2`,
    });
    expect(withTheory({ ...content, runs: '' }, theory).runs).toBe('theory of run 2');
    expect(withTheory(content, { ...theory, note: '' }).runs).toBe(content.runs);
  });

  it('is as it was where the theory is off, or nothing was recorded yet', () => {
    expect(withTheory(content, null)).toBe(content);
    const empty = { ...content, count: 0 };
    expect(withTheory(empty, theory)).toBe(empty);
  });

  it('has no value of a curve where none was computed', () => {
    expect([1, 2, 3, 4, 5, 6].map((t) => guideAt(guide, t))).toEqual([
      undefined,
      0.2,
      0.3,
      undefined,
      0.5,
      undefined,
    ]);
  });
});
