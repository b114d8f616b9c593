import type { LeftOut } from '../left-out.ts';

const FACTS = 'test/core/claims/frei/facts.test.ts';

export const FREI_LEFT_OUT: readonly LeftOut[] = [
  {
    claimsId: 'P2.2',
    what: 'the data condition R_min² ≥ 3γ⁻³R²np',
    why: 'it is an assumption: a gauge beside every claim that makes it',
  },
  {
    claimsId: 'P2.10',
    what: 'Lemma B.8: three points for which z is not the max-margin predictor',
    why: `it is an example with numbers: a test (${FACTS})`,
  },
  {
    claimsId: 'P2.16',
    what: 'the example of a γ-leaky, H-smooth activation',
    why: `it is a fact about a function: a test (${FACTS})`,
  },
  {
    claimsId: 'P2.17',
    what: 'the conditions of Theorem 4.2',
    why: 'they are assumptions: gauges beside every claim that makes them',
  },
  {
    claimsId: 'P2.24',
    what: 'Fact E.9 on quotients of g',
    why: `it is a fact about a function: a test (${FACTS})`,
  },
  {
    claimsId: 'P2.6',
    what: 'σ₃/σ₁ of W goes to 0',
    why: 'no statistic of an epoch has σ₃; the classes’ stable ranks of frei-classes-rank say as much',
  },
];
