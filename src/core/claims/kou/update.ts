import type { Claim, SlackWatch } from '../claim.ts';
import { productsOf, rowOf } from '../gram.ts';
import { TOLERANCE } from '../slacks.ts';
import { isSparse, someRows, sparseTurn, SPARSELY } from '../sparse.ts';
import type { Run } from '../run.ts';
import { before } from '../before.ts';
import { betweenEpochs } from '../between.ts';
import { kouSteps } from './network.ts';
import { outputs } from './outputs.ts';
import { scalesOf } from './scales.ts';
import { steps } from './steps.ts';

/**
 * w_{j,r}(t) − w_{j,r}(t−1) = (η/(nm)) Σ_i |ℓ′_i| σ′(⟨w_{j,r}, x_i⟩) j y_i x_i, from W = W(0) + C U by dense products:
 * the pre-activations are those of these rows of W, not the trainer's.
 */
function watchUpdate(run: Run): SlackWatch {
  const { m, n, y, start } = run;
  const { features, dim, squaredNorms } = start;
  const { gamma, eta, beta } = run.derive(scalesOf);
  const outputsOf = run.share(outputs);
  const beforeOf = run.share(before);
  const [was, is, expected] = [new Float64Array(dim), new Float64Array(dim), new Float64Array(dim)];
  const products = new Float64Array(n);
  return {
    at(state, slacks) {
      if (!isSparse(state.t)) return;
      const { margins } = outputsOf(state);
      for (let i = 0; i < n; i++)
        slacks.equal(state.margins[i]!, margins[i]!, Math.max(beta, Math.abs(margins[i]!)));
      const last = beforeOf(state);
      if (last === null) return;
      for (const r of someRows(sparseTurn(state.t), m)) {
        const j = r < m ? 1 : -1;
        rowOf(run, last.c, r, was);
        productsOf(run, was, products);
        rowOf(run, state.c, r, is);
        expected.fill(0);
        const norm = Math.sqrt(squared(was));
        for (let i = 0; i < n; i++) {
          const inner = products[i]!;
          // So near the kink that rounding decides, the side is the one that Z says.
          const near = Math.abs(inner) < 1e-12 * norm * Math.sqrt(squaredNorms[i]!);
          const fires = near ? last.z[r * n + i]! >= 0 : inner >= 0;
          const weight = (eta / (n * m)) * last.steepness[i]! * (fires ? 1 : gamma) * j * y[i]!;
          for (let e = 0; e < dim; e++) expected[e] = expected[e]! + weight * features[i * dim + e]!;
        }
        for (let e = 0; e < dim; e++) was[e] = is[e]! - was[e]! - expected[e]!;
        const scale = Math.sqrt(squared(expected));
        const rounding = (8 * Number.EPSILON * Math.sqrt(squared(is))) / scale;
        if (scale > 0) slacks.equal(Math.sqrt(squared(was)), 0, scale, TOLERANCE + rounding);
      }
    },
  };
}

function squared(v: Float64Array): number {
  let sum = 0;
  for (let e = 0; e < v.length; e++) sum += v[e]! * v[e]!;
  return sum;
}

function watchCoefficients(run: Run): SlackWatch {
  const { n } = run;
  return betweenEpochs(run.share(steps), (last, _state, slacks) => {
    for (let at = 0; at < 2 * n; at++) {
      const full = last.full[at % n]!;
      const tolerance = TOLERANCE + last.rounding[at]! / full;
      slacks.equal(last.error[at]!, 0, full, tolerance);
    }
  });
}

/** The rule that moves W, and what it is for the coefficients. */
export const UPDATE: readonly Claim[] = [
  {
    id: 'kou-update',
    claimsId: 'P1.1',
    paper: 'kou',
    number: '(3.2)',
    place: '§3',
    kind: 'identity',
    statement:
      'A step of gradient descent moves each neuron by η/(nm) times the sum over the samples of |ℓ′_i| σ′(⟨w, x_i⟩) j y_i x_i.',
    tex: String.raw`\mathbf w_{j,r}^{(t+1)} = \mathbf w_{j,r}^{(t)} + \frac{\eta}{nm}\sum_{i=1}^n |\ell_i'^{(t)}|\,\sigma'(\langle\mathbf w_{j,r}^{(t)},\mathbf x_i\rangle)\, j y_i \mathbf x_i`,
    why: 'Everything that K proves follows from this line. Here it is recomputed from the weights themselves, so that what you see is gradient descent and not something near it. If it failed, no other line of this list would mean anything.',
    measured: `‖w(t) − w(t−1) − right side‖ over ‖right side‖, with W = W(0) + CU formed densely, and the margins by (3.1); ${SPARSELY}`,
    reads: ['weights'],
    assumes: [],
    applies: kouSteps,
    watch: watchUpdate,
  },
  {
    id: 'kou-coefficient-update',
    thinned: true,
    claimsId: 'P1.7',
    paper: 'kou',
    number: 'Lemma 5.2',
    place: 'App. B, Lemma B.3',
    kind: 'identity',
    statement:
      'Each coefficient ρ moves by η‖x_i‖²/(nm) |ℓ′_i| σ′(⟨w, x_i⟩): upwards for neurons of the sample’s class, downwards for the others.',
    tex: String.raw`\rho_{j,r,i}^{(t+1)} = \rho_{j,r,i}^{(t)} + \frac{\eta\|\mathbf x_i\|_2^2}{nm}\,|\ell_i'^{(t)}|\,\sigma'(\langle\mathbf w_{j,r}^{(t)},\mathbf x_i\rangle)\, j y_i`,
    why: 'Training a network becomes a system of mn numbers that only ever grow or only ever shrink. That is what lets K follow gradient descent for ever, and not only until some early stop. The number of dimensions does not appear in it at all.',
    printed: {
      tex: String.raw`\rho_{j,r,i}^{(t)} = \mp\frac{\eta}{nm}\sum_{s=0}^{t}\ell_i'^{(s)}\cdots`,
      correction: 'C18',
      how: 'Summed from the recursion: ρ(t) has the steps of s = 0, …, t − 1, so the sums of (B.1) and (B.2) end at t − 1.',
    },
    measured: 'the largest |ρ(t) − ρ(t−1) − right side| over η‖x_i‖²|ℓ′_i|/(nm)',
    reads: ['coefficients'],
    assumes: [],
    applies: kouSteps,
    watch: watchCoefficients,
  },
];
