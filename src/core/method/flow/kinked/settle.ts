import { Minor } from './minor.ts';

/** What one neuron's row of −D may be, in units of a_r/n, and which way that moves it. */
export interface RowForces {
  /** G, K×K. */
  readonly gram: Float64Array;
  readonly K: number;
  /** The entry of each feature where the neuron fires for it, and where it does not (`sidesOf`). */
  readonly plus: Float64Array;
  readonly minus: Float64Array;
  /** The sign of a_r: ż_k has that of sign · (cG)_k. */
  readonly sign: number;
}

/** How a neuron goes on from its kinks. */
export interface Resting {
  /** Features whose kinks it slides along, with the slope that keeps it there; their rows of G are independent. */
  readonly sliding: readonly number[];
  /** Features on whose kinks it stays because it slides along others: rows of G that depend on those. */
  readonly held: readonly number[];
}

/** A velocity below this share of what it is the difference of is none. */
const NOTHING = 1e-13;
/** Pivots at most, for each entry; a few in all are the rule. */
const MOST_PIVOTS = 200;

/**
 * The velocity of one neuron that is on several kinks at once: −ẇ is the element of least norm of the Clarke
 * subdifferential (Davis, Drusvyatskiy, Kakade and Lee 2020, Lemma 5.2),
 *
 *   min ½ c G cᵀ over c_k between minus_k and plus_k for k on a kink, c_k given elsewhere,
 *
 * by Murty's pivots of least index: c_k inside of its bounds slides (ż_k = 0), at a bound it leaves to that side, which
 * then is where ż_k points to.
 *
 * @param kinks features whose kinks the neuron is on, and that attract it: sign · (plus_k − minus_k) < 0
 * @param sigma K entries ±1, the side of each feature; that of a kink that is left is set
 * @throws Error when the pivots do not end
 */
export function settle(forces: RowForces, kinks: readonly number[], sigma: Int8Array): Resting {
  const { gram, K, plus, minus, sign } = forces;
  const free = new Set(kinks.filter((k) => sign * (plus[k]! - minus[k]!) < 0));
  const c = new Float64Array(K);
  const flow = new Float64Array(K);
  for (let pivots = 0; pivots <= MOST_PIVOTS * (1 + kinks.length); pivots++) {
    const wanted = kinks.filter((k) => free.has(k));
    const minor = new Minor(gram, K, wanted);
    const sliding = [...minor.rows];
    for (let k = 0; k < K; k++) c[k] = sigma[k]! > 0 ? plus[k]! : minus[k]!;
    for (const k of sliding) c[k] = 0;
    pushOf(forces, c, flow);
    const answer = Float64Array.from(sliding, (k) => -flow[k]!);
    minor.solve(answer);
    sliding.forEach((k, at) => (c[k] = answer[at]!));
    pushOf(forces, c, flow);
    const held = wanted.filter((k) => !sliding.includes(k));
    const wrong = kinks.find((k) => {
      if (held.includes(k)) return false;
      if (free.has(k)) return (c[k]! - minus[k]!) * (c[k]! - plus[k]!) > 0;
      return sign * sigma[k]! * flow[k]! < -NOTHING * sizeOf(forces, c, k);
    });
    if (wrong === undefined) return { sliding, held };
    if (free.delete(wrong)) {
      const beyondPlus = (c[wrong]! - plus[wrong]!) * (plus[wrong]! - minus[wrong]!) > 0;
      sigma[wrong] = beyondPlus ? 1 : -1;
    } else if (sign * (plus[wrong]! - minus[wrong]!) < 0) free.add(wrong);
    else sigma[wrong] = sigma[wrong]! > 0 ? -1 : 1;
  }
  throw new Error(`the slopes of a neuron on ${kinks.length} kinks at once were not found`);
}

/** out ← cG. */
function pushOf({ gram, K }: RowForces, c: Float64Array, out: Float64Array): void {
  out.fill(0);
  for (let k = 0; k < K; k++) {
    const ck = c[k]!;
    if (ck === 0) continue;
    for (let j = 0; j < K; j++) out[j] = out[j]! + ck * gram[k * K + j]!;
  }
}

/** Σ |c_j G_jk|: what (cG)_k is the difference of. */
function sizeOf({ gram, K }: RowForces, c: Float64Array, k: number): number {
  let sum = 0;
  for (let j = 0; j < K; j++) sum += Math.abs(c[j]! * gram[j * K + k]!);
  return sum;
}
