import type { SecondLayer } from '../../experiment.ts';
import { secondLayerScale } from '../../model/second-layer.ts';

/** What decides whether a penalty takes the noise back at the start of training; the activation is ReLU². */
export interface NoiseAtStart {
  readonly m: number;
  readonly n: number;
  readonly d: number;
  readonly secondLayer: SecondLayer;
  /** σₚ. */
  readonly noiseSd: number;
}

/**
 * Above 1, the penalty shrinks what active neurons have of the noise at the start of training (ℓ′ = −½, small weights);
 * below 1, the loss still makes it grow. With |a_r| = c and E‖ξ‖² = σₚ²(d − 1), for orthogonal noise:
 *
 *   PEGR  λ c ‖ξ‖²        FGR  λ c ‖ξ‖² / n
 *
 * From the update of M Lemma 5.1 as corrected (CLAIMS C1, C8), and DESIGN §2's λ of both penalties.
 */
export function noiseSuppression(mode: 'pegr' | 'fgr', lambda: number, start: NoiseAtStart): number {
  const c = secondLayerScale(start.secondLayer, start.m);
  const squaredNoise = start.noiseSd * start.noiseSd * (start.d - 1);
  return (lambda * c * squaredNoise) / (mode === 'pegr' ? 1 : start.n);
}
