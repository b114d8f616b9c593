import type { LeftOut } from '../left-out.ts';

export const KOU_LEFT_OUT: readonly LeftOut[] = [
  {
    claimsId: 'P1.2',
    what: 'the data condition R_min² ≥ C R² γ⁻⁴ n p',
    why: 'it is an assumption: a gauge beside every claim that makes it',
  },
  {
    claimsId: 'P1.3',
    what: 'the conditions on η and σ₀',
    why: 'they are assumptions: gauges beside every claim that makes them',
  },
  {
    claimsId: 'P1.13',
    what: 'Lemmas H.4 and H.5',
    why: 'they are facts about two functions, which no run can show: tests (test/core/claims/kou/facts.test.ts)',
  },
  {
    claimsId: 'P1.45',
    what: 'Remark 4.4: the limit for ReLU is above that for a leak',
    why: 'it compares two runs; kou-relu-orthogonal-rank and kou-rank-rate are its two sides',
  },
];
