import type { Kernels } from '../../kernels/kernels.ts';
import type { Problem } from '../../problem/problem.ts';
import { Settled, type Work } from '../../slices.ts';
import type { Groups } from '../../space/groups/groups.ts';
import type { Norms, Ranks } from '../measures.ts';
import type { RowMeasures } from '../row-measures.ts';
import { NodeRank } from './node-rank.ts';
import { NodeRoom } from './node-room.ts';
import { meansAndNodes, type PartOperator } from './nodes.ts';
import { Patience } from './patience.ts';

/** Blocks of the Krylov space at most; there are as many as it takes. */
const LAST_DEPTH = 3;
const TYPICAL_DEPTH = 2;
/** Nodes at most: of more the decomposition is dear, and an epoch no cheaper than a product with W. */
const MOST_NODES = 120;
/** Groups of a part at most. */
const MOST_GROUPS = 4;
/** A node's decomposition costs so many multiply–adds times the square of their number. */
const WORK_PER_SQUARE = 20;
/** Products with W that the stable ranks of rows take at an epoch, of each part. */
const PRODUCTS = 2;

/**
 * Stable ranks of W₊, W₋ and W by groups. Nodes are made once the groups have stayed the same for as long as it takes to
 * save what that costs; while they change, ranks are taken of the rows, which are written out for it.
 */
export class GroupRanks {
  private readonly parts: readonly (PartOperator & { readonly room: NodeRoom })[];
  private nodes: readonly NodeRank[] | null = null;
  private version = -1;
  private readonly patience = new Patience();

  constructor(
    private readonly groups: Groups,
    private readonly problem: Problem,
    private readonly rows: RowMeasures,
    kernels: Kernels,
  ) {
    const { neurons } = groups;
    this.parts = [
      [0, neurons / 2],
      [neurons / 2, neurons],
      [0, neurons],
    ].map(([from, to]) => {
      const operator = rows.view.operator(from!, to!);
      const { dimension } = operator;
      return {
        operator,
        from: from!,
        to: to!,
        x: kernels.allocate(dimension),
        y: kernels.allocate(dimension),
        room: new NodeRoom(kernels, MOST_GROUPS, mostNodes(groups.K, dimension), groups.K),
      };
    });
  }

  measure(norms: Norms): Work<Ranks> {
    if (this.version !== this.groups.version) this.begin();
    const known = this.fromNodes();
    return known !== null ? new Settled(known) : this.ofRows(norms);
  }

  private *ofRows(norms: Norms): Work<Ranks> {
    yield* this.groups.show();
    yield* this.rows.takeRows();
    const ranks = yield* this.rows.ranks(norms);
    const products = this.parts.reduce((sum, { operator }) => sum + PRODUCTS * operator.work, 0);
    this.patience.wait(products + this.rows.view.updateWork);
    if (this.patience.isOver(this.cost())) yield* this.make(norms);
    return ranks;
  }

  private begin(): void {
    this.patience.beginAnew(this.nodes !== null);
    this.version = this.groups.version;
    this.nodes = null;
  }

  private fromNodes(): Ranks | null {
    if (this.nodes === null) return null;
    const [ofPositive, ofNegative, ofAll] = this.nodes;
    const positive = ofPositive!.measure();
    const negative = ofNegative!.measure();
    const all = ofAll!.measure();
    if (positive === null || negative === null || all === null) return null;
    this.patience.serve();
    return [positive, negative, all];
  }

  /** Multiply–adds of making nodes; ∞ where there would be too many. */
  private cost(): number {
    const { groups, parts } = this;
    let cost = 0;
    for (const { operator } of parts) {
      const nodes = Math.min(operator.dimension, TYPICAL_DEPTH * (groups.K + groups.live));
      if (nodes > MOST_NODES) return Infinity;
      cost += nodes * (operator.work + nodes * (2 * operator.dimension + WORK_PER_SQUARE * nodes));
    }
    return groups.live > MOST_GROUPS ? Infinity : cost;
  }

  private *make({ positive, negative }: Norms): Work {
    const { parts } = this;
    const totals = [positive, negative, positive + negative];
    const nodes: NodeRank[] = [];
    for (const [at, part] of parts.entries()) nodes.push(yield* this.makePart(part, totals[at]!));
    this.nodes = nodes;
    this.patience.made(nodes.every((node) => node.measure() !== null));
  }

  /** The fewest nodes that tell the stable rank now: as the means grow, they tell it the better. */
  private *makePart(part: PartOperator & { readonly room: NodeRoom }, total: number): Work<NodeRank> {
    const { groups, problem, rows } = this;
    for (let depth = 1; ; depth++) {
      const made = yield* meansAndNodes(groups, problem, rows.view, part, depth, total);
      const node = new NodeRank(groups, made, part.room);
      if (depth === LAST_DEPTH || node.measure() !== null) return node;
    }
  }
}

/** Nodes that a part may have, at most; 0 where even of one group there would be too many (`cost`). */
function mostNodes(K: number, dimension: number): number {
  const typical = Math.min(dimension, TYPICAL_DEPTH * (K + 1));
  return typical > MOST_NODES ? 0 : Math.min(dimension, LAST_DEPTH * (K + MOST_GROUPS));
}
