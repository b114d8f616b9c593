import type { Claim, FitWatch, SlackWatch } from '../claim.ts';
import { columnStatistics, type ColumnStatistics } from '../coefficients.ts';
import type { Run } from '../run.ts';
import { underflows } from '../slacks.ts';
import { AS_ETA_FALLS } from './as-eta-falls.ts';
import { firstActive } from './first-active.ts';
import { LEAKY_THEOREM, RELU_THEOREM } from './gauges.ts';
import { largestOf } from './coefficients.ts';
import { leakyNetwork, reluNetwork } from './network.ts';
import { scalesOf } from './scales.ts';

/** min |ρ| over all neurons and samples: of each sample's column, its end that is nearest to 0. */
function smallestOf({ least, greatest }: ColumnStatistics): number {
  let smallest = Infinity;
  for (let at = 0; at < least.length; at++) {
    smallest = Math.min(smallest, Math.max(0, least[at]!, -greatest[at]!));
  }
  return smallest;
}

/** Lemma C.2, with c̃ = min |ℓ′_i| so far. */
function watchEarly(run: Run): SlackWatch {
  const { gamma, R } = run.derive(scalesOf);
  const coefficients = run.share(columnStatistics);
  let flattest = Infinity;
  return {
    at(state, slacks) {
      for (const slope of state.lossSlopes) flattest = Math.min(flattest, -slope);
      if (state.t === 0) return;
      if (underflows(flattest)) return;
      const rho = coefficients(state);
      slacks.atLeast(smallestOf(rho), ((flattest * gamma) / (R * R)) * largestOf(rho));
    },
  };
}

/** min Σ_r |ρ_{j,r,i}| / (γ² max Σ_r |ρ_{j′,r,i′}|). */
function watchSums(run: Run): FitWatch {
  const { gamma } = run.derive(scalesOf);
  const coefficients = run.share(columnStatistics);
  return {
    at(state, fit) {
      const { positive, negative } = coefficients(state);
      let [smallest, largest] = [Infinity, 0];
      for (let at = 0; at < positive.length; at++) {
        const sum = positive[at]! - negative[at]!;
        smallest = Math.min(smallest, sum);
        largest = Math.max(largest, sum);
      }
      fit.point(state.t, smallest / (gamma * gamma * largest));
    },
  };
}

/** min |ρ| / (γ⁴ max |ρ|). */
function watchEntries(run: Run): FitWatch {
  const { gamma } = run.derive(scalesOf);
  const coefficients = run.share(columnStatistics);
  return {
    at(state, fit) {
      const rho = coefficients(state);
      fit.point(state.t, smallestOf(rho) / (gamma * gamma * gamma * gamma * largestOf(rho)));
    },
  };
}

/** min over r in S_i(0) of ρ_{y_i,r,i} / max |ρ|. */
function watchFirst(run: Run): FitWatch {
  const coefficients = run.share(columnStatistics);
  const first = run.share(firstActive);
  return {
    at(state, fit) {
      const { least } = first(state);
      fit.point(state.t, least.reduce((a, b) => Math.min(a, b)) / largestOf(coefficients(state)));
    },
  };
}

const NO_RATE = (): null => null;

