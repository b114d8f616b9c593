import type { Claim, Claimed, Measured } from '../claims.ts';
import type { PresetId } from '../inferred.ts';
import { BEYOND_CLAIMED } from './beyond.ts';
import { FREI_FIGURES_CLAIMED } from './figures-frei.ts';
import { KOU_FIGURES_CLAIMED } from './figures-kou.ts';
import { MENG_FIGURES_CLAIMED } from './figures-meng.ts';
import { FILES_CLAIMED } from './files.ts';
import { FREI_CLAIMED } from './frei.ts';
import { KOU_CLAIMED } from './kou.ts';
import { MENG_CLAIMED } from './meng.ts';
import { PLANE_CLAIMED } from './plane.ts';

const CLAIMED: Readonly<Required<Claimed>> = {
  ...KOU_CLAIMED,
  ...PLANE_CLAIMED,
  ...FREI_CLAIMED,
  ...MENG_CLAIMED,
  ...BEYOND_CLAIMED,
  ...KOU_FIGURES_CLAIMED,
  ...FREI_FIGURES_CLAIMED,
  ...MENG_FIGURES_CLAIMED,
  ...FILES_CLAIMED,
};

/** Where the numbers of a preset's sentence come from, in their order; `npm run check:presets` computes them. */
export const claimsOf = (id: PresetId): readonly Claim[] => CLAIMED[id].sentence;

/** What a preset's words claim beside its numbers. */
export const alsoOf = (id: PresetId): readonly Measured[] => CLAIMED[id].also ?? [];
