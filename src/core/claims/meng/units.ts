import type { Experiment } from '../../experiment.ts';
import { secondLayerScale } from '../../model/second-layer.ts';

/**
 * mc for a second layer ±c: with it M's η and λ are mc times the run's, and its σ₀ and W √(mc) times, exactly
 * (EXPERIMENTS D: f is that of ±1/m with √(mc)·W for W).
 */
export const toPaper = ({ m, secondLayer }: Experiment): number => m * secondLayerScale(secondLayer, m);

/** σₚ; of given patches the root mean square of the entries of ξ. */
export function noiseOf({ data }: Experiment): number {
  if (data.kind === 'signal-noise') return data.noiseSd;
  if (data.kind !== 'explicit-patches') return NaN;
  return Math.sqrt(data.xi.reduce((sum, entry) => sum + entry * entry, 0) / data.xi.length);
}
