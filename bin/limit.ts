import { kktResiduals, type KktResiduals } from '../src/core/limit/kkt.ts';
import { multiplierBounds } from '../src/core/limit/decision.ts';
import { limitRows, maxMargin, objectiveOf, type Limit } from '../src/core/limit/max-margin.ts';
import { pairsOffPattern } from '../src/core/limit/pattern.ts';
import { stableRanks, type StableRankOfLimit, type StableRanks } from '../src/core/limit/stable-rank.ts';
import { gramMatrix } from '../src/core/linalg/gram-matrix.ts';
import { PATTERNS, type Pattern } from './limit-patterns.ts';
import { openLimit } from './limit-source.ts';
import type { Output } from './output.ts';

export interface LimitOptions {
  readonly pattern: Pattern;
  readonly json: boolean;
}

/** Solves the max-margin problem of a study or a fixture and prints its solution. @throws RangeError in words */
export async function limit(
  source: string,
  paths: readonly string[],
  { pattern, json }: LimitOptions,
  output: Output,
): Promise<number> {
  const { network, name } = await openLimit(source, paths, pattern, output);
  const { features, dim } = network.samples;
  const solved = maxMargin(network, gramMatrix(features, features.length / dim, dim));
  const kkt = kktResiduals(network, solved.lambda, limitRows(solved));
  const ranks = stableRanks(solved);
  const off = offPattern(solved);
  if (json) {
    if (off !== null) output.err(`note: ${off}`);
    output.out(JSON.stringify(asJson(solved, kkt, ranks), null, 2));
    return 0;
  }
  output.out(`${name}\npattern “${pattern}”: ${PATTERNS[pattern]}`);
  for (const line of asLines(solved, kkt, ranks)) output.out(line);
  output.out(off ?? 'the limit has the pattern it was frozen at: it is a KKT point of the network itself');
  return 0;
}

/** Why the solution is none of the network itself; null where it is one. */
function offPattern(solved: Limit): string | null {
  const off = pairsOffPattern(solved);
  if (off === 0) return null;
  const { groups, samples } = solved.network;
  const all = groups.reduce((sum, { rows }) => sum + rows.length, 0) * samples.patchFeature.length;
  return `the limit leaves the pattern it was frozen at in ${off} of ${all} pairs (neuron, patch): it is no KKT point of the network itself`;
}

const asJson = ({ lambda, ...solved }: Limit, kkt: KktResiduals, ranks: StableRanks) => ({
  lambda: [...lambda],
  objective: objectiveOf({ lambda, ...solved }),
  kkt,
  stable_rank: ranks,
});

function asLines(solved: Limit, kkt: KktResiduals, ranks: StableRanks): readonly string[] {
  const { lambda, network, gram } = solved;
  const { groups, gamma, samples } = network;
  const neurons = (sign: number): number =>
    groups.reduce((sum, group) => sum + (group.sign === sign ? group.rows.length : 0), 0);
  const support = lambda.filter((value) => value > 0);
  const range = (values: Float64Array): string =>
    `${digits(values.reduce((a, b) => Math.min(a, b)))} to ${digits(values.reduce((a, b) => Math.max(a, b)))}`;
  const K = Math.sqrt(gram.length);
  const radii = Float64Array.from({ length: K }, (_, k) => Math.sqrt(gram[k * K + k]!));
  const rMin = radii.reduce((a, b) => Math.min(a, b));
  const rMax = radii.reduce((a, b) => Math.max(a, b));
  const bounds = multiplierBounds(gamma, rMin, rMax, neurons(1) + neurons(-1)).lambda;
  const hasBounds = gamma > 0 && samples.patches === 1 && isOfF(network.scale, neurons(1) + neurons(-1));
  const lines: readonly (readonly [string, string])[] = [
    ['samples', String(lambda.length)],
    ['neurons', `${neurons(1)} positive, ${neurons(-1)} negative; γ = ${gamma}; ${groups.length} groups`],
    ['objective ½‖W‖_F²', digits(objectiveOf(solved))],
    ['support vectors', `${support.length} of ${lambda.length}`],
    ['λ', range(lambda)],
    ...(hasBounds
      ? [['F’s bounds of λ', `${digits(bounds.above)} to ${digits(bounds.below)} (Lemmas B.1, B.2)`] as const]
      : []),
    ['margins', range(solved.margins)],
    ['SR(W₊)', rankInWords(ranks.positive)],
    ['SR(W₋)', rankInWords(ranks.negative)],
    ['SR(W)', rankInWords(ranks.all)],
    ...Object.entries(kkt).map(([residual, value]) => [`KKT ${residual}`, digits(value as number)] as const),
  ];
  return lines.map(([what, value]) => `  ${what.padEnd(20)} ${value}`);
}

/** F's second layer, ±1/√m for all m neurons, is what its bounds are of. */
const isOfF = (scale: number, neurons: number): boolean => Math.abs(scale * scale * neurons - 1) < 1e-12;

const rankInWords = ({ value, excess }: StableRankOfLimit): string =>
  value === 0 ? 'none: all weights are 0' : `${digits(value)} = 1 + ${digits(excess)}`;

const digits = (value: number): string => String(Number(value.toPrecision(12)));
