import { copyOf, indicesOf } from '../../kernels/copies.ts';
import type { Kernels } from '../../kernels/kernels.ts';
import type { Batch } from '../../objective.ts';

/**
 * What a neuron's activation pattern is a row of: the distinct signed features s·u_k that the patches are. Where every
 * patch is a feature of its own, site q is feature q; M's signal is two sites, μ and −μ.
 */
export interface Sites {
  /** Q. */
  readonly count: number;
  /** Feature k of each site, and its sign ±1; Q entries. */
  readonly feature: Int32Array;
  readonly sign: Float64Array;
  /** Patches that are this site, Q entries. */
  readonly patches: Int32Array;
  /** Site of each patch, nP entries. */
  readonly ofPatch: Int32Array;
}

export function sitesOf(kernels: Kernels, { n, patches, features, patchFeature, patchSign }: Batch): Sites {
  const known = new Int32Array(2 * features).fill(-1);
  const ofPatch = new Int32Array(n * patches);
  const found: { feature: number; sign: number; patches: number }[] = [];
  for (let at = 0; at < ofPatch.length; at++) {
    const feature = patchFeature[at]!;
    const sign = patchSign[at]!;
    const key = 2 * feature + (sign > 0 ? 0 : 1);
    if (known[key]! < 0) {
      known[key] = found.length;
      found.push({ feature, sign, patches: 0 });
    }
    ofPatch[at] = known[key]!;
    found[known[key]!]!.patches++;
  }
  return {
    count: found.length,
    feature: indicesOf(
      kernels,
      Int32Array.from(found, ({ feature }) => feature),
    ),
    sign: copyOf(
      kernels,
      Float64Array.from(found, ({ sign }) => sign),
    ),
    patches: Int32Array.from(found, ({ patches: count }) => count),
    ofPatch,
  };
}
