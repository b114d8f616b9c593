import { describe, expect, it } from 'vitest';
import { endWords, runWords, stageWords } from '../../../../src/ui/theory/still/words.ts';

const stage = { logTime: 25_600, angle: 5.06e-5, still: true };
const followed = (change: Partial<typeof stage & { readonly refusal: string }>) =>
  ({ kind: 'followed', stillness: { ...stage, refusal: null, ...change } }) as const;

describe('what is said of a flow that goes on', () => {
  it('is how far it has come, and of which run where there are several', () => {
    expect(stageWords('', null)).toBe('The flow is followed.');
    expect(stageWords('run 2 of 5', { ...stage, logTime: 200, angle: 0.0065 })).toBe(
      'log t = 200: turned by 0.0065 rad since half of that (run 2 of 5).',
    );
    expect(runWords(0, 1, false)).toBe('');
    expect(runWords(1, 5, true)).toBe('run 2 of 5, values in front');
  });

  it('is from where on it stands still', () => {
    expect(endWords('', followed({}))).toBe('The direction stands still to 10⁻⁴ from log t = 25,600 on.');
  });

  it('is by how much it still turns where there is no further end, and why', () => {
    const largest = followed({ logTime: 100_000, angle: 2.1e-4, still: false });
    expect(endWords('', largest)).toBe(
      'At the largest log t, 100,000, the direction still turns by 2.1·10⁻⁴ rad.',
    );
    const unfitted = followed({ logTime: 100_000, still: false });
    expect(endWords('', unfitted)).toContain('by 5.1·10⁻⁵ rad, but not all points are fitted.');
    const refused = followed({ logTime: 200, angle: 0.1, still: false, refusal: 'no step can be long' });
    expect(endWords('', refused)).toBe(
      'At log t = 200 the direction still turns by 0.10 rad. It cannot be followed further: no step can be long.',
    );
    expect(endWords('run 1 of 2', { kind: 'failed', message: 'no file' })).toBe(
      'The flow cannot be followed (run 1 of 2): no file.',
    );
  });
});
