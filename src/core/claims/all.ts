import type { Claim } from './claim.ts';
import { FREI } from './frei/all.ts';
import { KOU } from './kou/all.ts';
import { LAB_KOU } from './lab/kou.ts';
import { MENG } from './meng/all.ts';

/** Every claim that can be watched on a run: the papers', then this project's own. */
export const CLAIMS: readonly Claim[] = [...KOU, ...FREI, ...MENG, ...LAB_KOU];
