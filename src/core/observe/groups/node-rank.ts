import { TopEigenpair } from '../../linalg/top-eigenpair.ts';
import type { Groups } from '../../space/groups/groups.ts';
import type { NodeRoom } from './node-room.ts';
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
  /** F, p×p. */
  private readonly f: Float64Array;
  private readonly top: TopEigenpair;
  private readonly along: Float64Array;
  /** 1/(λ − θ_k). */
  private readonly inverses: Float64Array;
  private own = 0;
  /** aᵀΣ_k R_k R_kᵀa/(λ − θ_k), λ less what the means have alone. */
  private added = 0;
  private readonly largestNode: number;

  constructor(
    private readonly groups: Groups,
    private readonly made: MeansAndNodes,
    /** Which it has for itself. */
    private readonly room: NodeRoom,
  ) {
    room.take(made, groups.members.size);
    this.p = made.ids.length;
    this.nodes = made.nodes.values.length;
    this.f = new Float64Array(this.p * this.p);
    this.top = new TopEigenpair(this.p);
    this.along = new Float64Array(this.nodes);
    this.inverses = new Float64Array(this.nodes);
    this.largestNode = made.nodes.values.reduce((most, value) => Math.max(most, value), 0);
  }

  /** @returns the stable rank now; null where the nodes do not tell it to 1e-10 */
  measure(): number | null {
    this.takeMeans();
    const { p, along, inverses, made, nodes, largestNode } = this;
    const { square } = this.room;
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

  /** M Mᵀ and R now. */
  private takeMeans(): void {
    const { p, groups, nodes, room } = this;
    const { K, moved, image } = groups;
    const { kernels, ids, roots, deltaS, deltaT, square } = room;
    kernels.nodeMeans(
      ids,
      roots,
      moved,
      image,
      room.moved,
      room.image,
      room.products,
      room.onFeatures,
      p,
      K,
      deltaS,
      deltaT,
      square,
    );
    kernels.nodeShares(room.weights, roots, deltaS, nodes, p, K, room.shares);
  }

  /** Turns to the largest eigenvector a of F(λ): `along` ← R a, `own` ← aᵀMMᵀa. */
  private turn(lambda: number): void {
    const { p, along, inverses, f, top, nodes } = this;
    const { square, shares } = this.room;
    const { values } = this.made.nodes;
    for (let k = 0; k < nodes; k++) inverses[k] = 1 / (lambda - values[k]!);
    if (p === 1) {
      for (let k = 0; k < nodes; k++) along[k] = shares[k]!;
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
