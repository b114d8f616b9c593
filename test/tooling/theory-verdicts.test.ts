import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { count, tableOf, tallyOf } from '../../scripts/verdict-table.ts';
import { CLAIMS } from '../../src/core/claims/all.ts';
import { gauge } from '../../src/core/claims/gauge.ts';
import type { Verdict } from '../../src/core/claims/verdict.ts';

const MET = gauge({ id: 'x', name: 'x', tex: 'x', value: 2, relation: '≥', needs: 1 });
const UNMET = gauge({ id: 'x', name: 'x', tex: 'x', value: 0, relation: '≥', needs: 1 });
const EPOCHS = { watched: 9, violated: 1 };
const reading = (slack: number, epoch: number) =>
  ({ epoch, left: 1, right: 2, relation: '≤', slack }) as const;

describe('docs/theory-verdicts.md', () => {
  it('has a row for every claim: npm run docs:verdicts', () => {
    const text = readFileSync(new URL('../../docs/theory-verdicts.md', import.meta.url), 'utf8');
    const missing = CLAIMS.filter(({ id }) => !text.includes(`\`${id}\``)).map(({ id }) => id);
    expect(missing).toEqual([]);
  });

  it('tells violations under what a claim assumes from others, and has the least slack with its place', () => {
    const claim = CLAIMS[0]!;
    const tally = tallyOf(claim);
    const holds: Verdict = { kind: 'holds', least: reading(0.5, 3), epochs: EPOCHS };
    const violated: Verdict = {
      kind: 'violated',
      first: reading(-1, 4),
      least: reading(-2, 5),
      epochs: EPOCHS,
    };
    const unmet: Verdict = { kind: 'assumption-not-met', unmet: UNMET, finding: holds };
    count(tally, { claim, verdict: holds, assumptions: [MET] }, 'one');
    count(tally, { claim, verdict: violated, assumptions: [MET] }, 'two');
    count(tally, { claim, verdict: violated, assumptions: [UNMET] }, 'three');
    count(tally, { claim, verdict: unmet, assumptions: [UNMET] }, 'four');
    count(tally, { claim, verdict: { kind: 'does-not-apply', why: 'x' }, assumptions: [] }, 'five');
    expect(tally).toMatchObject({ runs: 4, held: 1, heldAllTheSame: 1, violated: 2, found: 1, untold: 0 });
    expect(tally.least).toEqual({ slack: -2, where: 'two', epoch: 5 });
    expect(tableOf([tally])).toContain(`| \`${claim.id}\` | 4 | 1 | 1 | 2 | 1 |  | -2 | two, epoch 5 |`);
  });
});
