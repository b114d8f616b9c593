import { heldPairs, withHeldSlopes, type HeldPair } from '../src/core/limit/held.ts';
import { kktResiduals, type KktResiduals } from '../src/core/limit/kkt.ts';
import { limitRows, maxMargin, objectiveOf, type Limit } from '../src/core/limit/max-margin.ts';
import type { FrozenNetwork } from '../src/core/limit/network.ts';
import { stableRanks, type StableRanks } from '../src/core/limit/stable-rank.ts';
import { gramMatrix } from '../src/core/linalg/gram-matrix.ts';
import { PATTERNS, type Pattern } from './limit-patterns.ts';
import { openLimit } from './limit-source.ts';
import { asLines, offPattern } from './limit-words.ts';
import type { Output } from './output.ts';
import { named } from './study-source.ts';

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
  const solved = solvedOf(network, name, gramMatrix(features, features.length / dim, dim));
  const kkt = kktResiduals(withHeldSlopes(solved), solved.lambda, limitRows(solved));
  const ranks = stableRanks(solved);
  const off = offPattern(solved);
  if (network.gamma === 0 && pattern === 'aligned') {
    output.err('note: ReLU keeps a pattern that depends on W(0); --pattern final has the limit of its run');
  }
  const held = heldPairs(solved);
  if (json) {
    if (off !== null) output.err(`note: ${off}`);
    output.out(JSON.stringify(asJson(solved, kkt, ranks, held), null, 2));
    return 0;
  }
  output.out(`${name}\npattern “${pattern}”: ${PATTERNS[pattern]}`);
  for (const line of asLines(solved, kkt, ranks, held)) output.out(line);
  output.out(off ?? 'the limit has the pattern it was frozen at: it is a KKT point of the network itself');
  return 0;
}

/** @throws RangeError with the name of what is infeasible */
function solvedOf(network: FrozenNetwork, name: string, gram: Float64Array): Limit {
  try {
    return maxMargin(network, gram);
  } catch (error) {
    throw named(name, error);
  }
}

const asJson = (solved: Limit, kkt: KktResiduals, ranks: StableRanks, held: readonly HeldPair[]) => ({
  lambda: [...solved.lambda],
  objective: objectiveOf(solved),
  kkt,
  stable_rank: ranks,
  held: held.map(({ neuron, sample, patch, slope }) => ({
    ...{ neuron, sample },
    ...(solved.network.samples.patches > 1 && { patch }),
    slope,
  })),
});
