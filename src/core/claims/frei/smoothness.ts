import { columnProducts } from '../../linalg/column-products.ts';
import type { Claim, SlackWatch } from '../claim.ts';
import { before } from '../before.ts';
import { betweenEpochs } from '../between.ts';
import { gramOf } from '../gram.ts';
import { SCALAR_INDEX } from '../../observe/quantities.ts';
import type { Run, Statistic } from '../run.ts';
import { underflows } from '../slacks.ts';
import { isSparse } from '../sparse.ts';
import { choleskyOf, squaredNormsOf } from '../spectral-norm.ts';
import { scalar } from '../state.ts';
import { logisticNetwork, smoothSteps } from './network.ts';
import { scalesOf } from './scales.ts';
import { slopes } from './slopes.ts';
import { steepness } from './steepness.ts';

const SEPARATE = 'at epochs 1, 2, 4, 8, …';

/** ‖W(t) − W(t−1)‖_2² at sparse epochs, from C and the Gram matrix; NaN where features depend on each other. */
function squaredMove(run: Run): Statistic<number> {
  const { m, n } = run;
  const factor = choleskyOf(run.derive(gramOf), n);
  const step = new Float64Array(2 * m * n);
  const lastOf = run.share(before);
  return {
    at(state) {
      const last = lastOf(state);
      if (factor === null || last === null) return NaN;
      for (let e = 0; e < step.length; e++) step[e] = state.c[e]! - last.c[e]!;
      return squaredNormsOf(step, factor, n, 0, 2 * m).spectral;
    },
  };
}

/** |f(x_i; W) − f(x_i; V) − ⟨∇f(x_i; V), W − V⟩| ≤ H‖x_i‖²/(2√m)‖W − V‖_2². */
function watchOutput(run: Run): SlackWatch {
  const { m, n, y, start } = run;
  const { H, a } = run.derive(scalesOf);
  const moveOf = run.share(squaredMove);
  const slopesOf = run.share(slopes);
  return betweenEpochs(run.share(before), (last, state, slacks) => {
    const { t, z, margins } = state;
    if (!isSparse(t)) return;
    const move = moveOf(state);
    const { before: slopesBefore } = slopesOf(state);
    for (let i = 0; i < n; i++) {
      let linear = 0;
      for (let r = 0, e = i; r < 2 * m; r++, e += n) {
        linear += (r < m ? a : -a) * slopesBefore[e]! * (z[e]! - last.z[e]!);
      }
      const rest = Math.abs(margins[i]! - last.margins[i]! - y[i]! * linear);
      const rounding = 16 * Number.EPSILON * (Math.abs(margins[i]!) + Math.abs(linear));
      const bound = (H * start.squaredNorms[i]! * a * move) / 2;
      slacks.atMost(Math.max(0, rest - rounding), bound, Math.max(bound, rounding));
    }
  });
}

function watchGradient(run: Run): SlackWatch {
  const { rMax } = run.derive(scalesOf);
  const steepnessOf = run.share(steepness);
  return {
    at(state, slacks) {
      const { mean } = steepnessOf(state);
      if (underflows(mean)) return;
      slacks.atMost(scalar(state, 'gradientNorm'), rMax * mean);
      slacks.atMost(mean, Math.min(scalar(state, 'loss'), 1));
    },
  };
}

/** ‖∇L̂(W) − ∇L̂(V)‖_F ≤ R_max²(1 + H/√m)‖W − V‖_2; the left side is tr(ΔD G ΔDᵀ), D = ∂L/∂Z from Z and the margins. */
function watchLipschitz(run: Run): SlackWatch {
  const { m, n, y } = run;
  const { H, a, rMax } = run.derive(scalesOf);
  const gram = run.derive(gramOf);
  const steepnessOf = run.share(steepness);
  const slopesOf = run.share(slopes);
  const moveOf = run.share(squaredMove);
  const change = new Float64Array(2 * m * n);
  return betweenEpochs(run.share(before), (last, state, slacks) => {
    if (!isSparse(state.t)) return;
    const { g } = steepnessOf(state);
    const { now, before: slopesBefore } = slopesOf(state);
    for (let e = 0; e < change.length; e++) {
      const i = e % n;
      change[e] = ((a * y[i]!) / n) * (g[i]! * now[e]! - last.steepness[i]! * slopesBefore[e]!);
    }
    const square = columnProducts(change, 0, 2 * m, n).reduce((sum, inner, at) => sum + inner * gram[at]!, 0);
    const bound = rMax * rMax * (1 + H * a) * Math.sqrt(moveOf(state));
    slacks.atMost(Math.sqrt(Math.max(0, square)), bound);
  });
}

/** L(t+1) ≤ L(t) − α‖∇L‖² + R_max² max(1, H/√m) α²‖∇L‖². */
function watchDescent(run: Run): SlackWatch {
  const { alpha, rMax, H, a } = run.derive(scalesOf);
  return betweenEpochs(run.share(before), ({ scalars }, state, slacks) => {
    const loss = scalars[SCALAR_INDEX.loss]!;
    const gradient = scalars[SCALAR_INDEX.gradientNorm]!;
    const fall = alpha * gradient * gradient;
    const right = loss - fall + rMax * rMax * Math.max(1, H * a) * alpha * fall;
    slacks.atMost(scalar(state, 'loss') - 4 * Number.EPSILON * loss, right, fall);
  });
}

