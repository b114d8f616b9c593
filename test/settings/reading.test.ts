import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatReading, parseReading, READING_PATTERN } from '../../src/settings/reading.ts';

const columns = fc
  .uniqueArray(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 5 })
  .map((list) => list.sort((a, b) => a - b));

describe('a reading', () => {
  it('is read back as it was written', () => {
    const choices = fc.record(
      {
        label: fc.integer({ min: 0, max: 20_000 }),
        include: columns,
        exclude: columns,
        indicators: columns,
        incomplete: fc.constantFrom('leave-out' as const, 'mean' as const),
        header: fc.boolean(),
        delimiter: fc.constantFrom(',', ';', '\t', '|', ' '),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(choices, (choice) => {
        const text = formatReading(choice);
        expect(text).toMatch(READING_PATTERN);
        expect(parseReading(text)).toEqual({ ok: true, value: choice });
      }),
    );
  });
  it('is short', () => {
    expect(formatReading({})).toBe('');
    expect(formatReading({ label: 0, exclude: [3, 4, 5, 9], incomplete: 'mean' })).toBe('l1.x4-6.x10.m1');
  });
  it.each(['l0', 'x5-3', 'x30000', 'q', 'l1.', 'dq'])('of the form %s is refused', (text) => {
    expect(parseReading(text).ok).toBe(false);
  });
});
