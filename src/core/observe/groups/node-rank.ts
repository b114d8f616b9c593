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
  private readonly top: TopEigenpair;
  /** aᵀMMᵀa. */
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
    this.top = new TopEigenpair(this.p);
    this.largestNode = made.nodes.values.reduce((most, value) => Math.max(most, value), 0);
  }

  /** @returns the stable rank now; null where the nodes do not tell it to 1e-10 */
  measure(): number | null {
    this.takeMeans();
    const { p, made, largestNode } = this;
    const { square, sums } = this.room;
    let trace = 0;
    for (let g = 0; g < p; g++) trace += square[g * p + g]!;
    // What the nodes add changes slowly; whichever side of the root this is on, the first step ends below it.
    this.top.of(square);
    let lambda = this.top.largest + this.added;
    for (let step = 0; ; step++) {
      if (!(NEAREST * lambda > largestNode) || step === MAX_STEPS) return null;
      this.turn(lambda);
      this.added = sums[0]!;
      const change = (this.own + this.added - lambda) / sums[1]!;
      lambda += change;
      if (Math.abs(change) <= SETTLED * lambda) break;
    }
    const residual = sums[2]!;
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

  /** Turns to the largest eigenvector a of F(λ): `own` ← aᵀMMᵀa, `sums` ← what is summed along R a. */
  private turn(lambda: number): void {
    const { p, top, nodes, room } = this;
    const { kernels, square, shares, values, residuals, f, a, sums } = room;
    if (p > 1) {
      kernels.secularMatrix(square, shares, values, nodes, p, lambda, f);
      top.of(f);
    }
    for (let g = 0; g < p; g++) a[g] = top.vector[g]!;
    kernels.secularSums(shares, a, values, residuals, nodes, p, lambda, sums);
    this.own = p === 1 ? square[0]! : 0;
    if (p === 1) return;
    for (let g = 0; g < p; g++) {
      for (let h = 0; h < p; h++) this.own += a[g]! * square[g * p + h]! * a[h]!;
    }
  }
}
