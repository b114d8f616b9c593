import { PROBES } from '../../src/core/probe/quantities.ts';
import type { Recording } from '../../src/engine/recording.ts';
import { keepProbed } from '../../src/state/probes.ts';

/** Gives recordings probes of plain formulas at every recorded epoch: k + 1 + 1/(1 + t) of the k-th. */
export function probeSynthetic(recordings: readonly Recording[], eta = 0.1): void {
  for (const recording of recordings) {
    const { epochs } = recording;
    const columns = PROBES.map(
      (name, k) => [name, { epochs, values: epochs.map((t) => k + 1 + 1 / (1 + t)) }] as const,
    );
    keepProbed(recording, { columns: new Map(columns), whole: new Set(PROBES), eta });
  }
}
