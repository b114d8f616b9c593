import { exp } from '../../special/exp.ts';
import { log1p } from '../../special/log1p.ts';
import type { Claim, SlackWatch } from '../claim.ts';
import { gramOf, productsOf, rowOf } from '../gram.ts';
import type { Run } from '../run.ts';
import { isSparse, someRows, sparseTurn, SPARSELY } from '../sparse.ts';
import { scalar } from '../state.ts';
import { mengNetwork, perExample } from './network.ts';
import { patches } from './patches.ts';
import { scalesOf } from './scales.ts';

function watchOrthogonal(run: Run): SlackWatch {
  const { K } = run.derive(scalesOf);
  const gram = run.derive(gramOf);
  return {
    at({ t }, slacks) {
      if (t > 0) return;
      for (let k = 1; k < K; k++) slacks.equal(gram[k]!, 0, Math.sqrt(gram[0]! * gram[k * K + k]!));
    },
  };
}

/** R = (1/2n) Σ ‖∇ℓ_i‖² with ‖∇ℓ_i‖² = 4c²ℓ′_i²ζ_i. */
function watchPenalty(run: Run): SlackWatch {
  const { n } = run;
  const { c, lambdaAt } = run.derive(scalesOf);
  const patchesOf = run.share(patches);
  return {
    at(state, slacks) {
      if (lambdaAt(state.t) === 0) return;
      const { zeta } = patchesOf(state);
      let sum = 0;
      for (let i = 0; i < n; i++) sum += state.lossSlopes[i]! * state.lossSlopes[i]! * zeta[i]!;
      slacks.equal(scalar(state, 'penalty'), (2 * c * c * sum) / n);
    },
    silent: () => 'the penalty is off',
  };
}

/** ⟨∇(y_i f), W⟩ = Σ_r a_r y_i Σ_p φ′(z)z, and y_i f from its definition. */
function watchHomogeneous(run: Run): SlackWatch {
  const { m, n, y } = run;
  const { K, c } = run.derive(scalesOf);
  const patchesOf = run.share(patches);
  return {
    at(state, slacks) {
      const { margins, parts } = patchesOf(state);
      const { z } = state;
      for (let i = 0; i < n; i++) {
        let inner = 0;
        for (let r = 0; r < 2 * m; r++) {
          const signal = y[i]! * z[r * K]!;
          const noise = z[r * K + 1 + i]!;
          const own = (r < m ? c : -c) * y[i]!;
          inner += own * 2 * (Math.max(0, signal) * signal + Math.max(0, noise) * noise);
        }
        const scale = 2 * (parts[i]! + parts[n + i]!);
        slacks.equal(inner, 2 * state.margins[i]!, scale);
        slacks.equal(state.margins[i]!, margins[i]!, scale);
      }
    },
  };
}

/** ⟨w, μ⟩ and ⟨w, ξ_i⟩ of dense rows against Z, and against (A.1)–(A.3). */
function watchProjections(run: Run): SlackWatch {
  const { m, z0, start } = run;
  const { K } = run.derive(scalesOf);
  const gram = run.derive(gramOf);
  const row = new Float64Array(start.dim);
  const products = new Float64Array(K);
  return {
    at(state, slacks) {
      const { t } = state;
      if (!isSparse(t)) return;
      const { z, c } = state;
      for (const r of someRows(sparseTurn(t), m)) {
        rowOf(run, c, r, row);
        productsOf(run, row, products);
        const norm = Math.sqrt(row.reduce((sum, entry) => sum + entry * entry, 0));
        for (let k = 0; k < K; k++) {
          const inner = products[k]!;
          // Signal and noise do not mix: of the signal γ alone counts, of the noise only what is along noise.
          let sum = z0[r * K + k]!;
          for (let e = k === 0 ? 0 : 1; e < (k === 0 ? 1 : K); e++) sum += c[r * K + e]! * gram[e * K + k]!;
          const scale = norm * Math.sqrt(gram[k * K + k]!);
          slacks.equal(z[r * K + k]!, inner, scale);
          slacks.equal(inner, sum, scale);
        }
      }
    },
  };
}

/** −ℓ′ = 1 − e^−ℓ. */
const watchSlope = (): SlackWatch => ({
  at({ margins, lossSlopes }, slacks) {
    for (let i = 0; i < margins.length; i++) {
      const q = margins[i]!;
      const loss = q < 0 ? -q + log1p(exp(q)) : log1p(exp(-q));
      slacks.equal(-lossSlopes[i]!, 1 - exp(-loss), 1);
    }
  },
});

const IDENTITY = { paper: 'meng', kind: 'identity', assumes: [], applies: mengNetwork } as const;

