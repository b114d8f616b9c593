import { Lanczos } from '../linalg/lanczos.ts';
import { dot } from '../linalg/dot.ts';
import type { Limit } from './max-margin.ts';

/** ‖A‖_F²/‖A‖₂² as `value`, and `excess` = `value` − 1 = Σ_{k>1} σ_k²/σ₁² without cancellation; both 0 where A = 0, which has none. */
export interface StableRankOfLimit {
  readonly value: number;
  readonly excess: number;
}

export interface StableRanks {
  readonly positive: StableRankOfLimit;
  readonly negative: StableRankOfLimit;
  readonly all: StableRankOfLimit;
}

/** Stable ranks of the limit's W_+, W_− and W. */
export function stableRanks(limit: Limit): StableRanks {
  const of = (sign: 1 | -1 | null): StableRankOfLimit => {
    const places = [...limit.network.groups.entries()].filter(
      ([, group]) => sign === null || group.sign === sign,
    );
    return stableRankOf(
      limit,
      places.map(([g]) => g),
    );
  };
  return { positive: of(1), negative: of(-1), all: of(null) };
}

/**
 * A has √(neurons) times the row of each group. With its leading left vector q, A = q(qᵀA) + rest, and the excess is
 * ‖rest‖_F²/‖qᵀA‖², a quotient of sums of squares.
 */
function stableRankOf({ network, coefficients, gram }: Limit, groups: readonly number[]): StableRankOfLimit {
  const K = network.samples.features.length / network.samples.dim;
  const count = groups.length;
  const rows = new Float64Array(count * K);
  for (const [p, g] of groups.entries()) {
    const weight = Math.sqrt(network.groups[g]!.rows.length);
    for (let k = 0; k < K; k++) rows[p * K + k] = weight * coefficients[g * K + k]!;
  }
  const square = (c: Float64Array, at: number): number => {
    let sum = 0;
    for (let k = 0; k < K; k++) if (c[at + k] !== 0) sum += c[at + k]! * dot(gram, k * K, c, at, K);
    return sum;
  };
  const q = new Float64Array(count);
  for (let p = 0; p < count; p++) q[p] = Math.sqrt(Math.max(0, square(rows, p * K)));
  const trace = q.reduce((sum, norm) => sum + norm * norm, 0);
  if (trace === 0) return { value: 0, excess: 0 };
  lead(rows, gram, count, K, q, trace);
  const along = new Float64Array(K);
  for (let p = 0; p < count; p++) for (let k = 0; k < K; k++) along[k]! += q[p]! * rows[p * K + k]!;
  const rest = new Float64Array(K);
  let excess = 0;
  for (let p = 0; p < count; p++) {
    for (let k = 0; k < K; k++) rest[k] = rows[p * K + k]! - q[p]! * along[k]!;
    excess += Math.max(0, square(rest, 0));
  }
  excess /= square(along, 0);
  return { value: 1 + excess, excess };
}

/** q ← the unit eigenvector of the largest eigenvalue of A Aᵀ, count×count; started at the norms of the rows. */
function lead(
  rows: Float64Array,
  gram: Float64Array,
  count: number,
  K: number,
  q: Float64Array,
  trace: number,
): void {
  const inner = new Float64Array(K);
  const image = new Float64Array(K);
  const apply = (x: Float64Array, y: Float64Array): void => {
    inner.fill(0);
    for (let p = 0; p < count; p++) for (let k = 0; k < K; k++) inner[k]! += x[p]! * rows[p * K + k]!;
    for (let k = 0; k < K; k++) image[k] = dot(gram, k * K, inner, 0, K);
    for (let p = 0; p < count; p++) y[p] = dot(rows, p * K, image, 0, K);
  };
  const work = new Lanczos(count).largest(apply, q, 1e-15, trace);
  while (work.next().done !== true);
  const norm = Math.sqrt(dot(q, 0, q, 0, count));
  for (let p = 0; p < count; p++) q[p] = q[p]! / norm;
}
