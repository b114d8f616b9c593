import { PROBES } from '../../src/core/probe/quantities.ts';
import type { Recording } from '../../src/engine/recording.ts';
import { keepProbed } from '../../src/state/probes.ts';

/** Puts probes beside recordings, at each of their epochs: they fall from 10 towards 1. */
export function probeSynthetic(recordings: readonly Recording[], eta = 0.1): void {
  for (const recording of recordings) {
    const epochs = recording.epochs.slice(0, recording.length);
    const column = { epochs, values: epochs.map((t) => 1 + 9 / (1 + t)) };
    keepProbed(recording, {
      columns: new Map(PROBES.map((name) => [name, column])),
      whole: new Set(PROBES),
      eta,
    });
  }
}
