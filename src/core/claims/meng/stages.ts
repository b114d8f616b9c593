import { log } from '../../special/log.ts';
import { columnStatistics } from '../coefficients.ts';
import { gramOf } from '../gram.ts';
import type { Run, Statistic } from '../run.ts';
import { EPSILON } from './epsilon.ts';
import { scalesOf } from './scales.ts';

/** T₁ of Prop. E.1: nm/(ησₚ²d) epochs, times log(0.8/(2 log(n) √log(8mn/δ) σ₀σₚ√d)); 0 where that is negative. */
export function noiseTime(run: Run): number {
  const { sigma0, noise, rootMn, logN } = run.derive(scalesOf);
  return Math.max(0, noiseUnit(run) * log(0.8 / (2 * logN * rootMn * sigma0 * noise)));
}

/** nm/(ησₚ²d) with M's η: the epochs in which noise grows e-fold. */
export function noiseUnit(run: Run): number {
  const { eta, c, noise } = run.derive(scalesOf);
  return run.n / (eta * c * noise * noise);
}

/** The third stage: since every sample's noise is memorised, max_{j=y_i,r} ρ ≥ 2 for all i. */
export interface Memorised {
  /** The first recorded epoch of which that is so; −1 before. */
  since: number;
  /** min_i max_{j=y_i,r} ρ in M's units. */
  least: number;
}

export function memorised(run: Run): Statistic<Memorised> {
  const { n } = run;
  const { K, root, own } = run.derive(scalesOf);
  const coefficients = run.share(columnStatistics);
  const result: Memorised = { since: -1, least: 0 };
  return {
    at(state) {
      const { greatest } = coefficients(state);
      result.least = Infinity;
      for (let i = 0; i < n; i++) {
        result.least = Math.min(result.least, root * greatest[own[i]! * K + 1 + i]!);
      }
      if (result.since < 0 && result.least >= 2) result.since = state.t;
      return result;
    },
  };
}

/** What a claim of the third stage says before it. */
export const notMemorised = (): string => 'at no recorded epoch every sample has a neuron with ρ ≥ 2';

/**
 * W* in coefficients of the noise, in the run's units: w*_{j,r} = w_{j,r}(0) + 4m log(4/ε) Σ_{y_i=j} ξ_i/‖ξ_i‖², for the
 * rows of class `part` (M Stage 3; CLAIMS C6).
 *
 * @param power 2; 1 for the printed ξ_i/‖ξ_i‖
 */
function targetOf(run: Run, part: number, power: 1 | 2): Float64Array {
  const { m, n } = run;
  const { root, own, squaredNoise } = run.derive(scalesOf);
  const far = (4 * m * log(4 / EPSILON)) / root;
  return Float64Array.from({ length: n }, (_, i) =>
    own[i] !== part ? 0 : far / (power === 2 ? squaredNoise[i]! : Math.sqrt(squaredNoise[i]!)),
  );
}

/** Of W* as it should be: ⟨u_k, w*⟩ − ⟨u_k, w(0)⟩ for both classes, 2K entries. */
export function targetProducts(run: Run): Float64Array {
  const { n } = run;
  const { K } = run.derive(scalesOf);
  const gram = run.derive(gramOf);
  const products = new Float64Array(2 * K);
  for (const part of [0, 1]) {
    const target = targetOf(run, part, 2);
    for (let k = 0; k < K; k++) {
      for (let i = 0; i < n; i++) products[part * K + k]! += gram[k * K + 1 + i]! * target[i]!;
    }
  }
  return products;
}

/** ‖W − W*‖_F² in M's units of a C, with the Gram matrix. To be had by `run.derive`. */
const distanceTo =
  (power: 1 | 2) =>
  (run: Run): ((c: Float64Array) => number) => {
    const { m, n } = run;
    const { K, root } = run.derive(scalesOf);
    const gram = run.derive(gramOf);
    const targets = [targetOf(run, 0, power), targetOf(run, 1, power)] as const;
    const row = new Float64Array(K);
    return (c) => {
      let square = 0;
      for (let r = 0; r < 2 * m; r++) {
        const target = targets[r < m ? 0 : 1];
        row[0] = c[r * K]!;
        for (let i = 0; i < n; i++) row[1 + i] = c[r * K + 1 + i]! - target[i]!;
        for (let i = 0; i < K; i++) {
          for (let k = 0; k < K; k++) square += row[i]! * gram[i * K + k]! * row[k]!;
        }
      }
      return root * root * square;
    };
  };

export const squaredDistance = distanceTo(2);
export const squaredDistanceAsPrinted = distanceTo(1);
