import { symmetricEigenvalues } from '../../linalg/symmetric-eigenvalues.ts';
import type { Claim, SlackWatch } from '../claim.ts';
import { gramOf } from '../gram.ts';
import type { Run } from '../run.ts';
import { isSparse } from '../sparse.ts';
import { kouNetwork } from './network.ts';
import { scalesOf } from './scales.ts';

/** L of G = L Lᵀ, n×n row-major; null where G is not positive definite to rounding. */
function choleskyOf(gram: Float64Array, n: number): Float64Array | null {
  const factor = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k <= i; k++) {
      let rest = gram[i * n + k]!;
      for (let e = 0; e < k; e++) rest -= factor[i * n + e]! * factor[k * n + e]!;
      if (i !== k) factor[i * n + k] = rest / factor[k * n + k]!;
      else if (rest > 1e-12 * gram[i * n + i]!) factor[i * n + i] = Math.sqrt(rest);
      else return null;
    }
  }
  return factor;
}

/** 1ᵀ G⁻¹ 1 = ‖L⁻¹1‖². */
function onesThroughInverse(factor: Float64Array, n: number): number {
  const solved = new Float64Array(n);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    let rest = 1;
    for (let e = 0; e < i; e++) rest -= factor[i * n + e]! * solved[e]!;
    solved[i] = rest / factor[i * n + i]!;
    sum += solved[i]! * solved[i]!;
  }
  return sum;
}

/** Of the rows from..to of C: λ_max(C G Cᵀ) = λ_max(Lᵀ CᵀC L), and ‖C1‖². */
function normsOf(c: Float64Array, factor: Float64Array, n: number, from: number, to: number) {
  const product = new Float64Array(n * n);
  const row = new Float64Array(n);
  let ones = 0;
  for (let r = from; r < to; r++) {
    let sum = 0;
    for (let k = 0; k < n; k++) {
      // Row r of C L.
      let entry = 0;
      for (let i = k; i < n; i++) entry += c[r * n + i]! * factor[i * n + k]!;
      row[k] = entry;
      sum += c[r * n + k]!;
    }
    ones += sum * sum;
    for (let i = 0; i < n; i++) for (let k = 0; k < n; k++) product[i * n + k]! += row[i]! * row[k]!;
  }
  return { squaredNorm: symmetricEigenvalues(product, n)[0]!, squaredOnes: ones };
}

function watchSpectral(run: Run): SlackWatch {
  const { m, n } = run;
  const { rMin, crossing } = run.derive(scalesOf);
  const gram = run.derive(gramOf);
  const factor = choleskyOf(gram, n);
  const inverse = factor === null ? NaN : onesThroughInverse(factor, n);
  return {
    at(state, slacks) {
      const { t } = state;
      if (t === 0) {
        const smallest = symmetricEigenvalues(gram, n)[n - 1]!;
        slacks.atLeast(smallest, rMin * rMin * (1 - n * crossing), rMin * rMin);
      }
      if (factor === null || !isSparse(t)) return;
      const { c } = state;
      for (const part of [0, 1]) {
        const { squaredNorm, squaredOnes } = normsOf(c, factor, n, part * m, (part + 1) * m);
        slacks.atLeast(Math.sqrt(squaredNorm), Math.sqrt(squaredOnes / inverse));
      }
    },
  };
}

/** The spectral norm from below. */
export const SPECTRAL: readonly Claim[] = [
  {
    id: 'kou-spectral',
    claimsId: 'P1.39',
    paper: 'kou',
    number: 'Lemma F.1',
    place: 'App. F',
    kind: 'inequality',
    statement:
      'The spectral norm of what a class has learnt is at least ‖A1‖/√(1ᵀ(XXᵀ)⁻¹1), and the least eigenvalue of XXᵀ at least R_min² − np.',
    tex: String.raw`\|\mathbf W_j^{(t)}-\mathbf W_j^{(0)}\|_2\ge\frac{\|\mathbf A_t\mathbf 1_n\|_2}{\sqrt{\mathbf 1_n^\top(\mathbf X\mathbf X^\top)^{-1}\mathbf 1_n}},\qquad\lambda_{\min}(\mathbf X\mathbf X^\top)\ge R_{\min}^2-np`,
    why: 'A stable rank is small when the largest singular value is large. Here is a direction that makes it large: the one in which all samples have the same inner product. It is tight when all samples are learnt alike.',
    measured: 'both sides for both classes at epochs 1, 2, 4, 8, …; the eigenvalue at epoch 0',
    reads: ['coefficients', 'stableRankPositive', 'stableRankNegative'],
    assumes: [],
    applies: kouNetwork,
    watch: watchSpectral,
  },
];
