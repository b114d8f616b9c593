import type { LeftOut } from '../left-out.ts';

export const MENG_LEFT_OUT: readonly LeftOut[] = [
  {
    claimsId: 'P3.12',
    what: 'Condition 3.1, item by item',
    why: 'they are assumptions: gauges beside every claim that makes them, with λ = 1/(σₚ√d) and λσₚ²d ≥ m (C8)',
  },
  {
    claimsId: 'P3.25',
    what: 'Proposition E.8',
    why: 'it is one of the bounds of meng-noise-stage',
  },
  {
    claimsId: 'P3.22',
    what: 'L ≤ ε and ‖∇L‖² ≤ ε at the same time (Theorems 3.2(1), 3.3(1))',
    why: 'they are watched apart: meng-fit-time and meng-mean-loss for the loss, meng-gradient-loss for the gradient',
  },
];
