import { jacobiEigen } from '../../linalg/jacobi.ts';
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
  /** M Mᵀ, F and its eigenvectors, p×p; R, nodes×p; Δs_g and Δt_g, p×K. */
  private readonly square: Float64Array;
  private readonly f: Float64Array;
  private readonly vectors: Float64Array;
  private readonly shares: Float64Array;
  private readonly along: Float64Array;
  /** 1/(λ − θ_k). */
  private readonly inverses: Float64Array;
  private own = 0;
  private second = 0;
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
    this.vectors = new Float64Array(this.p * this.p);
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
    let lambda = this.largestOfMeans(trace) + this.added;
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
    if (!(squared <= TOLERANCE * lambda * (lambda - Math.max(largestNode, this.second)))) return null;
    // ‖A‖_F² − λ, term by term: near rank one nothing of it is left to cancellation.
    const above = made.rest + (p === 1 ? 0 : trace - this.own) - this.added;
    return 1 + Math.max(0, above) / lambda;
  }

  /** The largest eigenvalue of M Mᵀ. */
  private largestOfMeans(trace: number): number {
    const { p, f, square } = this;
    if (p === 1) return trace;
    f.set(square);
    jacobiEigen(f, p, null, 0);
    let largest = 0;
    for (let g = 0; g < p; g++) largest = Math.max(largest, f[g * p + g]!);
    return largest;
  }

  /** Δs and Δt since the nodes were made, and M Mᵀ now. */
  private takeMeans(): void {
    const { p, made, groups, deltaS, deltaT, square } = this;
    const { K, members } = groups;
    for (let g = 0; g < p; g++) {
      const from = made.ids[g]! * K;
      for (let k = 0, at = g * K; k < K; k++, at++) {
        deltaS[at] = groups.moved[from + k]! - made.moved[at]!;
        deltaT[at] = groups.image[from + k]! - made.image[at]!;
      }
    }
    for (let g = 0; g < p; g++) {
      for (let h = 0; h <= g; h++) {
        let product = made.products[g * p + h]!;
        for (let k = 0; k < K; k++) {
          product +=
            deltaS[g * K + k]! * made.onFeatures[h * K + k]! +
            deltaS[h * K + k]! * (made.onFeatures[g * K + k]! + deltaT[g * K + k]!);
        }
        const size = Math.sqrt(members.size[made.ids[g]!]!) * Math.sqrt(members.size[made.ids[h]!]!);
        square[g * p + h] = size * product;
        square[h * p + g] = size * product;
      }
    }
  }

  /** R now. */
  private takeShares(): void {
    const { p, made, groups, deltaS, shares, nodes } = this;
    const { K, members } = groups;
    const { weights } = made.nodes;
    const width = p + K;
    for (let g = 0; g < p; g++) {
      const root = Math.sqrt(members.size[made.ids[g]!]!);
      for (let k = 0; k < nodes; k++) {
        let share = weights[k * width + g]!;
        for (let i = 0, at = k * width + p, from = g * K; i < K; i++)
          share += weights[at + i]! * deltaS[from + i]!;
        shares[k * p + g] = root * share;
      }
    }
  }

  /** Turns to the largest eigenvector a of F(λ): `along` ← R a, `own` ← aᵀMMᵀa, `second` ← F's second eigenvalue. */
  private turn(lambda: number): void {
    const { p, square, shares, along, inverses, f, vectors, nodes } = this;
    const { values } = this.made.nodes;
    for (let k = 0; k < nodes; k++) inverses[k] = 1 / (lambda - values[k]!);
    if (p === 1) {
      along.set(shares);
      this.own = square[0]!;
      return;
    }
    f.set(square);
    for (let k = 0; k < nodes; k++) {
      for (let g = 0; g < p; g++) {
        const part = inverses[k]! * shares[k * p + g]!;
        for (let h = 0; h <= g; h++) f[g * p + h] = f[g * p + h]! + part * shares[k * p + h]!;
      }
    }
    for (let g = 0; g < p; g++) for (let h = 0; h < g; h++) f[h * p + g] = f[g * p + h]!;
    vectors.fill(0);
    for (let g = 0; g < p; g++) vectors[g * p + g] = 1;
    jacobiEigen(f, p, vectors, p);
    let top = 0;
    for (let g = 1; g < p; g++) if (f[g * p + g]! > f[top * p + top]!) top = g;
    this.second = 0;
    for (let g = 0; g < p; g++) if (g !== top) this.second = Math.max(this.second, f[g * p + g]!);
    for (let k = 0; k < nodes; k++) {
      let sum = 0;
      for (let g = 0; g < p; g++) sum += shares[k * p + g]! * vectors[g * p + top]!;
      along[k] = sum;
    }
    this.own = 0;
    for (let g = 0; g < p; g++) {
      for (let h = 0; h < p; h++)
        this.own += vectors[g * p + top]! * square[g * p + h]! * vectors[h * p + top]!;
    }
  }
}
