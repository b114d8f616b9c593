import type { Claim } from '../claim.ts';
import { APPROXIMATION } from './approximation.ts';
import { BALANCE } from './balance.ts';
import { COEFFICIENT_GROWTH } from './coefficient-growth.ts';
import { COEFFICIENTS } from './coefficients.ts';
import { DECOMPOSITION } from './decomposition.ts';
import { FROZEN } from './frozen.ts';
import { INITIALISATION } from './initialisation.ts';
import { LOG_GROWTH } from './log-growth.ts';
import { LOGIT } from './logit.ts';
import { MARGINS } from './margins.ts';
import { ORTHOGONAL } from './orthogonal.ts';
import { RANK_BOUND } from './rank-bound.ts';
import { RATES } from './rates.ts';
import { RELU } from './relu.ts';
import { SPECTRAL } from './spectral.ts';
import { UPDATE } from './update.ts';

/** K's claims, in the order of CLAIMS as far as families of one derivation allow. */
export const KOU: readonly Claim[] = [
  ...UPDATE,
  ...INITIALISATION,
  ...DECOMPOSITION,
  ...COEFFICIENTS,
  ...APPROXIMATION,
  ...LOG_GROWTH,
  ...LOGIT,
  ...BALANCE,
  ...COEFFICIENT_GROWTH,
  ...FROZEN,
  ...RANK_BOUND,
  ...RATES,
  ...MARGINS,
  ...RELU,
  ...SPECTRAL,
  ...ORTHOGONAL,
];
