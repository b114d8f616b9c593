import { describe, expect, it } from 'vitest';
import { CLAIMS } from '../../src/core/claims/all.ts';
import { textOf } from '../../src/core/claims/claim.ts';
import { gauge } from '../../src/core/claims/gauge.ts';
import type { Verdict } from '../../src/core/claims/verdict.ts';
import { countStandings, standingOf, standingsOf } from '../../src/settings/claim-standing.ts';

const READING = { epoch: 4, left: 3, right: 2, relation: '≤', slack: -0.5 } as const;
const EPOCHS = { watched: 10, violated: 1 };
const made = { id: 'g', name: 'g', tex: 'g', relation: '≥', needs: 1 } as const;
const MET = gauge({ ...made, value: 2 });
const UNMET = gauge({ ...made, value: 0.5 });
const UNKNOWN = gauge({ ...made, value: null });

const HOLDS: Verdict = {
  kind: 'holds',
  least: { ...READING, slack: 1 },
  epochs: { watched: 10, violated: 0 },
};
const VIOLATED: Verdict = { kind: 'violated', first: READING, least: READING, epochs: EPOCHS };
const SILENT: Verdict = { kind: 'does-not-apply', why: 'γ = 0' };

const of = (verdict: Verdict, assumptions = [MET]) => ({ verdict, assumptions });
const [first, second] = CLAIMS.map(textOf);

describe('how a claim stands', () => {
  it('is violated only where its assumptions are met: a failure outside of them is no finding', () => {
    expect(standingOf(of(VIOLATED))).toBe('violated');
    expect(standingOf(of(VIOLATED, []))).toBe('violated');
    expect(standingOf(of(VIOLATED, [MET, UNMET]))).toBe('outside');
    expect(standingOf(of(VIOLATED, [UNKNOWN]))).toBe('outside');
  });

  it('over runs is the worst of them, with how many it applies to and fails on', () => {
    const [standing] = standingsOf([first!], [[of(HOLDS)], [of(VIOLATED)], [of(SILENT, [])]]);
    expect(standing).toMatchObject({ standing: 'violated', applies: 2, failed: 1 });
    const [silent] = standingsOf([first!], [[of(SILENT, [])]]);
    expect(silent).toMatchObject({ standing: 'silent', applies: 0, failed: 0 });
    const [held] = standingsOf([first!], [[of(SILENT, [])], [of(HOLDS)]]);
    expect(held).toMatchObject({ standing: 'holds', applies: 1 });
  });

  it('is counted, but of a form that is printed wrong', () => {
    const claims = standingsOf([first!, { ...second!, form: 'printed' }], [[of(HOLDS), of(VIOLATED)]]);
    expect(countStandings(claims)).toEqual({
      ...{ violated: 0, outside: 0, untold: 0, holds: 1, measured: 0, silent: 0 },
    });
  });
});
