import { describe, expect, it } from 'vitest';
import { withRole } from '../../../src/ui/data/choice.ts';

describe('a column’s role', () => {
  it('is in one list at most', () => {
    const out = withRole({ include: [2] }, 2, 'left-out');
    expect(out).toEqual({ exclude: [2] });
    expect(withRole(out, 2, 'indicators')).toEqual({ indicators: [2] });
    expect(withRole(out, 2, 'feature')).toEqual({ include: [2] });
  });

  it('as the label leaves the lists, and another column stops being it', () => {
    expect(withRole({ exclude: [1, 3] }, 3, 'label')).toEqual({ exclude: [1], label: 3 });
    expect(withRole({ label: 3 }, 4, 'label')).toEqual({ label: 4 });
    expect(withRole({ label: 3 }, 3, 'feature')).toEqual({ include: [3] });
  });

  it('keeps what else was chosen', () => {
    expect(withRole({ header: false, delimiter: ';', exclude: [5] }, 1, 'left-out')).toEqual({
      header: false,
      delimiter: ';',
      exclude: [1, 5],
    });
  });
});