function watchSigmoid(run: Run): SlackWatch {
  const steepnessOf = run.share(steepness);
  return {
    at(state, slacks) {
      const { mean } = steepnessOf(state);
      if (underflows(mean)) return;
      const loss = scalar(state, 'loss');
      slacks.atMost(mean, loss);
      if (state.margins.every((q) => q > 0)) slacks.atMost(loss, 2 * mean);
    },
  };
}

const CHECKED = { paper: 'frei', kind: 'inequality', thinned: true, assumes: [] } as const;

/** Network and loss as functions of W: how fast they can change. */
export const SMOOTHNESS: readonly Claim[] = [
  {
    ...CHECKED,
    id: 'frei-sigmoid-loss',
    claimsId: 'P2.15',
    number: 'App. D, E.7',
    place: 'App. D',
    statement:
      'The mean loss slope Ĝ is at most the loss, and at least half of it once all samples are fitted.',
    tex: String.raw`\hat G(\mathbf W)\le\hat L(\mathbf W),\qquad\hat L(\mathbf W)\le2\hat G(\mathbf W)\ \text{ where all }y_if(x_i)>0`,
    why: 'The logistic loss and its slope are nearly the same number once samples are on the right side. So a bound of one is a bound of the other. F proves its rates for the slope.',
    flow: 'It is about the loss as a function of the margins, whatever moves them.',
    measured: 'the recorded loss against Ĝ from the margins',
    reads: ['loss', 'margins'],
    applies: logisticNetwork,
    watch: watchSigmoid,
  },
  {
    ...CHECKED,
    id: 'frei-output-smooth',
    claimsId: 'P2.19',
    number: 'Lemma E.2',
    place: 'App. E.2',
    statement:
      'A step changes an output as its gradient says, up to H‖x‖²/(2√m) times the squared spectral norm of the step.',
    tex: String.raw`|f(x;\mathbf W)-f(x;\mathbf V)-\langle\nabla f(x;\mathbf V),\mathbf W-\mathbf V\rangle|\le\frac{H\|x\|^2}{2\sqrt m}\|\mathbf W-\mathbf V\|_2^2`,
    why: 'A wide network with small outer weights is almost linear in its weights over a step. The error falls with the square root of the width. The whole proof rests on steps being what the gradient says.',
    measured: `both sides for every sample, W and V being successive epochs, the spectral norm from C and the Gram matrix; ${SEPARATE}`,
    reads: ['weights', 'margins'],
    applies: smoothSteps,
    watch: watchOutput,
  },
  {
    ...CHECKED,
    id: 'frei-gradient-bound',
    claimsId: 'P2.20',
    number: 'Lemma E.3, first part',
    place: 'App. E.2',
    statement:
      'The gradient is at most R_max times the mean loss slope, which is at most the loss and at most 1.',
    tex: String.raw`\frac1{R_{\max}}\|\nabla\hat L(\mathbf W)\|_F\le\hat G(\mathbf W)\le\hat L(\mathbf W)\wedge1`,
    why: 'The step gets shorter as fast as the loss. No step can overshoot by more than the loss allows. With the lower bound beside it the gradient is known up to a factor √n.',
    flow: 'It is about a single W. On kinks the velocity is the subgradient of least norm, which is no longer than those that are bounded.',
    measured: 'the recorded ‖∇L‖ and loss against Ĝ from the margins',
    reads: ['gradientNorm', 'loss', 'margins'],
    applies: logisticNetwork,
    watch: watchGradient,
  },
  {
    ...CHECKED,
    id: 'frei-gradient-lipschitz',
    claimsId: 'P2.20',
    number: 'Lemma E.3, second part',
    place: 'App. E.2',
    statement: 'The gradient changes by at most R_max²(1 + H/√m) times the spectral norm of the step.',
    tex: String.raw`\|\nabla\hat L(\mathbf W)-\nabla\hat L(\mathbf V)\|_F\le R_{\max}^2\Bigl(1+\frac H{\sqrt m}\Bigr)\|\mathbf W-\mathbf V\|_2`,
    why: 'It bounds the curvature by the data alone, whatever the weights are. Its inverse is the step size with which the loss is sure to fall. Turn η far above it and the next claim is the one to watch.',
    measured: `both sides from Z, the margins and the Gram matrix, W and V being successive epochs; ${SEPARATE}`,
    reads: ['weights', 'margins'],
    applies: smoothSteps,
    watch: watchLipschitz,
  },
  {
    ...CHECKED,
    id: 'frei-descent',
    claimsId: 'P2.30',
    number: 'proof of Theorem 4.2',
    place: 'App. E.7',
    statement: 'A step lowers the loss by at least α‖∇L‖²(1 − αR_max² max(1, H/√m)).',
    tex: String.raw`\hat L(\mathbf W^{(t+1)})\le\hat L(\mathbf W^{(t)})-\alpha\|\nabla\hat L(\mathbf W^{(t)})\|_F^2+R_{\max}^2\max(1,H/\sqrt m)\,\alpha^2\|\nabla\hat L(\mathbf W^{(t)})\|_F^2`,
    why: 'It holds for any step, long or short; only for a short one does it promise a fall. Summed over all epochs it bounds the sum of squared gradients. That is the whole of the convergence proof.',
    measured: 'the recorded losses of successive epochs, in units of α‖∇L‖²',
    reads: ['loss', 'gradientNorm'],
    applies: smoothSteps,
    watch: watchDescent,
  },
];
