import type { Recording } from '../../src/engine/recording.ts';
import { keepSlice, type Slice } from '../../src/state/slices.ts';

/** A whole slice at every recorded epoch: neurons of each class turn from all directions to one. */
export function syntheticSlice({ epochs, facts }: Pick<Recording, 'epochs' | 'facts'>): Slice {
  const { neurons, n } = facts!;
  const m = neurons / 2;
  const places = Array.from(epochs, (epoch) => {
    const arrows = new Float64Array(2 * neurons);
    for (let r = 0; r < neurons; r++) {
      const angle = (r < m ? 0.3 : Math.PI) + (2 * Math.PI * (r % m)) / m / (1 + epoch);
      arrows.set([(1 + r / neurons) * Math.cos(angle), (1 + r / neurons) * Math.sin(angle)], 2 * r);
    }
    return { epoch, arrows };
  });
  return {
    kind: 'slice',
    frame: {
      patches: 1,
      names: ['v', 'u'],
      degrees: 130,
      activation: { kind: 'leaky-relu', gamma: 0.2 },
      scale: 1 / m,
      neurons,
      samples: Float64Array.from({ length: 2 * n }, (_, at) => Math.sin(3 * at + 1)),
      limit: [1, 0.1],
    },
    places,
    isWhole: true,
  };
}

/** Gives recordings the slice that is the usual one. */
export function sliceSynthetic(recordings: readonly Recording[]): void {
  for (const recording of recordings) {
    if (recording.facts !== null && recording.length > 0)
      keepSlice({ recording, pair: '' }, syntheticSlice(recording));
  }
}