/** Automatic balance: no sample is learnt much more than another. */
export const BALANCE: readonly Claim[] = [
  {
    id: 'kou-balance-sums',
    thinned: true,
    claimsId: 'P1.15',
    paper: 'kou',
    number: 'Lemma 5.4',
    place: 'App. C, Lemma C.1',
    kind: 'asymptotic',
    law: 'constant',
    fits: 'least Σ|ρ| over γ² times the greatest',
    printedRate: NO_RATE,
    statement:
      'Of any two samples and classes, the one’s summed coefficients are at least cγ² times the other’s, with a constant c.',
    tex: String.raw`\sum_r|\rho_{j,r,i}^{(t)}|\ge c\,\gamma^2\sum_r|\rho_{j',r,i'}^{(t)}|`,
    why: 'No sample dominates: all are learnt at the same pace, whoever came first. A constant that stays away from zero is what is claimed. K’s proof gives a small one; what is measured is much larger.',
    flow: AS_ETA_FALLS,
    measured: 'the ratio over the last decade of epochs',
    reads: ['coefficients'],
    assumes: LEAKY_THEOREM,
    applies: leakyNetwork,
    watch: watchSums,
  },
  {
    id: 'kou-balance-early',
    thinned: true,
    claimsId: 'P1.16',
    paper: 'kou',
    number: '(C.9)',
    place: 'App. C, Lemma C.2',
    kind: 'inequality',
    statement:
      'No coefficient is smaller than c̃γ/R² times another, where c̃ is the flattest loss slope so far.',
    tex: String.raw`|\rho_{j,r,i}^{(t)}|\ge\tilde c\,\gamma R^{-2}\,|\rho_{j',r',i'}^{(t)}|,\qquad\tilde c=\min_{s\le t,i}|\ell_i'^{(s)}|`,
    why: 'At the beginning slopes are near one half, so everything grows evenly. As the slopes fall the bound weakens, and K changes to another argument. With c̃ as measured it holds at every epoch, whatever the data are.',
    flow: '|ρ_{j,r,i}| is between γ and 1 times ‖x_i‖²/(nm) ∫ |ℓ′_i| dt, and the integral between c̃t and t.',
    measured: 'min |ρ| against c̃γR⁻² max |ρ|',
    reads: ['coefficients', 'margins'],
    assumes: [],
    applies: leakyNetwork,
    watch: watchEarly,
  },
  {
    id: 'kou-balance-entries',
    thinned: true,
    claimsId: 'P1.17',
    paper: 'kou',
    number: 'Lemma C.4',
    place: 'App. C',
    kind: 'asymptotic',
    law: 'constant',
    fits: 'least |ρ| over γ⁴ times the greatest',
    printedRate: NO_RATE,
    statement: 'No coefficient is smaller than cγ⁴ times another, with a constant c.',
    tex: String.raw`|\rho_{j,r,i}^{(t)}|\ge c_1\gamma^4\,|\rho_{j',r',i'}^{(t)}|`,
    why: 'It holds of every single pair and not only of sums. With it one neuron’s pre-activation has the sign of its own sample’s coefficient. That freezes the pattern.',
    flow: AS_ETA_FALLS,
    measured: 'the ratio over the last decade of epochs',
    reads: ['coefficients'],
    assumes: LEAKY_THEOREM,
    applies: leakyNetwork,
    watch: watchEntries,
  },
  {
    id: 'kou-balance-relu',
    thinned: true,
    claimsId: 'P1.34',
    paper: 'kou',
    number: 'Lemma 5.5',
    place: 'App. E, Lemma E.1',
    kind: 'asymptotic',
    law: 'constant',
    fits: 'least ρ of neurons that fired at the start over the greatest |ρ|',
    printedRate: NO_RATE,
    statement:
      'A ReLU neuron that fired for a sample of its class at the start has a coefficient of at least c times any other.',
    tex: String.raw`\overline\rho_{y_i,r,i}^{(t)}\ge c_1\,|\rho_{j,r',i'}^{(t)}|\qquad r\in S_i^{(0)}`,
    why: 'ReLU neurons that are off learn nothing, so no balance over all of them can hold. Over those that fired at the start it does. The initial pattern decides for good who learns what.',
    flow: AS_ETA_FALLS,
    printed: {
      tex: String.raw`\frac{c_2}{c_3}\cdot\frac{\log(1+0.2Ce^{-\beta}R_{\min}^2)}{\log(1+1.2Ce^{2\beta}R_{\max}^2)}`,
      correction: 'C20',
      how: 'With T₁ = Cnm/(ηR_max²) the arguments are 0.2Ce^{−β}R^{−2} and 1.2Ce^{2β}: dimensionless. c₂ is at least 1/(2.5·1.1) = 0.3636.',
    },
    measured: 'the ratio over the last decade of epochs',
    reads: ['coefficients'],
    assumes: RELU_THEOREM,
    applies: reluNetwork,
    watch: watchFirst,
  },
];
