import { InfeasiblePattern, maxMargin } from '../limit/max-margin.ts';
import { alignedGroups } from '../limit/network.ts';
import { secondLayerScale } from '../model/second-layer.ts';
import { onePatchSamples } from '../problem/problem.ts';
import type { FitWatch } from './claim.ts';
import { gramOf, productsInto } from './gram.ts';
import type { Run } from './run.ts';
import { scalar } from './state.ts';

const NONE = new Float64Array(0);

/**
 * The KKT point of the max-margin problem of a leaky ReLU network with a_j = ±1/√(2m) on nearly orthogonal data
 * (F Theorem 3.2): all positive neurons are v, all negative ones u,
 *
 *   v = (1/√(2m)) Σ_k c_k λ_k x_k,   c_k = 1 where y_k = +1, else −γ
 *   u = (1/√(2m)) Σ_k d_k λ_k x_k,   d_k = 1 where y_k = −1, else −γ
 *
 * and λ ≥ 0 is that of the max-margin problem, y_i f(x_i) = 1 for all i with λ_i > 0. K's networks, a_j = ±1/m, have the same one up to a factor.
 */
export interface LeakyLimit {
  readonly gamma: number;
  /** λ, n entries. */
  readonly lambda: Float64Array;
  /** The coefficients of v and u: 2n entries, W* = rows of `coefficients` times the samples. */
  readonly coefficients: Float64Array;
  /** ⟨v, x_i⟩ and ⟨u, x_i⟩: 2n entries. */
  readonly products: Float64Array;
  /** ‖W*‖_F. */
  readonly norm: number;
}

/** To be had by `run.derive(leakyLimit)`; null where there is no leak, or no weights of the pattern separate the data. */
export function leakyLimit(run: Run): LeakyLimit | null {
  const { m, y, start } = run;
  const { activation } = start.experiment;
  const gamma = activation.kind === 'relu-power' ? 0 : activation.gamma;
  if (!(gamma > 0)) return null;
  const network = {
    samples: onePatchSamples(start.dim, start.features, y, NONE, NONE),
    scale: secondLayerScale('1/sqrt(2m)', m),
    gamma,
    groups: alignedGroups(y, 1, gamma, m, m),
  };
  try {
    const { lambda, coefficients, products, squaredNorm } = maxMargin(network, run.derive(gramOf));
    return { gamma, lambda, coefficients, products, norm: Math.sqrt(squaredNorm) };
  } catch (error) {
    if (error instanceof InfeasiblePattern) return null;
    throw error;
  }
}

export const infeasible = (): string => 'no weights with the pattern of the theorem separate the data';

/** cos(W, W*) of the pre-activations Z, 2m×n: ⟨W, W*⟩ = Σ_j ⟨w_j, v or u⟩. */
export function directionToLimit(run: Run): FitWatch {
  const { m, n } = run;
  const limit = run.derive(leakyLimit);
  const products = new Float64Array(m);
  return {
    at(state, fit) {
      if (limit === null) return;
      const { coefficients, norm } = limit;
      const { z } = state;
      let inner = 0;
      for (const part of [0, 1]) {
        const rows = z.subarray(part * m * n, (part + 1) * m * n);
        productsInto(coefficients.subarray(part * n, (part + 1) * n), rows, m, products);
        for (let r = 0; r < m; r++) inner += products[r]!;
      }
      fit.point(state.t, inner / (scalar(state, 'frobenius') * norm));
    },
    ...(limit === null && { silent: infeasible }),
  };
}
