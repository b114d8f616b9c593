import { describe, expect, it } from 'vitest';
import { CLAIMS } from '../../src/core/claims/all.ts';
import { gauge } from '../../src/core/claims/gauge.ts';
import { countClaims, countsInWords, gaugeInWords, verdictInWords } from '../../src/settings/claim-words.ts';

const claimOf = (id: string) => CLAIMS.find((claim) => claim.id === id)!;
const SIGNS = claimOf('kou-rho-signs');
const READING = { epoch: 17, left: 3.14159, right: 2, relation: '≤', slack: -0.57 } as const;
const EPOCHS = { watched: 100, violated: 4 };
const GAUGE = gauge({
  id: 'kou-data',
  name: 'the largest C',
  tex: 'C',
  value: 0.1234,
  relation: '≥',
  needs: 1,
  suggestion: { setting: 'd', value: 40_123 },
});

describe('a verdict in words', () => {
  it('of a violation has the epoch and both sides with what they show', () => {
    expect(verdictInWords({ kind: 'violated', first: READING, least: READING, epochs: EPOCHS }, SIGNS)).toBe(
      'violated at epoch 17: 3.14 > 2; at 4 of 100 epochs',
    );
  });

  it('says that a claim with probability 1 − δ may fail', () => {
    const verdict = { kind: 'violated', first: READING, least: READING, epochs: EPOCHS } as const;
    expect(verdictInWords(verdict, claimOf('kou-initial-norms'))).toContain('with probability δ = 0.01');
  });

  it('of an assumption that is not met names its number, what to turn, and whether the conclusion holds', () => {
    const finding = {
      kind: 'holds',
      least: { ...READING, left: 1, slack: 0.5 },
      epochs: { watched: 100, violated: 0 },
    } as const;
    expect(verdictInWords({ kind: 'assumption-not-met', unmet: GAUGE, finding }, SIGNS)).toBe(
      'assumption not met: the largest C is 0.123, needs ≥ 1: turn d to about 40,100; all the same, holds so far: least slack 0.5 at epoch 17 (1 ≤ 2)',
    );
  });

  it('of a rate has the fitted one beside the paper’s, with its epochs, and never "holds"', () => {
    const measured = {
      fitted: -1.98,
      printed: -1,
      least: -1.98,
      greatest: -1.98,
      from: 100,
      to: 1_000,
      points: 90,
    };
    const words = verdictInWords({ kind: 'measured', measured }, claimOf('kou-rank-rate'));
    expect(words).toBe(
      'measured: exponent of log t in the stable rank − 1 −1.98, beside −1, over epochs 100 to 1000',
    );
    expect(words).not.toContain('holds');
  });

  it('of a flow says log t in place of epochs, for its points count as epochs and are at no whole times', () => {
    const reading = { ...READING, logTime: 3_456.7 };
    const violated = { kind: 'violated', first: reading, least: reading, epochs: EPOCHS } as const;
    expect(verdictInWords(violated, SIGNS)).toBe('violated at log t = 3,457: 3.14 > 2; at 4 of 100 points');
    const least = { ...READING, logTime: -Infinity, left: 1, slack: 0.5 };
    expect(verdictInWords({ kind: 'holds', least, epochs: EPOCHS }, SIGNS)).toContain('at t = 0 (1 ≤ 2)');
    const measured = {
      ...{ fitted: -2, printed: -1, least: -2, greatest: -2, from: 40, to: 60, points: 20 },
      logTimes: [1_012, 10_000] as const,
    };
    expect(verdictInWords({ kind: 'measured', measured }, claimOf('kou-rank-rate'))).toContain(
      'over log t = 1,012 to 10,000',
    );
  });

  it('says why there is none', () => {
    expect(verdictInWords({ kind: 'does-not-apply', why: 'the activation is not ReLU' }, SIGNS)).toBe(
      'does not apply: the activation is not ReLU',
    );
    expect(verdictInWords({ kind: 'cannot-be-told', why: 'it begins at epoch 90' }, SIGNS)).toBe(
      'it cannot be told: it begins at epoch 90',
    );
    expect(gaugeInWords({ ...GAUGE, value: null, met: null })).toBe('the largest C cannot be told here');
  });

  it('over several runs is how many of how many', () => {
    const run = (kind: 'holds' | 'violated') => [
      {
        claim: SIGNS,
        verdict:
          kind === 'holds'
            ? ({ kind, least: READING, epochs: EPOCHS } as const)
            : ({ kind, first: READING, least: READING, epochs: EPOCHS } as const),
        assumptions: [],
      },
    ];
    const counts = countClaims([run('holds'), run('violated'), run('holds')]);
    expect(counts[0]).toMatchObject({ id: 'kou-rho-signs', runs: 3, verdicts: { holds: 2, violated: 1 } });
    expect(countsInWords(counts)[0]).toMatch(/violated 1 of 3, holds so far 2 of 3$/);
  });
});
