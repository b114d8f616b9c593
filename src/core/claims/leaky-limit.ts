import { solve } from '../linalg/solve.ts';
import type { FitWatch } from './claim.ts';
import { gramOf, productsInto } from './gram.ts';
import type { Run } from './run.ts';
import { scalar } from './state.ts';

/**
 * The KKT point of the max-margin problem of a leaky ReLU network with a_j = ±1/√(2m) on nearly orthogonal data
 * (F Theorem 3.2): all positive neurons are v, all negative ones u,
 *
 *   v = (1/√(2m)) Σ_k c_k λ_k x_k,   c_k = 1 where y_k = +1, else −γ
 *   u = (1/√(2m)) Σ_k d_k λ_k x_k,   d_k = 1 where y_k = −1, else −γ
 *
 * and λ solves y_i f(x_i) = 1 for all i. K's networks, a_j = ±1/m, have the same one up to a factor.
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

/** To be had by `run.derive(leakyLimit)`; null where there is no leak, or the system is singular. */
export function leakyLimit(run: Run): LeakyLimit | null {
  const { m, n, y, start } = run;
  const { activation } = start.experiment;
  const gamma = activation.kind === 'relu-power' ? 0 : activation.gamma;
  if (!(gamma > 0)) return null;
  const gram = run.derive(gramOf);
  /** c for the positive neurons, d for the negative. */
  const pattern = (part: 0 | 1, k: number): number => (y[k]! > 0 === (part === 0) ? 1 : -gamma);
  const system = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) {
      const own = y[i]! > 0 ? 0 : 1;
      const other = y[i]! > 0 ? 1 : 0;
      system[i * n + k] = (gram[i * n + k]! * (pattern(own, k) - gamma * pattern(other, k))) / 2;
    }
  }
  const lambda = solve(system, new Float64Array(n).fill(1), n);
  if (lambda === null) return null;
  const coefficients = new Float64Array(2 * n);
  const products = new Float64Array(2 * n);
  let square = 0;
  for (const part of [0, 1] as const) {
    for (let k = 0; k < n; k++) {
      coefficients[part * n + k] = (pattern(part, k) * lambda[k]!) / Math.sqrt(2 * m);
    }
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += gram[i * n + k]! * coefficients[part * n + k]!;
      products[part * n + i] = sum;
      square += m * sum * coefficients[part * n + i]!;
    }
  }
  return { gamma, lambda, coefficients, products, norm: Math.sqrt(square) };
}

export const singular = (): string => 'the n equations for λ have no unique solution';

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
    ...(limit === null && { silent: singular }),
  };
}
