import type { Measured } from './claims.ts';
import { alsoOfFrei } from './figures-frei.ts';
import { alsoOfKou } from './figures-kou.ts';
import { alsoOfMeng } from './figures-meng.ts';
import { alsoOfBeyond } from './beyond.ts';
import { alsoOfFreiPresets } from './frei.ts';
import { alsoOfKouPresets } from './kou.ts';
import { alsoOfMengPresets } from './meng.ts';
import type { PresetId } from './inferred.ts';

const ALSO: Partial<Record<PresetId, readonly Measured[]>> = {
  ...alsoOfBeyond(),
  ...alsoOfFreiPresets(),
  ...alsoOfKouPresets(),
  ...alsoOfMengPresets(),
  ...alsoOfKou(),
  ...alsoOfFrei(),
  ...alsoOfMeng(),
};

/** What a preset's words claim beside its numbers: for those who compute it, not for the page. */
export const alsoOf = (id: PresetId): readonly Measured[] => ALSO[id] ?? [];
