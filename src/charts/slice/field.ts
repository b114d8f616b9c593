import type { SliceFrame } from '../../core/probe/slice/frame.ts';
import { phiOf } from '../function/phi.ts';

/** Neurons that are evaluated as one: their place on the slice, and the sum of their a_r. */
interface Units {
  readonly p: Float64Array;
  readonly q: Float64Array;
  readonly a: Float64Array;
}

/** f on a square of the slice: nodes×nodes values, from the top left, on its border too. */
export interface Field {
  readonly nodes: number;
  readonly values: Float64Array;
  /** max |f|. */
  readonly most: number;
}

const MOST_NODES = 65;
/** More neurons than these are evaluated by groups of near ones: in about the same direction, where φ has one kink, … */
const MOST_KINKED = 512;
const ANGLES = 256;
/** … or in a cell of the square that has them all, where φ is curved, and dear. */
const MOST_CURVED = 128;
const BINS_A_SIDE = 12;
/** Evaluations of φ in a frame: both take about 5 ms. */
const KINKED_BUDGET = 1e6;
const CURVED_BUDGET = 8e4;

type Network = Pick<SliceFrame, 'activation' | 'scale' | 'neurons' | 'patches'>;

const isKinked = ({ activation }: Network): boolean => activation.kind === 'leaky-relu';

export function phiOn({ activation }: Pick<SliceFrame, 'activation'>): (z: number) => number {
  const { kind } = activation;
  const phi = phiOf({
    activation: kind,
    gamma: kind === 'relu-power' ? 0 : activation.gamma,
    q: kind === 'relu-power' ? activation.q : 2,
  });
  return (z) => phi.value(z);
}

/** f(s e₁ + t e₂) = Σ_r a_r φ(s⟨w_r, e₁⟩ + t⟨w_r, e₂⟩), exactly; of two patches what each of them adds. */
export function valueAt(network: Network, arrows: Float64Array, s: number, t: number): number {
  if (network.patches === 2) return alongAxis(network, arrows, 0, s) + alongAxis(network, arrows, 1, t);
  const phi = phiOn(network);
  const { neurons, scale } = network;
  let sum = 0;
  for (let r = 0; r < neurons; r++) {
    sum += (r < neurons / 2 ? scale : -scale) * phi(s * arrows[2 * r]! + t * arrows[2 * r + 1]!);
  }
  return sum;
}

/** Σ_r a_r φ(s⟨w_r, e⟩): what a patch s e adds to f, e being e₁ or e₂. */
function alongAxis(network: Network, arrows: Float64Array, axis: 0 | 1, s: number): number {
  const phi = phiOn(network);
  const { neurons, scale } = network;
  let sum = 0;
  for (let r = 0; r < neurons; r++)
    sum += (r < neurons / 2 ? scale : -scale) * phi(s * arrows[2 * r + axis]!);
  return sum;
}

/** f at the nodes of a square of so much to each side of the origin; many neurons by groups of near ones, on fewer nodes where φ is dear. */
export function fieldOf(network: Network, arrows: Float64Array, half: number): Field {
  if (network.patches === 2) return patchField(network, arrows, half);
  const units = unitsOf(network, arrows);
  const kinked = isKinked(network);
  const budget = kinked ? KINKED_BUDGET : CURVED_BUDGET;
  const fit = Math.floor(Math.sqrt(budget / Math.max(1, units.a.length)));
  // An odd number: the origin is a node.
  const nodes = Math.min(MOST_NODES, Math.max(9, fit - ((fit + 1) % 2)));
  const values = new Float64Array(nodes * nodes);
  const phi = phiOn(network);
  const gamma = network.activation.kind === 'leaky-relu' ? network.activation.gamma : 0;
  let most = 0;
  for (let row = 0, at = 0; row < nodes; row++) {
    const t = half * (1 - (2 * row) / (nodes - 1));
    for (let column = 0; column < nodes; column++, at++) {
      const s = half * ((2 * column) / (nodes - 1) - 1);
      const value = kinked ? kinkedSum(units, gamma, s, t) : curvedSum(units, phi, s, t);
      values[at] = value;
      most = Math.max(most, Math.abs(value));
    }
  }
  return { nodes, values, most };
}

/** Of two patches f is a sum of a function of s and one of t: each is evaluated along its axis alone. */
function patchField(network: Network, arrows: Float64Array, half: number): Field {
  const nodes = MOST_NODES;
  const along = (axis: 0 | 1): Float64Array =>
    Float64Array.from({ length: nodes }, (_, k) =>
      alongAxis(network, arrows, axis, half * ((2 * k) / (nodes - 1) - 1)),
    );
  const [across, up] = [along(0), along(1)];
  const values = Float64Array.from(
    { length: nodes * nodes },
    (_, at) => across[at % nodes]! + up[nodes - 1 - Math.floor(at / nodes)]!,
  );
  return { nodes, values, most: values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) };
}

function kinkedSum({ p, q, a }: Units, gamma: number, s: number, t: number): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) {
    const z = s * p[k]! + t * q[k]!;
    sum += a[k]! * (z >= 0 ? z : gamma * z);
  }
  return sum;
}

function curvedSum({ p, q, a }: Units, phi: (z: number) => number, s: number, t: number): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * phi(s * p[k]! + t * q[k]!);
  return sum;
}

/** Each neuron, or its group: of one class, and near each other. */
function unitsOf(network: Network, arrows: Float64Array): Units {
  const { neurons, scale } = network;
  const weightOf = (r: number): number => (r < neurons / 2 ? scale : -scale);
  if (neurons <= (isKinked(network) ? MOST_KINKED : MOST_CURVED)) {
    return {
      p: Float64Array.from({ length: neurons }, (_, r) => arrows[2 * r]!),
      q: Float64Array.from({ length: neurons }, (_, r) => arrows[2 * r + 1]!),
      a: Float64Array.from({ length: neurons }, (_, r) => weightOf(r)),
    };
  }
  const binOf = isKinked(network) ? angleBin : squareBin(arrows);
  const bins = isKinked(network) ? ANGLES : BINS_A_SIDE * BINS_A_SIDE;
  const [p, q, count] = [0, 1, 2].map(() => new Float64Array(2 * bins)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let r = 0; r < neurons; r++) {
    const [x, y] = [arrows[2 * r]!, arrows[2 * r + 1]!];
    const bin = binOf(x, y) + (r < neurons / 2 ? 0 : bins);
    p[bin]! += x;
    q[bin]! += y;
    count[bin]! += 1;
  }
  const used = [...count.keys()].filter((bin) => count[bin]! > 0);
  return {
    p: Float64Array.from(used, (bin) => p[bin]! / count[bin]!),
    q: Float64Array.from(used, (bin) => q[bin]! / count[bin]!),
    a: Float64Array.from(used, (bin) => count[bin]! * (bin < bins ? scale : -scale)),
  };
}

const angleBin = (x: number, y: number): number =>
  Math.min(ANGLES - 1, Math.floor(((Math.atan2(y, x) + Math.PI) / (2 * Math.PI)) * ANGLES));

function squareBin(arrows: Float64Array): (x: number, y: number) => number {
  const most = arrows.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  const place = (value: number): number =>
    Math.min(BINS_A_SIDE - 1, Math.floor(((value / most + 1) / 2) * BINS_A_SIDE));
  return most > 0 ? (x, y) => place(x) * BINS_A_SIDE + place(y) : () => 0;
}
