import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatClass,
  formatLabels,
  labelsInWords,
  MAX_LABELS,
  parseLabels,
  typedLabels,
  type Label,
} from '../../src/settings/labels.ts';

const labels = (text: string): readonly Label[] => {
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

describe('names of labels', () => {
  it('are read back whatever they are', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme' }), { minLength: 1, maxLength: 8 }),
        (names) => {
          const text = formatClass([...names.keys()], names);
          if (text.startsWith('~')) expect(labels(text)).toEqual(names);
        },
      ),
    );
  });
  it('stay readable where they are words', () => {
    expect(formatClass([2, 0], ['Iris-setosa', 'b', 'größer_2.5'])).toBe('~Iris-setosa~größer_2.5');
    expect(formatClass([0], ['<=50K'])).toBe('~!3c!3d50K');
    expect(labelsInWords('~!3c!3d50K~b')).toBe('<=50K, b');
    expect(labelsInWords('0-4')).toBe('0-4');
  });
  it('too long for a link are numbers', () => {
    expect(
      formatClass(
        [...Array(30).keys()],
        Array.from({ length: 30 }, (_, k) => `a rather long name ${k}`),
      ),
    ).toBe('0-29');
  });
  it('are numbers where the labels are', () => {
    expect(formatClass([4, 3, 5], null)).toBe('3-5');
  });
  it('are typed as they are', () => {
    expect(typedLabels(' M ')).toBe('~M');
    expect(typedLabels('cat, dog')).toBe('~cat~dog');
    expect(typedLabels('-1')).toBe('~-1');
    expect(typedLabels('0-4.7')).toBe('0-4.7');
    expect(typedLabels('4..5')).toBe('4..5');
  });
});
