import { dot } from '../../linalg/dot.ts';
import { TopEigenpair } from '../../linalg/top-eigenpair.ts';
import type { Groups } from '../../space/groups/groups.ts';
import type { MeansAndNodes } from './nodes.ts';

/** Newton steps at most; two or three do. */
const MAX_STEPS = 12;
/** A relative Newton step after which the next would be below rounding. */
const SETTLED = 1e-9;
/** Relative error of the largest eigenvalue that the residual may allow: a tenth of what is promised. */
const TOLERANCE = 1e-11;
/** The largest node may be this share of the largest eigenvalue: nearer, the secular equation is not to be trusted. */
const NEAREST = 0.9;

/**
 * Stable rank of the rows A = N M + E (`MeansAndNodes`) at any later epoch, in O(p·nodes·K) whatever m and d are. The largest
 * eigenvalue λ of A Aᵀ is the largest root of λ = μ(F(λ)), μ the largest eigenvalue of the p×p
 *
 *     F(λ) = M Mᵀ + Σ_k R_k R_kᵀ / (λ − θ_k),   R_kg = √size_g (share of m_g's and of s_g's features on node k)
 *
 * (DESIGN §9), found by Newton's method from below; λ lies between it and the residual of the Krylov space allows.
 */
export class NodeRank {
  private readonly p: number;
  private readonly nodes: number;
  /** M Mᵀ and F, p×p; R, nodes×p; Δs_g and Δt_g, p×K. */
  private readonly square: Float64Array;
  private readonly f: Float64Array;
  private readonly top: TopEigenpair;
  /** √size of each group. */
  private readonly roots: Float64Array;
  private readonly shares: Float64Array;
  private readonly along: Float64Array;
  /** 1/(λ − θ_k). */
  private readonly inverses: Float64Array;
  private own = 0;
  /** aᵀΣ_k R_k R_kᵀa/(λ − θ_k), λ less what the means have alone. */
  private added = 0;
  private readonly deltaS: Float64Array;
  private readonly deltaT: Float64Array;
  private readonly largestNode: number;

  constructor(
    private readonly groups: Groups,
    private readonly made: MeansAndNodes,
  ) {
    this.p = made.ids.length;
    this.nodes = made.nodes.values.length;
    this.square = new Float64Array(this.p * this.p);
    this.f = new Float64Array(this.p * this.p);
    this.top = new TopEigenpair(this.p);
    this.roots = Float64Array.from(made.ids, (g) => Math.sqrt(groups.members.size[g]!));
    this.shares = new Float64Array(this.nodes * this.p);
    this.along = new Float64Array(this.nodes);
    this.inverses = new Float64Array(this.nodes);
    this.deltaS = new Float64Array(this.p * groups.K);
    this.deltaT = new Float64Array(this.p * groups.K);
    this.largestNode = made.nodes.values.reduce((most, value) => Math.max(most, value), 0);
  }

  /** @returns the stable rank now; null where the nodes do not tell it to 1e-10 */
  measure(): number | null {
    this.takeMeans();
    this.takeShares();
    const { p, square, along, inverses, made, nodes, largestNode } = this;
    const { residuals } = made.nodes;
    let trace = 0;
    for (let g = 0; g < p; g++) trace += square[g * p + g]!;
    // What the nodes add changes slowly; whichever side of the root this is on, the first step ends below it.
    this.top.of(square);
    let lambda = this.top.largest + this.added;
    for (let step = 0; ; step++) {
      if (!(NEAREST * lambda > largestNode) || step === MAX_STEPS) return null;
      this.turn(lambda);
      this.added = 0;
      let slope = 1;
      for (let k = 0; k < nodes; k++) {
        const share = along[k]! * inverses[k]!;
        this.added += along[k]! * share;
        slope += share * share;
      }
      const change = (this.own + this.added - lambda) / slope;
      lambda += change;
      if (Math.abs(change) <= SETTLED * lambda) break;
    }
    let residual = 0;
    for (let k = 0; k < nodes; k++) residual += Math.abs(along[k]! * inverses[k]!) * residuals[k]!;
    const squared = residual * residual * (made.ofColumns ? lambda : 1);
    if (!(squared <= TOLERANCE * lambda * (lambda - Math.max(largestNode, this.top.second)))) return null;
    // ‖A‖_F² − λ, term by term: near rank one nothing of it is left to cancellation.
    const above = made.rest + (p === 1 ? 0 : trace - this.own) - this.added;
    return 1 + Math.max(0, above) / lambda;
  }

  /** Δs and Δt since the nodes were made, and M Mᵀ now. */
  private takeMeans(): void {
    const { p, made, groups, deltaS, deltaT, square, roots } = this;
    const { K } = groups;
    for (let g = 0; g < p; g++) {
      const from = made.ids[g]! * K;
      for (let k = 0, at = g * K; k < K; k++, at++) {
        deltaS[at] = groups.moved[from + k]! - made.moved[at]!;
        deltaT[at] = groups.image[from + k]! - made.image[at]!;
      }
    }
    // ⟨m_g, m_h⟩ now: the image's part of Δs_h is ⟨Δs_h, Δt_g⟩, one of the two that are equal.
    for (let g = 0; g < p; g++) {
      for (let k = g * K, end = k + K; k < end; k++) deltaT[k] = deltaT[k]! + made.onFeatures[k]!;
      for (let h = 0; h <= g; h++) {
        const product =
          made.products[g * p + h]! +
          dot(deltaS, g * K, made.onFeatures, h * K, K) +
          dot(deltaS, h * K, deltaT, g * K, K);
        square[g * p + h] = roots[g]! * roots[h]! * product;
        square[h * p + g] = square[g * p + h]!;
      }
    }
  }

  /** R now. */
  private takeShares(): void {
    const { p, made, groups, deltaS, shares, nodes, roots } = this;
    const { K } = groups;
    const { weights } = made.nodes;
    const width = p + K;
    for (let k = 0, at = 0; k < nodes; k++, at += width) {
      for (let g = 0; g < p; g++) {
        shares[k * p + g] = roots[g]! * (weights[at + g]! + dot(weights, at + p, deltaS, g * K, K));
      }
    }
  }

  /** Turns to the largest eigenvector a of F(λ): `along` ← R a, `own` ← aᵀMMᵀa. */
  private turn(lambda: number): void {
    const { p, square, shares, along, inverses, f, top, nodes } = this;
    const { values } = this.made.nodes;
    for (let k = 0; k < nodes; k++) inverses[k] = 1 / (lambda - values[k]!);
    if (p === 1) {
      along.set(shares);
      this.own = square[0]!;
      return;
    }
    for (let g = 0; g < p; g++) {
      for (let h = 0; h <= g; h++) {
        let sum = square[g * p + h]!;
        for (let k = 0, at = 0; k < nodes; k++, at += p) {
          sum += inverses[k]! * shares[at + g]! * shares[at + h]!;
        }
        f[g * p + h] = sum;
        f[h * p + g] = sum;
      }
    }
    top.of(f);
    const { vector } = top;
    for (let k = 0, at = 0; k < nodes; k++) {
      let sum = 0;
      for (let g = 0; g < p; g++, at++) sum += shares[at]! * vector[g]!;
      along[k] = sum;
    }
    this.own = 0;
    for (let g = 0; g < p; g++) {
      for (let h = 0; h < p; h++) this.own += vector[g]! * square[g * p + h]! * vector[h]!;
    }
  }
}
