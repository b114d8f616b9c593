import type { SolvedLimit } from '../../src/core/limit/report.ts';
import { PROBES } from '../../src/core/probe/quantities.ts';
import type { Recording } from '../../src/engine/recording.ts';
import { keepProbed } from '../../src/state/probes.ts';

/** A limit of λ_i = 1 + i/10 between 0.5 and 6, with ‖z‖ = 1.1 ‖z*‖. */
export function syntheticLimit(labels: Float64Array, change: Partial<SolvedLimit> = {}): SolvedLimit {
  const of = (value: (i: number) => number): Float64Array => labels.map((_, i) => value(i));
  return {
    kind: 'solved',
    labels,
    lambda: of((i) => 1 + i / 10),
    margins: of(() => 1),
    ownLambda: of((i) => 1.1 + i / 10),
    aligned: true,
    singular: false,
    offPattern: 0,
    pairs: 60,
    theorem: {
      assumption: 30,
      needs: 24,
      bounds: { above: 0.5, below: 6 },
      decision: of((i) => 1.2 + i / 10),
      best: of(() => 1),
      ratio: 1.1,
      ratioBound: 4 / 3,
    },
    ...change,
  };
}

/** Gives recordings probes of plain formulas at every recorded epoch: k + 1 + 1/(1 + t) of the k-th. */
export function probeSynthetic(recordings: readonly Recording[], eta = 0.1): void {
  for (const recording of recordings) {
    const { epochs, facts } = recording;
    const columns = PROBES.map(
      (name, k) => [name, { epochs, values: epochs.map((t) => k + 1 + 1 / (1 + t)) }] as const,
    );
    keepProbed(recording, {
      columns: new Map(columns),
      whole: new Set(PROBES),
      eta,
      limit: facts && syntheticLimit(facts.labels),
    });
  }
}
