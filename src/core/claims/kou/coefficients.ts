import type { Claim, SlackWatch } from '../claim.ts';
import { columnStatistics, type ColumnStatistics } from '../coefficients.ts';
import type { Run } from '../run.ts';
import { betweenEpochs } from '../between.ts';
import { inSteps } from '../full-batch.ts';
import { kouNetwork, leakyNetwork } from './network.ts';
import { scalesOf } from './scales.ts';
import { steps } from './steps.ts';

/** max |ρ|. */
export function largestOf({ least, greatest }: ColumnStatistics): number {
  let largest = 0;
  for (let at = 0; at < least.length; at++) {
    largest = Math.max(largest, greatest[at]!, -least[at]!);
  }
  return largest;
}

/** (C.10), with a step's sign at t against a_i |ℓ′_i|. */
function watchSigns(run: Run): SlackWatch {
  const { n } = run;
  const { own } = run.derive(scalesOf);
  const coefficients = run.share(columnStatistics);
  const stepsOf = run.share(steps);
  return {
    at(state, slacks) {
      if (state.t === 0) return;
      const rho = coefficients(state);
      const moved = stepsOf(state);
      const size = largestOf(rho);
      for (let at = 0; at < 2 * n; at++) {
        const i = at % n;
        const isOwn = own[i] === (at < n ? 0 : 1);
        if (isOwn) slacks.atLeast(rho.least[at]!, 0, size);
        else slacks.atMost(rho.greatest[at]!, 0, size);
        if (moved === null) continue;
        if (isOwn) slacks.atLeast(moved.least[at]!, 0, moved.full[i]);
        else slacks.atMost(moved.greatest[at]!, 0, moved.full[i]);
      }
    },
  };
}

/** (C.11), (C.12), (C.14); between two points of a flow, times what has passed. */
function watchGrowth(run: Run): SlackWatch {
  const { m, n, clock } = run;
  const { a, eta, rMax } = run.derive(scalesOf);
  const coefficients = run.share(columnStatistics);
  const stepsOf = run.share(steps);
  return {
    at(state, slacks) {
      if (state.t === 0) return;
      slacks.atMost(largestOf(coefficients(state)), (eta * rMax * rMax * clock.time(state.t)) / (n * m));
      const moved = stepsOf(state);
      if (moved === null) return;
      const passed = clock.time(state.t) - clock.time(state.t - 1);
      for (let at = 0; at < 2 * n; at++) {
        const step = Math.max(moved.greatest[at]!, -moved.least[at]!) - moved.rounding[at]!;
        slacks.atMost(step, a[at % n]! * passed);
      }
    },
  };
}

/** (C.26). */
function watchSteps(run: Run): SlackWatch {
  const { n } = run;
  const { gamma, own } = run.derive(scalesOf);
  return betweenEpochs(run.share(steps), (moved, _state, slacks) => {
    for (let at = 0; at < 2 * n; at++) {
      const i = at % n;
      const sign = own[i] === (at < n ? 0 : 1) ? 1 : -1;
      const [low, high] = [moved.least[at]!, moved.greatest[at]!];
      const full = moved.full[i]!;
      const rounding = moved.rounding[at]!;
      slacks.atMost((sign > 0 ? high : -low) - rounding, full);
      slacks.atLeast((sign > 0 ? low : -high) + rounding, gamma * full);
    }
  });
}

/** (C.41). */
function watchSameSample(run: Run): SlackWatch {
  const { n } = run;
  const { gamma, own } = run.derive(scalesOf);
  const coefficients = run.share(columnStatistics);
  return {
    at(state, slacks) {
      if (state.t === 0) return;
      const { least, greatest } = coefficients(state);
      for (let i = 0; i < n; i++) {
        const mine = own[i]! * n + i;
        const theirs = (1 - own[i]!) * n + i;
        const smallest = Math.min(least[mine]!, -greatest[theirs]!);
        const largest = Math.max(greatest[mine]!, -least[theirs]!);
        slacks.atLeast(smallest, gamma * largest);
      }
    },
  };
}

