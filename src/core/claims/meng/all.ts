import type { Claim } from '../claim.ts';
import { BOUNDS } from './bounds.ts';
import { FULL_GRADIENT } from './full.ts';
import { IDENTITIES } from './identities.ts';
import { LATE_STAGE } from './late.ts';
import { INITIAL_RATES } from './rates.ts';
import { REGULARISED } from './regularised.ts';
import { SIGNS } from './signs.ts';
import { STANDARD_TRAINING } from './standard.ts';
import { START } from './start.ts';
import { UPDATE } from './update.ts';

/** M's claims: what holds always, training with PEGR (Theorem 3.2), then without (Theorem 3.3). */
export const MENG: readonly Claim[] = [
  ...UPDATE,
  ...FULL_GRADIENT,
  ...IDENTITIES,
  ...START,
  ...SIGNS,
  ...BOUNDS,
  ...INITIAL_RATES,
  ...REGULARISED,
  ...STANDARD_TRAINING,
  ...LATE_STAGE,
];