/** What is exact for M's network and data. */
export const IDENTITIES: readonly Claim[] = [
  {
    ...IDENTITY,
    id: 'meng-orthogonal',
    claimsId: 'P3.1',
    number: 'Definition 2.1',
    place: '§2',
    statement: 'Every noise patch is orthogonal to the signal.',
    tex: String.raw`\langle\boldsymbol\mu,\boldsymbol\xi_i\rangle=0\quad\forall i`,
    why: 'It separates the two things that a network can learn. What is along μ is of use for new data; what is along ξ is not. Without it the decomposition would not be clean.',
    measured: '⟨μ, ξ_i⟩ over ‖μ‖‖ξ_i‖, at epoch 0',
    reads: [],
    watch: watchOrthogonal,
  },
  {
    ...IDENTITY,
    id: 'meng-gradient-norm',
    thinned: true,
    claimsId: 'P3.2',
    number: 'proof of Lemma 5.1',
    place: 'App. A.1',
    statement:
      'The squared gradient of a sample’s loss is 4ℓ′²ζ/m², so PEGR’s penalty is the mean of these over 2.',
    tex: String.raw`\|\nabla\ell_i\|_F^2=\frac4{m^2}\ell_i'^2\zeta_i,\qquad\zeta_i=\sum_{j,r}\bigl(R^2(\langle\mathbf w_{j,r},y_i\mu\rangle)\|\mu\|^2+R^2(\langle\mathbf w_{j,r},\xi_i\rangle)\|\xi_i\|^2\bigr)`,
    why: 'The penalty weighs what was learnt of a patch by that patch’s squared length. Noise is far longer than the signal. So the same output costs less when it comes from the signal.',
    measured: 'the recorded penalty against (1/2n) Σ 4c²ℓ′²ζ from Z, while it is on; c = 1/m for M',
    reads: ['penalty', 'weights'],
    applies: perExample,
    watch: watchPenalty,
  },
  {
    ...IDENTITY,
    id: 'meng-homogeneous',
    thinned: true,
    claimsId: 'P3.3',
    number: 'proof of Lemma E.13',
    place: 'App. E.3',
    statement: 'The network is homogeneous of degree 2: the gradient of yf along W is 2yf.',
    tex: String.raw`\langle\nabla(y_if(\mathbf W,\mathbf x_i)),\mathbf W\rangle=2y_if(\mathbf W,\mathbf x_i)`,
    why: 'Doubling all weights makes the outputs four times as large. The direction alone decides, and the norm is for the loss. M uses it to compare the run with a fixed good network.',
    measured: 'both sides for every sample from Z, and the recorded margins against the definition of f',
    reads: ['margins', 'weights'],
    watch: watchHomogeneous,
  },
  {
    ...IDENTITY,
    id: 'meng-projections',
    claimsId: 'P3.6',
    number: '(A.1)–(A.3), Lemma C.2(3)',
    place: 'App. A',
    statement:
      'Along the signal a neuron has what it began with and γ; along a noise patch what it began with, and ρ times the overlap of noise patches.',
    tex: String.raw`\langle\mathbf w,y_i\mu\rangle=\langle\mathbf w^{(0)},y_i\mu\rangle+jy_i\gamma_{j,r},\qquad\langle\mathbf w,\xi_i\rangle=\langle\mathbf w^{(0)},\xi_i\rangle+\sum_{k}\rho_{j,r,k}\frac{\langle\xi_i,\xi_k\rangle}{\|\xi_k\|^2}`,
    why: 'It turns coefficients into what the network sees. Nothing of the noise reaches the signal, and the other way round. The overlaps are small in many dimensions, and the next claims bound them.',
    measured: `inner products of dense rows of W against Z and against the right sides, over ‖w‖ and the patch’s length; ${SPARSELY}`,
    reads: ['coefficients', 'weights'],
    watch: watchProjections,
  },
  {
    ...IDENTITY,
    id: 'meng-loss-slope',
    thinned: true,
    claimsId: 'P3.20',
    number: 'proof of Proposition D.5',
    place: 'App. D.2',
    statement:
      'A loss slope is 1 − e^−ℓ, so a loss is above ε exactly where the slope is above ε₀ = 1 − e^−ε.',
    tex: String.raw`-\ell_i'=1-e^{-\ell_i},\qquad\ell_i>\varepsilon\iff-\ell_i'>\varepsilon_0`,
    why: 'As long as a sample has a loss it has a pull. So nothing can stop while something is left to learn. The proof that training ends is made of this.',
    measured: 'the recorded loss slopes against 1 − e^−ℓ of the recorded margins',
    reads: ['margins'],
    watch: watchSlope,
  },
];
