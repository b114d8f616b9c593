import { describe, expect, it } from 'vitest';
import { FREI } from '../../../../src/core/claims/frei/all.ts';
import { inShort, judge } from '../replay.ts';
import { describeRoom } from '../room.ts';
import { flowCases, isOfFlows } from './flow-cases.ts';
import { runOf } from './runs.ts';

describeRoom('F, of gradient flow', { claims: FREI.filter(isOfFlows), runOf, ...flowCases(FREI) });

describe('of a run by gradient flow to t = e^10,000', () => {
  const judged = judge(runOf('flow'), FREI);
  const applying = judged.filter(({ verdict }) => verdict.kind !== 'does-not-apply');

  it('all that applies holds or is measured, and what is measured is over log t from 1,000 to the end', () => {
    for (const { claim, verdict } of applying) {
      expect(inShort(verdict), claim.id).toMatch(/^(holds|measured)/);
      if (verdict.kind !== 'measured') continue;
      const [from, to] = verdict.measured.logTimes!;
      expect(from, claim.id).toBeGreaterThan(1_000);
      expect(from, claim.id).toBeLessThan(1_200);
      expect(to, claim.id).toBe(10_000);
    }
  });

  it('what is about steps says that a flow has none', () => {
    const why = judge(runOf('flowSmooth'), FREI).flatMap(({ verdict }) =>
      verdict.kind === 'does-not-apply' ? [verdict.why] : [],
    );
    expect(why).toContain('it is about steps, and gradient flow has none');
  });
});
