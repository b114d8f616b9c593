import type { Claim } from '../claim.ts';
import { APPROXIMATION } from './approximation.ts';
import { COEFFICIENTS } from './coefficients.ts';
import { DECOMPOSITION } from './decomposition.ts';
import { INITIALISATION } from './initialisation.ts';
import { LOGIT } from './logit.ts';
import { UPDATE } from './update.ts';

/** K's claims in the order of CLAIMS' numbers, as far as a file's families allow. */
export const KOU: readonly Claim[] = [
  ...UPDATE,
  ...INITIALISATION,
  ...DECOMPOSITION,
  ...COEFFICIENTS,
  ...APPROXIMATION,
  ...LOGIT,
];
