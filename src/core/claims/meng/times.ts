import { secondLayerScale } from '../../model/second-layer.ts';
import type { SecondLayer } from '../../experiment.ts';
import { log } from '../../special/log.ts';

/** What M's T₁ depends on; the activation is ReLU² there. */
export interface SignalGrowth {
  /** Neurons in each class. */
  readonly m: number;
  readonly n: number;
  readonly secondLayer: SecondLayer;
  readonly eta: number;
  readonly sigma0: number;
  /** ‖μ‖. */
  readonly meanNorm: number;
  /** The theorem holds with probability 1 − δ. */
  readonly delta: number;
}

/** T₁ in epochs, as it holds and as it is printed; 0 where the logarithm is not positive. */
export interface SignalTime {
  /** With the factor 2 of CLAIMS C4: Σ_{y_i=j} has n/2 terms, so the signal grows by 1 + η‖μ‖²/2m an epoch. */
  readonly corrected: number;
  readonly printed: number;
}

/**
 * The time in which PEGR lets the signal grow to a constant, M Theorem 3.2 = Prop. 5.6:
 *
 *   T₁ = (m/(η‖μ‖²)) log(4/(σ₀‖μ‖ log(n) √(2 log(8m/δ)))), and twice that (CLAIMS C4).
 *
 * M has a_r = ±1/m. With a_r = ±c the network is that one with √(mc)·W for W, so η counts mc-fold and σ₀ √(mc)-fold
 * (EXPERIMENTS D).
 */
export function signalTime(growth: SignalGrowth): SignalTime {
  const { m, n, meanNorm, delta } = growth;
  const scale = m * secondLayerScale(growth.secondLayer, m);
  const eta = growth.eta * scale;
  const sigma0 = growth.sigma0 * Math.sqrt(scale);
  const logarithm = log(4 / (sigma0 * meanNorm * log(n) * Math.sqrt(2 * log((8 * m) / delta))));
  const printed = logarithm > 0 ? (m / (eta * meanNorm * meanNorm)) * logarithm : 0;
  return { corrected: 2 * printed, printed };
}
