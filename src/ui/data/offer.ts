import type { KeptFiles } from '../../engine/files/keeper-api.ts';
import { SHIPPED, type ShippedSet } from './shipped.ts';

/** The file that a link was made with. */
export interface Wants {
  /** Fingerprint of its data. */
  readonly dataset: string;
  /** Names of the files and their sizes in bytes; empty where the link does not say. */
  readonly names: readonly string[];
  readonly sizes: readonly number[];
}

export type Offer =
  | { readonly kind: 'kept'; readonly kept: KeptFiles }
  | { readonly kind: 'shipped'; readonly set: ShippedSet };

/** Where a wanted file is at hand: the same data, else files of the same names and size; null: nowhere. */
export function findOffer({ dataset, names, sizes }: Wants, kept: readonly KeptFiles[]): Offer | null {
  const size = sizes.reduce((sum, one) => sum + one, 0);
  const isCalled = (other: readonly string[]): boolean =>
    names.length > 0 && [...other].sort().join('/') === [...names].sort().join('/');
  const same =
    kept.find(({ datasets }) => datasets.includes(dataset)) ??
    kept.find((one) => isCalled(one.names) && one.size === size);
  const set = SHIPPED.find((one) => one.dataset === dataset || isCalled([one.file]));
  // The page's own is the same for everybody.
  if (set !== undefined) return { kind: 'shipped', set };
  return same === undefined ? null : { kind: 'kept', kept: same };
}
