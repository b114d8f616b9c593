import { describe, expect, it } from 'vitest';
import { FREI } from '../../../../src/core/claims/frei/all.ts';
import { inShort, judge } from '../replay.ts';
import { runOf } from './runs.ts';

describe('of a run by gradient flow to t = e^10,000', () => {
  const judged = judge(runOf('flow'), FREI);
  const applying = judged.filter(({ verdict }) => verdict.kind !== 'does-not-apply');
  const measured = (id: string): number => {
    const verdict = applying.find(({ claim }) => claim.id === id)?.verdict;
    return verdict?.kind === 'measured' ? verdict.measured.fitted : NaN;
  };

  it('what Theorem 3.2 says of the limit holds, and nothing else applies', () => {
    for (const { claim, verdict } of applying)
      expect(inShort(verdict), claim.id).toMatch(/^(holds|measured)/);
    const ids = applying.map(({ claim: { id } }) => id);
    expect(ids).toEqual(
      expect.arrayContaining(['frei-limit-signs', 'frei-limit-optimum', 'frei-limit-direction']),
    );
    expect(
      ids.every((id) => /^frei-(limit|kkt|boundary|classes)/.test(id)),
      ids.join(),
    ).toBe(true);
  });

  it('its direction is that of the limit to 10⁻⁹ of the cosine', () => {
    expect(1 - measured('frei-limit-direction')).toBeLessThan(1e-9);
    // The distance to the limit goes as 1/log t, and log t is 10,000.
    expect(measured('frei-kkt-residual')).toBeLessThan(1e-4);
    expect(measured('frei-boundary-agreement')).toBe(1);
  });

  it('what is about steps says that a flow has none', () => {
    const why = judged.flatMap(({ verdict }) => (verdict.kind === 'does-not-apply' ? [verdict.why] : []));
    expect(why).toContain('it is about steps, and gradient flow has none');
  });
});
