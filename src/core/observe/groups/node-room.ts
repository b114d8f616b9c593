import type { Kernels } from '../../kernels/kernels.ts';
import type { MeansAndNodes } from './nodes.ts';

/**
 * Arrays of the kernels for the means and nodes of a part, and for what is made of them at each epoch: a run takes all of its
 * arrays while it is set up, nodes are made later, and again.
 */
export class NodeRoom {
  readonly ids: Int32Array;
  /** As of {@link MeansAndNodes}: p×K, p×p, and nodes×(p + K). */
  readonly moved: Float64Array;
  readonly image: Float64Array;
  readonly onFeatures: Float64Array;
  readonly products: Float64Array;
  readonly weights: Float64Array;
  readonly values: Float64Array;
  readonly residuals: Float64Array;
  /** √size of each group. */
  readonly roots: Float64Array;
  /** Δs_g and Δt_g + ⟨m_g, u⟩, p×K; M Mᵀ, p×p; R, nodes×p. */
  readonly deltaS: Float64Array;
  readonly deltaT: Float64Array;
  readonly square: Float64Array;
  readonly shares: Float64Array;
  /** F, p×p; its eigenvector; and three sums along it. */
  readonly f: Float64Array;
  readonly a: Float64Array;
  readonly sums: Float64Array;

  /**
   * @param p groups at most
   * @param nodes nodes at most; 0: it is never used
   */
  constructor(
    readonly kernels: Kernels,
    p: number,
    nodes: number,
    K: number,
  ) {
    const groups = nodes === 0 ? 0 : p;
    this.ids = kernels.allocateIndices(groups);
    this.moved = kernels.allocate(groups * K);
    this.image = kernels.allocate(groups * K);
    this.onFeatures = kernels.allocate(groups * K);
    this.products = kernels.allocate(groups * groups);
    this.weights = kernels.allocate(nodes * (groups + K));
    this.values = kernels.allocate(nodes);
    this.residuals = kernels.allocate(nodes);
    this.roots = kernels.allocate(groups);
    this.deltaS = kernels.allocate(groups * K);
    this.deltaT = kernels.allocate(groups * K);
    this.square = kernels.allocate(groups * groups);
    this.shares = kernels.allocate(nodes * groups);
    this.f = kernels.allocate(groups * groups);
    this.a = kernels.allocate(groups);
    this.sums = kernels.allocate(3);
  }

  /** @param size neurons of each group */
  take({ ids, moved, image, onFeatures, products, nodes }: MeansAndNodes, size: Int32Array): void {
    this.ids.set(ids);
    this.moved.set(moved);
    this.image.set(image);
    this.onFeatures.set(onFeatures);
    this.products.set(products);
    this.weights.set(nodes.weights);
    this.values.set(nodes.values);
    this.residuals.set(nodes.residuals);
    ids.forEach((g, at) => (this.roots[at] = Math.sqrt(size[g]!)));
  }
}
