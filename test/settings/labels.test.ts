import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatLabels, MAX_LABELS, parseLabels } from '../../src/settings/labels.ts';

const labels = (text: string): readonly number[] => {
  const parsed = parseLabels(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.value;
};

describe('parseLabels', () => {
  it.each([
    ['4', [4]],
    ['0-4', [0, 1, 2, 3, 4]],
    ['5.1.3', [1, 3, 5]],
    ['1-3.2-4.4', [1, 2, 3, 4]],
    ['7-7', [7]],
  ])('reads %s as sorted, distinct labels', (text, expected) => {
    expect(labels(text)).toEqual(expected);
  });

  it.each(['', '4.', 'a', '-1', '1-', '4..5', '1-2-3', '1234567', '4-2', '0-1000', '0-999.1000'])(
    'refuses %j with a message',
    (text) => {
      const parsed = parseLabels(text);
      expect(parsed.ok ? '' : parsed.message).not.toBe('');
    },
  );

  it(`takes exactly ${MAX_LABELS} labels`, () => {
    expect(labels('0-999')).toHaveLength(MAX_LABELS);
  });
});

describe('formatLabels', () => {
  it('writes three or more in a row as a range', () => {
    expect(formatLabels([0, 1, 2, 3, 4])).toBe('0-4');
    expect(formatLabels([1, 2, 5, 7, 8, 9])).toBe('1.2.5.7-9');
    expect(formatLabels([])).toBe('');
  });

  it('is undone by parseLabels', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1 }), (list) => {
        const sorted = [...list].sort((a, b) => a - b);
        expect(labels(formatLabels(sorted))).toEqual(sorted);
      }),
    );
  });
});
