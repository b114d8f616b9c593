import type { Claim } from './claim.ts';
import { KOU } from './kou/all.ts';

/** Every claim that can be watched on a run. */
export const CLAIMS: readonly Claim[] = [...KOU];
