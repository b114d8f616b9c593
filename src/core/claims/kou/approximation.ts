import type { Claim, SlackWatch } from '../claim.ts';
import { columnStatistics } from '../coefficients.ts';
import type { Run } from '../run.ts';
import { isSparse } from '../sparse.ts';
import { kouNetwork } from './network.ts';
import { outputs } from './outputs.ts';
import { residuals } from './residuals.ts';
import { scalesOf } from './scales.ts';

/** Of one neuron. */
function watchNeurons(run: Run): SlackWatch {
  const residualOf = run.share(residuals);
  return {
    at(state, slacks) {
      if (state.t === 0) return;
      const { distance, bound, size } = residualOf(state);
      slacks.atMost(distance, bound, bound > 0 ? bound : size);
    },
  };
}

/**
 * |F_j(x_i) − (1/m) Σ_r σ(ρ)| ≤ (p/R_min²) (1/m) Σ_r Σ_{i′≠i} |ρ_{j,r,i′}| + β; as printed in (5.9), with ρ for σ(ρ) and
 * without β.
 */
const watchOutputs =
  (printed: boolean) =>
  (run: Run): SlackWatch => {
    const { m, n } = run;
    const { crossing, beta, gamma } = run.derive(scalesOf);
    const coefficients = run.share(columnStatistics);
    const outputsOf = run.share(outputs);
    const slope = printed ? 1 : gamma;
    const extra = printed ? 0 : beta;
    return {
      at(state, slacks) {
        if (state.t > 0 && !isSparse(state.t)) return;
        const { positive, negative } = coefficients(state);
        const { parts } = outputsOf(state);
        for (let part = 0; part < 2; part++) {
          let all = 0;
          for (let at = part * n; at < (part + 1) * n; at++) all += positive[at]! - negative[at]!;
          for (let at = part * n; at < (part + 1) * n; at++) {
            const own = positive[at]! - negative[at]!;
            const distance = Math.abs(parts[at]! - (positive[at]! + slope * negative[at]!) / m);
            const right = (crossing * (all - own)) / m + extra;
            slacks.atMost(distance, right, right > 0 ? right : Math.max(Math.abs(parts[at]!), beta));
          }
        }
      },
    };
  };

const HOW =
  'From (5.1): ⟨w, x_i⟩ − ⟨w(0), x_i⟩ − ρ_{j,r,i} is a sum over the other samples; the triangle inequality, ‖x_i′‖ ≥ R_min and |⟨x_i, x_i′⟩| ≤ p bound it, and σ is 1-Lipschitz. What (5.9) leaves out is ⟨w(0), x_i⟩, at most β, and σ around ρ.';

/** How far the pre-activations are from the coefficients. */
export const APPROXIMATION: readonly Claim[] = [
  {
    id: 'kou-neuron-approximation',
    claimsId: 'P1.11',
    paper: 'kou',
    number: '(5.9), of a neuron',
    place: '§5.1',
    kind: 'inequality',
    statement:
      'What a neuron makes of a sample is its initial value plus its coefficient, up to (p/R_min²) times the sum of its other coefficients.',
    tex: String.raw`|\langle\mathbf w_{j,r}^{(t)}-\mathbf w_{j,r}^{(0)},\mathbf x_i\rangle-\rho_{j,r,i}^{(t)}|\le\frac p{R_{\min}^2}\sum_{i'\ne i}|\rho_{j,r,i'}^{(t)}|`,
    why: 'It is why near orthogonality matters: samples hardly disturb each other. On orthogonal data the two sides vanish, and every sample trains alone. The nearer the slack comes to zero, the more the samples interfere.',
    flow: 'It follows from Definition 5.1 alone, which the flow has.',
    measured:
      'the entry whose distance is the largest part of its bound; of all neurons at epochs 1, 2, 4, 8, …, of four of each class, in turn, at the others',
    reads: ['coefficients'],
    assumes: [],
    applies: kouNetwork,
    watch: watchNeurons,
  },
  {
    id: 'kou-output-approximation',
    claimsId: 'P1.11',
    paper: 'kou',
    number: '(5.9)',
    place: '§5.1',
    kind: 'inequality',
    statement:
      'Half of the network’s output is the mean of σ(ρ), up to (p/R_min²) times the mean of the other coefficients’ sums, and β.',
    tex: String.raw`\Bigl|F_j(\mathbf W_j^{(t)},\mathbf x_i)-\frac1m\sum_{r}\sigma(\rho_{j,r,i}^{(t)})\Bigr|\le\frac p{R_{\min}^2}\cdot\frac1m\sum_r\sum_{i'\ne i}|\rho_{j,r,i'}^{(t)}|+\beta`,
    why: 'With it a margin is a function of the coefficients alone. The recursion of ρ then closes: its slope depends on ρ itself. That gives the logarithm.',
    flow: 'It follows from Definition 5.1 alone, which the flow has.',
    printed: {
      tex: String.raw`\Bigl|F_j-\frac1m\sum_r\rho_{j,r,i}^{(t)}\Bigr|\le\sum_{i'\ne i}\Bigl(\frac1m\sum_r|\rho_{j,r,i'}^{(t)}|R_{\min}^{-2}p\Bigr)`,
      correction: 'C15',
      how: HOW,
    },
    measured: 'both sides for every class and sample, F from Z by the definition; at epochs 0, 1, 2, 4, 8, …',
    reads: ['coefficients', 'margins'],
    assumes: [],
    applies: kouNetwork,
    watch: watchOutputs(false),
  },
  {
    id: 'kou-output-approximation-printed',
    claimsId: 'P1.11',
    paper: 'kou',
    number: '(5.9)',
    place: '§5.1',
    kind: 'inequality',
    form: 'printed',
    statement: 'As printed: half of the network’s output is the mean of ρ, without σ and without β.',
    tex: String.raw`\Bigl|F_j(\mathbf W_j^{(t)},\mathbf x_i)-\frac1m\sum_{r}\rho_{j,r,i}^{(t)}\Bigr|\le\sum_{i'\ne i}\Bigl(\frac1m\sum_{r}|\rho_{j,r,i'}^{(t)}|R_{\min}^{-2}p\Bigr)`,
    why: 'It fails at epoch 0, where all coefficients are zero and the output is not. Later it fails for the other class’s neurons, where σ multiplies by γ. The proofs use the form with σ and β, so nothing else depends on it.',
    flow: 'It is about Definition 5.1 alone, which the flow has.',
    measured: 'both sides for every class and sample, F from Z by the definition; at epochs 0, 1, 2, 4, 8, …',
    reads: ['coefficients', 'margins'],
    assumes: [],
    applies: kouNetwork,
    watch: watchOutputs(true),
  },
];
