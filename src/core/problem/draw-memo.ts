import type { Experiment } from '../experiment.ts';
import type { Work } from '../slices.ts';
import type { Draw } from './problem.ts';

/** Numbers (8 bytes each) that remembered draws may hold together: 160 MB. */
const CAPACITY = 20e6;

/**
 * Remembers the latest draws, so that moving γ, η, σ₀, T or the loss does not draw the same data and W(0) again.
 * A draw is a function of its key, so remembering it changes no bit.
 */
export class DrawMemo {
  /** Oldest first. */
  private readonly draws = new Map<string, Draw>();

  *recall(experiment: Experiment, make: () => Work<Draw>): Work<Draw> {
    const key = keyOf(experiment);
    if (key === null) return yield* make();
    const draw = this.draws.get(key) ?? (yield* make());
    this.draws.delete(key);
    this.draws.set(key, draw);
    this.forgetOldest();
    return draw;
  }

  private forgetOldest(): void {
    let total = 0;
    for (const draw of this.draws.values()) total += sizeOf(draw);
    for (const [key, draw] of this.draws) {
      if (total <= CAPACITY || this.draws.size === 1) return;
      total -= sizeOf(draw);
      this.draws.delete(key);
    }
  }
}

/** All that a draw depends on; null where the data are given and nothing is drawn. */
function keyOf({ data, m, seed, testPoints }: Experiment): string | null {
  if (data.kind === 'explicit' || data.kind === 'explicit-patches') return null;
  return JSON.stringify([data, m, seed, testPoints]);
}

/** The draw and the inner products taken of it. */
function sizeOf({ samples, initialRows }: Draw): number {
  const { features, testX, dim } = samples;
  const neurons = initialRows.length / dim;
  const vectors = (features.length + testX.length) / dim;
  return (
    initialRows.length + features.length + testX.length + neurons * (neurons + vectors) + vectors * vectors
  );
}
