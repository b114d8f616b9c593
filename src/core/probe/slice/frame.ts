import type { ActivationSpec } from '../../experiment.ts';
import { dot } from '../../linalg/dot.ts';
import { atan } from '../../special/atan.ts';
import type { DirectionName } from './directions.ts';

/**
 * A two-dimensional slice of input space, and what does not move on it. Of one patch: the inputs s e₁ + t e₂. Of two, the
 * inputs with the patches (s e₁, t e₂), e₁ = μ and e₂ = ξ_i: f = Σ_r a_r (φ(s⟨w_r, e₁⟩) + φ(t⟨w_r, e₂⟩)).
 */
export interface SliceFrame {
  readonly patches: 1 | 2;
  readonly names: readonly [DirectionName, DirectionName];
  /** Between the two directions as they were chosen, in degrees, 0 to 180: e₁ is along the first, e₂ in their plane. */
  readonly degrees: number;
  readonly activation: ActivationSpec;
  /** |a_r|; of 2m neurons the first m are positive. */
  readonly scale: number;
  readonly neurons: number;
  /** ⟨x_i, e₁⟩ and ⟨x_i, e₂⟩ in turn, n pairs; of two patches those of its first and of its second, over ‖e₁‖² and ‖e₂‖². */
  readonly samples: Float64Array;
  /** z of the limit on the slice; null where there is none. */
  readonly limit: readonly [number, number] | null;
}

/** A sine below this: two directions that span a line only. */
const PARALLEL = 1e-6;

const DEGREES = 180 / Math.PI;

/**
 * e₁ along the first direction, e₂ along what of the second is orthogonal to it (Gram and Schmidt, twice).
 *
 * @throws RangeError when one is 0, or both span a line only
 */
export function orthonormalPair(
  first: Float64Array,
  second: Float64Array,
  names: SliceFrame['names'],
): { readonly e1: Float64Array; readonly e2: Float64Array; readonly degrees: number } {
  const e1 = normalised(first, names[0]);
  const given = normalised(second, names[1]);
  const cosine = inner(e1, given);
  const rest = without(without(given, e1), e1);
  const sine = Math.sqrt(inner(rest, rest));
  if (!(sine > PARALLEL)) {
    throw new RangeError(
      'both directions are parallel and span a line, not a plane; choose another for one of them',
    );
  }
  const half = atan(sine / (1 + Math.abs(cosine)));
  const acute = 2 * half * DEGREES;
  return { e1, e2: normalised(rest, names[1]), degrees: cosine < 0 ? 180 - acute : acute };
}

export const inner = (a: Float64Array, b: Float64Array): number => dot(a, 0, b, 0, a.length);

function normalised(vector: Float64Array, name: DirectionName): Float64Array {
  const length = Math.sqrt(inner(vector, vector));
  if (!(length > 0 && length < Infinity)) {
    throw new RangeError(`the direction ${name} has length ${length}; choose another`);
  }
  return vector.map((value) => value / length);
}

function without(vector: Float64Array, unit: Float64Array): Float64Array {
  const along = inner(vector, unit);
  return vector.map((value, c) => value - along * unit[c]!);
}

/** ⟨row, e₁⟩ and ⟨row, e₂⟩ in turn of each row of a matrix with rows of `e1.length` entries. */
export function onSlice(rows: Float64Array, e1: Float64Array, e2: Float64Array, scale = 1): Float64Array {
  const dim = e1.length;
  const out = new Float64Array((2 * rows.length) / dim);
  for (let from = 0, at = 0; from < rows.length; from += dim, at += 2) {
    out[at] = scale * dot(rows, from, e1, 0, dim);
    out[at + 1] = scale * dot(rows, from, e2, 0, dim);
  }
  return out;
}
