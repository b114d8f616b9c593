import type { Paper } from '../src/core/claims/claim.ts';

/** Whose claims stay: all but a person's own. */
export type WrittenPaper = Exclude<Paper, 'yours'>;

/** Whose claims are listed, in this order. */
export const PAPERS: Readonly<Record<WrittenPaper, string>> = {
  kou: 'K: Kou, Chen and Gu 2023',
  frei: 'F: Frei, Vardi, Bartlett, Srebro and Hu 2023',
  meng: 'M: Meng, Cao and Zou 2023',
  lab: 'Beyond the papers',
};
