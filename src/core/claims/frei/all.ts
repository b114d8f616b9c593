import type { Claim } from '../claim.ts';
import { APPROACHES } from './approach.ts';
import { DIRECTION } from './direction.ts';
import { GROWTH } from './growth.ts';
import { INITIALISATION } from './initialisation.ts';
import { LIMIT_POINT } from './limit.ts';
import { RATIOS } from './ratio.ts';
import { SMOOTHNESS } from './smoothness.ts';

/** F's claims: the limit of the flow (Theorem 3.2), then gradient descent (Theorem 4.2). */
export const FREI: readonly Claim[] = [
  ...LIMIT_POINT,
  ...APPROACHES,
  ...DIRECTION,
  ...INITIALISATION,
  ...SMOOTHNESS,
  ...RATIOS,
  ...GROWTH,
];
