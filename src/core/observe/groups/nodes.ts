import { blockKrylov, type RitzNodes } from '../../linalg/block-krylov.ts';
import { dot } from '../../linalg/dot.ts';
import type { Problem } from '../../problem/problem.ts';
import type { Work } from '../../slices.ts';
import type { Groups } from '../../space/groups/groups.ts';
import type { ClassOperator, WeightView } from '../weight-view.ts';

/** Some rows of W as an operator, and two vectors of its kernels that it may work on. */
export interface PartOperator {
  readonly operator: ClassOperator;
  /** Rows from..to−1. */
  readonly from: number;
  readonly to: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/**
 * The rows A of W of some groups as N M + E at the epoch at which this was made: N has a unit column a group, M = NᵀA the
 * groups' means times √size, and E what each row differs from its mean by, which never changes while the groups are the same.
 */
export interface MeansAndNodes {
  /** Numbers of the groups, p of them. */
  readonly ids: Int32Array;
  /** s_g and t_g then; p×K each. */
  readonly moved: Float64Array;
  readonly image: Float64Array;
  /** ⟨m_g, m_h⟩ of the means then, p×p, and ⟨m_g, u_k⟩, p×K. */
  readonly products: Float64Array;
  readonly onFeatures: Float64Array;
  /** ‖E‖_F². */
  readonly rest: number;
  /**
   * θ_k, weights of E m_gᵀ and E u_kᵀ on them (nodes×(p + K)), and how far each node is from being an eigenpair, as a
   * factor of its share of the eigenvector; times √λ where the operator is of columns.
   */
  readonly nodes: RitzNodes;
  readonly ofColumns: boolean;
}

/**
 * @param squaredFrobenius ‖A‖_F² now
 * @param view whose operators were made current for W as it is now
 */
export function* meansAndNodes(
  groups: Groups,
  problem: Problem,
  view: WeightView,
  part: PartOperator,
  depth: number,
  squaredFrobenius: number,
): Work<MeansAndNodes> {
  const { K, members, table } = groups;
  const all = Array.from({ length: table.count }, (_, g) => g);
  const ids = Int32Array.from(all.filter((g) => isIn(groups, g, part)));
  const p = ids.length;
  const onFeatures = new Float64Array(p * K);
  ids.forEach((g, at) => {
    const size = members.size[g]!;
    for (let k = 0; k < K; k++) {
      onFeatures[at * K + k] = groups.sum[g * K + k]! / size + groups.image[g * K + k]!;
    }
  });
  const rows = ids.map((g) => g * K);
  const copy = (values: Float64Array) => {
    const out = new Float64Array(p * K);
    rows.forEach((from, at) => out.set(values.subarray(from, from + K), at * K));
    return out;
  };
  const make = part.operator.of === 'rows' ? ofRows : ofColumns;
  const { products, nodes } = yield* make(groups, problem, view, part, ids, depth);
  let ofMeans = 0;
  ids.forEach((g, at) => (ofMeans += members.size[g]! * products[at * p + at]!));
  return {
    ids,
    moved: copy(groups.moved),
    image: copy(groups.image),
    products,
    onFeatures,
    rest: Math.max(0, squaredFrobenius - ofMeans),
    nodes,
    ofColumns: part.operator.of === 'columns',
  };
}

function isIn({ members, table, neurons }: Groups, g: number, { from, to }: PartOperator): boolean {
  if (members.size[g] === 0) return false;
  const first = table.side[g] === 0 ? 0 : neurons / 2;
  return first >= from && first < to;
}

interface Made {
  readonly products: Float64Array;
  readonly nodes: RitzNodes;
}

/** By E Eᵀ = P A Aᵀ P, P taking each group's mean away: the start vectors are P A Aᵀ 1_g / size = E m_gᵀ, and E u_kᵀ = P z_·k. */
function* ofRows(
  groups: Groups,
  _problem: Problem,
  _view: WeightView,
  { operator, from, to, x, y }: PartOperator,
  ids: Int32Array,
  depth: number,
): Work<Made> {
  const { members, K, network } = groups;
  const p = ids.length;
  const rows = to - from;
  const takeMeans = (v: Float64Array): void => {
    for (const g of ids) {
      let sum = 0;
      for (let r = members.first[g]!; r >= 0; r = members.next[r]!) sum += v[r - from]!;
      const mean = sum / members.size[g]!;
      for (let r = members.first[g]!; r >= 0; r = members.next[r]!) v[r - from] = v[r - from]! - mean;
    }
  };
  const products = new Float64Array(p * p);
  const start: Float64Array[] = [];
  for (let at = 0; at < p; at++) {
    x.fill(0);
    const g = ids[at]!;
    for (let r = members.first[g]!; r >= 0; r = members.next[r]!) x[r - from] = 1 / members.size[g]!;
    operator.apply(x, y);
    for (let other = 0; other < p; other++) {
      let sum = 0;
      for (let r = members.first[ids[other]!]!; r >= 0; r = members.next[r]!) sum += y[r - from]!;
      products[at * p + other] = sum / members.size[ids[other]!]!;
    }
    const column = y.slice();
    takeMeans(column);
    start.push(column);
    yield;
  }
  for (let k = 0; k < K; k++) {
    const column = new Float64Array(rows);
    for (let r = 0; r < rows; r++) column[r] = network.z[(from + r) * K + k]!;
    takeMeans(column);
    start.push(column);
  }
  const apply = (from_: Float64Array, into: Float64Array): void => {
    operator.apply(from_, into);
    takeMeans(into);
  };
  return { products, nodes: yield* blockKrylov(apply, start, depth, x, y, operator.work) };
}

/** By EᵀE = AᵀA − Σ size m_gᵀ m_g, whose nodes' shares of the means and the features are weighed by √θ. */
function* ofColumns(
  groups: Groups,
  problem: Problem,
  view: WeightView,
  { operator, x, y }: PartOperator,
  ids: Int32Array,
  depth: number,
): Work<Made> {
  const { members, K, network } = groups;
  const { draw, samples, initialScale } = problem;
  const { dim, features } = samples;
  const p = ids.length;
  const means: Float64Array[] = [];
  for (const g of ids) {
    const mean = new Float64Array(dim);
    const c = new Float64Array(K);
    for (let r = members.first[g]!; r >= 0; r = members.next[r]!) {
      for (let k = 0; k < dim; k++) mean[k] = mean[k]! + initialScale * draw.initialRows[r * dim + k]!;
      for (let k = 0; k < K; k++) c[k] = c[k]! + network.c[r * K + k]!;
    }
    for (let k = 0; k < K; k++) {
      for (let at = 0; at < dim; at++) mean[at] = mean[at]! + c[k]! * features[k * dim + at]!;
    }
    for (let at = 0; at < dim; at++) mean[at] = mean[at]! / members.size[g]!;
    view.toCoordinates(mean);
    means.push(mean);
    yield;
  }
  const products = new Float64Array(p * p);
  means.forEach((one, g) => means.forEach((other, h) => (products[g * p + h] = dot(one, 0, other, 0, dim))));
  const start = [...means];
  for (let k = 0; k < K; k++) {
    const row = features.slice(k * dim, (k + 1) * dim);
    view.toCoordinates(row);
    start.push(row);
  }
  const apply = (from: Float64Array, into: Float64Array): void => {
    operator.apply(from, into);
    means.forEach((mean, at) => {
      const along = members.size[ids[at]!]! * dot(mean, 0, from, 0, dim);
      for (let k = 0; k < dim; k++) into[k] = into[k]! - along * mean[k]!;
    });
  };
  const nodes = yield* blockKrylov(apply, start, depth, x, y, operator.work + p * dim);
  const { values, weights, residuals } = nodes;
  const width = start.length;
  for (let k = 0; k < values.length; k++) {
    const root = Math.sqrt(Math.max(0, values[k]!));
    for (let v = 0; v < width; v++) weights[k * width + v] = root * weights[k * width + v]!;
    residuals[k] = root > 0 ? residuals[k]! / root : 0;
  }
  return { products, nodes };
}
