import type { HeldPair } from '../src/core/limit/held.ts';
import type { KktResiduals } from '../src/core/limit/kkt.ts';
import { objectiveOf, type Limit } from '../src/core/limit/max-margin.ts';
import { neuronsOf } from '../src/core/limit/network.ts';
import { pairsOffPattern } from '../src/core/limit/pattern.ts';
import type { StableRankOfLimit, StableRanks } from '../src/core/limit/stable-rank.ts';
import { theoremFacts } from '../src/core/limit/theorem.ts';

/** Pairs (neuron, patch) in all. */
const pairsOf = ({ network: { groups, samples } }: Limit): number =>
  groups.reduce((sum, { rows }) => sum + rows.length, 0) * samples.patchFeature.length;

/** Why the solution is none of the network itself; null where it is one. */
export function offPattern(solved: Limit): string | null {
  const off = pairsOffPattern(solved);
  if (off === 0) return null;
  return `the limit leaves the pattern it was frozen at in ${off} of ${pairsOf(solved)} pairs (neuron, patch): it is no KKT point of the network itself`;
}

/** The solution, a line a number. */
export function asLines(
  solved: Limit,
  kkt: KktResiduals,
  ranks: StableRanks,
  held: readonly HeldPair[],
): readonly string[] {
  const { lambda, network } = solved;
  const { groups, gamma } = network;
  const support = lambda.filter((value) => value > 0);
  const lines: readonly Line[] = [
    ['samples', String(lambda.length)],
    [
      'neurons',
      `${neuronsOf(network, 1)} positive, ${neuronsOf(network, -1)} negative, γ = ${gamma}; different in class or pattern: ${groups.length}`,
    ],
    ['objective ½‖W‖_F²', digits(objectiveOf(solved))],
    ['support vectors', `${support.length} of ${lambda.length}`],
    ['λ', range(lambda)],
    ['margins', range(solved.margins)],
    ['held on a kink', heldInWords(solved, held)],
    ...theoremLines(solved),
    ['SR(W₊)', rankInWords(ranks.positive)],
    ['SR(W₋)', rankInWords(ranks.negative)],
    ['SR(W)', rankInWords(ranks.all)],
    ['KKT stationarity', digits(kkt.stationarity)],
    ['KKT feasibility', digits(kkt.feasibility)],
    ['KKT complementarity', digits(kkt.complementarity)],
  ];
  return lines.map(([what, value]) => `  ${what.padEnd(20)} ${value}`);
}

type Line = readonly [what: string, value: string];

/** What F's Theorem 3.2 says of it. */
function theoremLines(solved: Limit): readonly Line[] {
  const facts = theoremFacts(solved);
  if (facts === null) return [];
  const { assumption, needs, bounds, decision, ratio, ratioBound } = facts;
  return [
    ['F’s R_min²/(R²np)', `${digits(assumption)}; Theorem 3.2 needs 3/γ³ = ${digits(needs)} or more`],
    ['F’s bounds of λ', `${digits(bounds.above)} to ${digits(bounds.below)}`],
    ['y_i zᵀx_i', range(decision)],
    ...(ratio === null
      ? []
      : [['‖z‖/‖z*‖', `${digits(ratio)}; F’s bound is ${digits(ratioBound)}`] as const]),
  ];
}

/** What slides: pairs on whose kink the limit is, with the slopes that hold them there. */
function heldInWords(solved: Limit, held: readonly HeldPair[]): string {
  if (held.length === 0) return 'no pair (neuron, patch)';
  const [neurons, samples] = [
    new Set(held.map(({ neuron }) => neuron)),
    new Set(held.map(({ sample }) => sample)),
  ];
  const slopes = range(Float64Array.from(held, ({ slope }) => slope));
  return `${held.length} of ${pairsOf(solved)} pairs (neuron, patch), of ${count(neurons.size, 'neuron')} and ${count(samples.size, 'sample')}, by φ′ = ${slopes}`;
}

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

const range = (values: Float64Array): string =>
  `${digits(values.reduce((a, b) => Math.min(a, b)))} to ${digits(values.reduce((a, b) => Math.max(a, b)))}`;

const rankInWords = ({ value, excess }: StableRankOfLimit): string =>
  value === 0 ? 'none: all weights are 0' : `${digits(value)} = 1 + ${digits(excess)}`;

const digits = (value: number): string => (value === Infinity ? '∞' : String(Number(value.toPrecision(12))));