/** What holds of the coefficients whatever the data are. */
export const COEFFICIENTS: readonly Claim[] = [
  {
    id: 'kou-rho-signs',
    thinned: true,
    claimsId: 'P1.8',
    paper: 'kou',
    number: '(C.10)',
    place: 'App. C, Lemma C.2',
    kind: 'inequality',
    statement:
      'A sample’s coefficients are never negative for neurons of its class and never positive for the others, and each only moves away from zero.',
    tex: String.raw`\rho_{y_i,r,i}^{(t)}\ge0\ge\rho_{-y_i,r,i}^{(t)},\qquad|\rho_{j,r,i}^{(t+1)}|\ge|\rho_{j,r,i}^{(t)}|`,
    why: 'Nothing that was learnt is ever unlearnt. This is special to plain gradient descent on a loss that always falls: with a penalty it fails. Look for it again under M.',
    flow: 'ρ_{j,r,i} has the velocity j y_i ‖x_i‖²/(nm) |ℓ′_i| σ′, and σ′ ≥ 0: each moves one way only, from one recorded point to the next as well.',
    measured:
      'the least ρ of the own class and the greatest of the other over max |ρ|, and the signs of the steps',
    reads: ['coefficients'],
    assumes: [],
    applies: kouNetwork,
    watch: watchSigns,
  },
  {
    id: 'kou-rho-linear',
    thinned: true,
    claimsId: 'P1.9',
    paper: 'kou',
    number: '(C.11), (C.12), (C.14)',
    place: 'App. C, Lemma C.2',
    kind: 'inequality',
    statement: 'No coefficient moves by more than η‖x_i‖²/(nm) in an epoch, so none is above ηR_max²t/(nm).',
    tex: String.raw`|\rho_{j,r,i}^{(t)}|\le\frac{\eta R_{\max}^2}{nm}\,t`,
    why: 'At first every coefficient grows almost at this rate, and the loss slopes are all near one half. The bound tells how many epochs a network needs before it can know anything. Later growth is logarithmic, and the slack shows it.',
    flow: 'The velocity of ρ_{j,r,i} is at most ‖x_i‖²/(nm), as |ℓ′_i| and σ′ are at most 1; η is 1, and between two points it is that times the time that passed.',
    measured: 'max |ρ| against ηR_max²t/(nm), and each step against η‖x_i‖²/(nm)',
    reads: ['coefficients'],
    assumes: [],
    applies: kouNetwork,
    watch: watchGrowth,
  },
  {
    id: 'kou-rho-steps',
    thinned: true,
    claimsId: 'P1.10',
    paper: 'kou',
    number: '(C.26)',
    place: 'App. C, Lemma C.3',
    kind: 'inequality',
    statement:
      'With a leak every coefficient moves in every epoch, by between γ and 1 times η‖x_i‖²|ℓ′_i|/(nm).',
    tex: String.raw`\gamma\,\frac{\eta\|\mathbf x_i\|_2^2}{nm}|\ell_i'^{(t)}|\le|\rho_{j,r,i}^{(t+1)}|-|\rho_{j,r,i}^{(t)}|\le\frac{\eta\|\mathbf x_i\|_2^2}{nm}|\ell_i'^{(t)}|`,
    why: 'A leak means that no neuron is ever dead to a sample. All neurons learn each sample at comparable speed, which in the end makes them all alike. For ReLU the lower side is zero, and so is the conclusion.',
    measured: 'least and greatest step of each sample and class, in units of η‖x_i‖²|ℓ′_i|/(nm)',
    reads: ['coefficients'],
    assumes: [],
    applies: inSteps(leakyNetwork),
    watch: watchSteps,
  },
  {
    id: 'kou-rho-same-sample',
    thinned: true,
    claimsId: 'P1.10',
    paper: 'kou',
    number: '(C.41)',
    place: 'App. C, Lemma C.4',
    kind: 'inequality',
    statement:
      'Of one sample no coefficient is smaller than γ times another, whichever neurons they belong to.',
    tex: String.raw`|\rho_{j,r,i}^{(t)}|\ge\gamma\,|\rho_{j',r',i}^{(t)}|`,
    why: 'It says how uneven the neurons’ knowledge of one sample can be: at most by the factor γ. It holds for any data. Together with a balance over the samples it forces the stable rank to one.',
    flow: 'Every |ρ_{j,r,i}| is ‖x_i‖²/(nm) ∫ |ℓ′_i| σ′ dt with the same |ℓ′_i|, and σ′ is between γ and 1, on kinks too.',
    measured: 'the least |ρ| of each sample against γ times the greatest',
    reads: ['coefficients'],
    assumes: [],
    applies: leakyNetwork,
    watch: watchSameSample,
  },
];
