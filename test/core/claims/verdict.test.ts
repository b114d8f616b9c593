import { describe, expect, it } from 'vitest';
import { gauge } from '../../../src/core/claims/gauge.ts';
import type { Reading } from '../../../src/core/claims/slacks.ts';
import { readingOf, verdictOf, type Finding } from '../../../src/core/claims/verdict.ts';

const READING: Reading = { epoch: 3, left: 1, right: 2, relation: '≤', slack: 0.5 };
const EPOCHS = { watched: 4, violated: 0 };

const HOLDS: Finding = { kind: 'holds', least: READING, epochs: EPOCHS };
const VIOLATED: Finding = { kind: 'violated', first: READING, least: READING, epochs: EPOCHS };
const UNTOLD: Finding = { kind: 'cannot-be-told', why: 'nothing was compared' };

const assumed = (value: number | null) =>
  gauge({
    id: 'x',
    name: 'x',
    tex: 'x',
    value,
    relation: '≥',
    needs: 1,
    suggestion: { setting: 'd', value: 9 },
  });

describe('a verdict', () => {
  it('is the finding where all assumptions are met', () => {
    for (const finding of [HOLDS, VIOLATED, UNTOLD]) expect(verdictOf(finding, [assumed(1)])).toBe(finding);
  });

  it('is "violated" before "assumption not met"', () => {
    expect(verdictOf(VIOLATED, [assumed(0)])).toBe(VIOLATED);
  });

  it('names the first assumption that is not met, and says what was found all the same', () => {
    const verdict = verdictOf(HOLDS, [assumed(2), assumed(0.5), assumed(0.1)]);
    expect(verdict).toMatchObject({ kind: 'assumption-not-met', unmet: { value: 0.5 }, finding: HOLDS });
    expect(readingOf(verdict)).toBe(READING);
    expect(verdictOf(UNTOLD, [assumed(0.5)]).kind).toBe('assumption-not-met');
  });

  it('does not take an assumption for met that cannot be told', () => {
    expect(verdictOf(HOLDS, [assumed(null)]).kind).toBe('assumption-not-met');
  });

  it('has what to turn only where an assumption is not met', () => {
    expect(assumed(0.5).suggestion).toEqual({ setting: 'd', value: 9 });
    expect(assumed(2).suggestion).toBeUndefined();
    expect(assumed(null).suggestion).toBeUndefined();
  });
});
