import type { Claim, SlackWatch } from '../claim.ts';
import { log } from '../../special/log.ts';
import type { Run } from '../run.ts';
import { underflows } from '../slacks.ts';
import { scalar } from '../state.ts';
import { nearlyOrthogonalDescent, nearlyOrthogonalFlow } from './gauges.ts';
import { leakNetwork, smoothNetwork } from './network.ts';
import { scalesOf } from './scales.ts';
import { directionOf } from './signal.ts';
import { steepness } from './steepness.ts';

function watchDirection(run: Run): SlackWatch {
  const { n } = run;
  const { rMin, rMax, R } = run.derive(scalesOf);
  const { norm, margins } = run.derive(directionOf);
  return {
    at({ t }, slacks) {
      if (t > 0) return;
      slacks.atMost(norm * norm, 2 * n * rMax * rMax);
      for (const margin of margins) {
        slacks.atLeast(margin, (2 / 3) * rMin * rMin);
        slacks.atLeast(margin / norm, (Math.SQRT2 * rMin) / (3 * R * Math.sqrt(n)));
      }
    },
  };
}

/** ‖∇L̂‖_F ≥ c·γR_min/(R√n)·Ĝ. */
const watchSteepness =
  (c: number) =>
  (run: Run): SlackWatch => {
    const { gamma, rMin, R } = run.derive(scalesOf);
    const steepnessOf = run.share(steepness);
    const least = (c * gamma * rMin) / (R * Math.sqrt(run.n));
    return {
      at(state, slacks) {
        const { mean } = steepnessOf(state);
        if (!underflows(mean)) slacks.atLeast(scalar(state, 'gradientNorm'), least * mean);
      },
    };
  };

/** τ ≤ 85 L̂(0) R² n³/(γ² R_min²). */
function watchTime(run: Run): SlackWatch {
  const { n, clock } = run;
  const { gamma, rMin, R, alpha } = run.derive(scalesOf);
  const enough = log(2) / n;
  let bound = NaN;
  let reached = false;
  return {
    at(state, slacks) {
      const loss = scalar(state, 'loss');
      const time = alpha * clock.time(state.t);
      if (state.t === 0) bound = (85 * loss * R * R * n * n * n) / (gamma * gamma * rMin * rMin);
      if (reached) slacks.atMost(loss, enough);
      else if (loss < enough) {
        reached = true;
        slacks.atMost(time, bound);
      } else if (time > bound) slacks.atMost(time, bound);
    },
    silent: () => 'no recorded epoch has a loss below log(2)/n, and the bound has not passed either',
  };
}

const WHY_PL =
  'A gradient that is never small compared with the loss leads all the way down. There is no bad minimum to be caught in, although the problem is not convex. The direction μ̂ alone proves it.';

const STEEPNESS = { paper: 'frei', kind: 'inequality', thinned: true } as const;

/** One direction separates the data, and so the loss has to fall. */
export const DIRECTION: readonly Claim[] = [
  {
    id: 'frei-direction',
    claimsId: 'P2.13',
    paper: 'frei',
    number: '(13), (14)',
    place: 'App. D',
    kind: 'inequality',
    statement:
      'The sum μ̂ = Σ y_i x_i separates the data: ⟨μ̂, y_k x_k⟩ is at least ⅔R_min², and over ‖μ̂‖ at least √2R_min/(3R√n).',
    tex: String.raw`\langle\hat\mu,y_kx_k\rangle\ge\tfrac23R_{\min}^2,\qquad\|\hat\mu\|^2\le2nR_{\max}^2,\qquad\Bigl\langle\frac{\hat\mu}{\|\hat\mu\|},y_kx_k\Bigr\rangle\ge\frac{\sqrt2R_{\min}}{3R\sqrt n}`,
    why: 'Nearly orthogonal points can be given any labels, and one vector still puts all of them on the right side. It need not be searched for: the sum is enough. All of F’s rates come from this margin.',
    measured: 'both sides for every sample, at epoch 0',
    reads: [],
    assumes: [nearlyOrthogonalFlow],
    applies: leakNetwork,
    watch: watchDirection,
  },
  {
    ...STEEPNESS,
    id: 'frei-proxy-pl-flow',
    claimsId: 'P2.14',
    number: '(15)',
    place: 'App. D',
    statement: 'The gradient is at least √2R_minγ/(3R√n) times the mean loss slope Ĝ.',
    tex: String.raw`\|\nabla\hat L(\mathbf W)\|_F\ge\frac{\sqrt2R_{\min}\gamma}{3R\sqrt n}\,\hat G(\mathbf W)`,
    why: WHY_PL,
    measured: 'the recorded ‖∇L‖ against Ĝ from the margins',
    reads: ['gradientNorm', 'margins'],
    assumes: [nearlyOrthogonalFlow],
    applies: leakNetwork,
    watch: watchSteepness(Math.SQRT2 / 3),
  },
  {
    ...STEEPNESS,
    id: 'frei-proxy-pl',
    claimsId: 'P2.29',
    number: 'Lemma E.14',
    place: 'App. E.6',
    statement: 'The gradient is at least γR_min/(2√2R√n) times the mean loss slope Ĝ.',
    tex: String.raw`\|\nabla\hat L(\mathbf W^{(t)})\|_F\ge\frac{\gamma R_{\min}}{2\sqrt2R\sqrt n}\,\hat G(\mathbf W^{(t)})`,
    why: WHY_PL,
    flow: 'It is about the gradient at a single W, whatever moves it.',
    measured: 'the recorded ‖∇L‖ against Ĝ from the margins',
    reads: ['gradientNorm', 'margins'],
    assumes: [nearlyOrthogonalDescent],
    applies: smoothNetwork,
    watch: watchSteepness(1 / (2 * Math.SQRT2)),
  },
  {
    id: 'frei-fit-time',
    claimsId: 'P2.12',
    paper: 'frei',
    number: 'Theorem 3.4',
    place: 'App. D',
    kind: 'inequality',
    statement:
      'The loss is below log(2)/n by the flow’s time 85L(0)R²n³/(γ²R_min²), αt of steps, and stays there; from then on the flow’s direction converges to a KKT point.',
    tex: String.raw`\tau\le\frac{85\,\hat L(\mathbf W(0))R^2n^3}{\gamma^2R_{\min}^2},\qquad\hat L(\mathbf W(t))<\frac{\log2}n\quad\forall t\ge\tau`,
    why: 'Below log(2)/n no sample is on the wrong side. That is the one thing that the theorem on KKT points asks for. Here it comes from any start, however large.',
    measured:
      'the flow’s time, or αt of steps in its place, at the first recorded epoch with L < log(2)/n, and L after it; long steps may differ',
    reads: ['loss'],
    assumes: [nearlyOrthogonalFlow],
    applies: leakNetwork,
    watch: watchTime,
  },
];
