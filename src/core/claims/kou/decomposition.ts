import type { Claim, SlackWatch } from '../claim.ts';
import { gramOf, productsInto, productsOf, rowOf } from '../gram.ts';
import type { Run } from '../run.ts';
import { isSparse, someRows, sparseTurn, SPARSELY } from '../sparse.ts';
import { scalar } from '../state.ts';
import { kouNetwork } from './network.ts';

/** ⟨w, x_i⟩ of the rows of W(0) + CU, against the trainer's Z. */
function watchDecomposition(run: Run): SlackWatch {
  const { m, n, start } = run;
  const { dim, squaredNorms } = start;
  const w = new Float64Array(dim);
  const products = new Float64Array(n);
  return {
    at(state, slacks) {
      const { t } = state;
      if (!isSparse(t)) return;
      // Not before: of groups of neurons the rows are made when they are read.
      const { z, c } = state;
      for (const r of someRows(sparseTurn(t), m)) {
        rowOf(run, c, r, w);
        productsOf(run, w, products);
        const norm = Math.sqrt(w.reduce((sum, entry) => sum + entry * entry, 0));
        for (let i = 0; i < n; i++) {
          slacks.equal(z[r * n + i]!, products[i]!, norm * Math.sqrt(squaredNorms[i]!));
        }
      }
    },
  };
}

/** The recorded ‖W‖_F² against ‖W(0)‖_F² + 2 ⟨W(0), W − W(0)⟩ + Tr(A X Xᵀ Aᵀ), X Xᵀ from the samples themselves. */
function watchTrace(run: Run): SlackWatch {
  const { m, n, z0 } = run;
  const gram = run.derive(gramOf);
  const products = new Float64Array(n);
  let initial = 0;
  return {
    at(state, slacks) {
      const norm = scalar(state, 'frobenius');
      if (state.t === 0) initial = norm * norm;
      if (!isSparse(state.t)) return;
      const { c } = state;
      let cross = 0;
      let trace = 0;
      for (let r = 0; r < 2 * m; r++) {
        productsInto(c.subarray(r * n, (r + 1) * n), gram, n, products);
        for (let i = 0, e = r * n; i < n; i++, e++) {
          trace += c[e]! * products[i]!;
          cross += 2 * c[e]! * z0[e]!;
        }
      }
      slacks.equal(norm * norm, initial + cross + trace, initial + Math.abs(cross) + trace);
    },
  };
}

const WHY_LINEAR = 'The network’s whole history is in these numbers: one for each neuron and sample.';

/** W(t) − W(0) as a sum over the samples, and its norm. */
export const DECOMPOSITION: readonly Claim[] = [
  {
    id: 'kou-decomposition',
    claimsId: 'P1.6',
    paper: 'kou',
    number: 'Definition 5.1',
    place: '§5.1',
    kind: 'identity',
    statement:
      'Every neuron is its initial value plus a sum over the samples with the coefficients ρ; they are unique where the samples are linearly independent.',
    tex: String.raw`\mathbf w_{j,r}^{(t)} = \mathbf w_{j,r}^{(0)} + \sum_{i=1}^n \rho_{j,r,i}^{(t)}\,\|\mathbf x_i\|_2^{-2}\,\mathbf x_i`,
    why: `${WHY_LINEAR} They say which sample taught which neuron how much. This page trains in them, so this line also checks that its pre-activations are those of the weights.`,
    flow: 'The velocity of a neuron is a combination of the samples as a step is, on kinks too, where σ′ is between γ and 1: ρ_{j,r,i} = j y_i ‖x_i‖²/(nm) ∫ |ℓ′_i| σ′ dt.',
    measured: `⟨w, x_i⟩ with w = w(0) + Σ C_i x_i formed densely against the pre-activation that is trained, over ‖w‖‖x_i‖; ${SPARSELY}`,
    reads: ['coefficients', 'weights'],
    assumes: [],
    applies: kouNetwork,
    watch: watchDecomposition,
  },
  {
    id: 'kou-trace',
    claimsId: 'P1.38',
    paper: 'kou',
    number: 'Lemma F.1',
    place: 'App. F',
    kind: 'identity',
    statement:
      'The squared distance from the initial weights is Tr(A X Xᵀ Aᵀ), where A has ρ_{j,r,i}/‖x_i‖².',
    tex: String.raw`\|\mathbf W_j^{(t)}-\mathbf W_j^{(0)}\|_F^2 = \operatorname{Tr}(\mathbf A_t\mathbf X\mathbf X^\top\mathbf A_t^\top)`,
    why: `${WHY_LINEAR} The stable rank can therefore be read off a small matrix. K bounds ReLU networks that way.`,
    flow: 'It follows from Definition 5.1 alone, which the flow has.',
    measured:
      'the recorded ‖W‖_F² against ‖W(0)‖_F² + 2⟨W(0), W − W(0)⟩ + the trace; at epochs 1, 2, 4, 8, …',
    reads: ['coefficients', 'frobenius'],
    assumes: [],
    applies: kouNetwork,
    watch: watchTrace,
  },
];
