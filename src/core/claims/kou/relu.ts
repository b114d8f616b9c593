import { exp } from '../../special/exp.ts';
import { log1pTimes } from '../clock.ts';
import type { Claim, SlackWatch } from '../claim.ts';
import { columnStatistics } from '../coefficients.ts';
import type { Run } from '../run.ts';
import { AS_ETA_FALLS } from './as-eta-falls.ts';
import { largestOf } from './coefficients.ts';
import { firstActive } from './first-active.ts';
import { gentleStep, littleReluInterference, RELU_THEOREM, smallStep } from './gauges.ts';
import { reluNetwork } from './network.ts';
import { activeAtStart } from './pattern.ts';
import { scalesOf } from './scales.ts';

/** Lemma E.1(2), (3) with c₂ = 0.36 and c₃ = 5. */
function watchBounds(run: Run): SlackWatch {
  const { m, n } = run;
  const { a, beta } = run.derive(scalesOf);
  const active = run.derive(activeAtStart);
  const first = run.share(firstActive);
  return {
    at(state, slacks) {
      if (state.t === 0) return;
      const logTime = run.clock.logTime(state.t);
      const { least, greatest } = first(state);
      for (let i = 0; i < n; i++) {
        const count = active[i]!.length;
        if (count === 0) continue;
        const rate = (a[i]! * count) / m;
        slacks.atLeast(least[i]!, 0.36 * log1pTimes((rate * exp(-beta)) / 2, logTime));
        slacks.atMost(greatest[i]!, 5 * log1pTimes(2 * rate * exp(2 * beta), logTime));
      }
    },
  };
}

/** Equal over S_i(0), and no other neuron of the class has more. */
function watchEqual(run: Run): SlackWatch {
  const { n } = run;
  const first = run.share(firstActive);
  return {
    at(state, slacks) {
      if (state.t === 0) return;
      const { least, greatest, others } = first(state);
      for (let i = 0; i < n; i++) {
        if (greatest[i] === -Infinity) continue;
        slacks.equal(least[i]!, greatest[i]!);
        if (others[i] !== -Infinity) slacks.atMost(others[i]!, greatest[i]!);
      }
    },
  };
}

/** (E.24), and Corollary E.3 once ρ̄ ≥ c₁(β + 1)R_min²/(pn); c₁ the least quotient of Lemma 5.5 so far. */
function watchOthers(run: Run): SlackWatch {
  const { n } = run;
  const { beta, crossing, own } = run.derive(scalesOf);
  const coefficients = run.share(columnStatistics);
  const first = run.share(firstActive);
  const through = crossing * n;
  let c1 = Infinity;
  return {
    at(state, slacks) {
      if (state.t === 0) return;
      const rho = coefficients(state);
      const { least } = first(state);
      const smallest = least.reduce((a, b) => Math.min(a, b));
      c1 = Math.min(c1, smallest / largestOf(rho));
      // The right side's least is at the sample whose ρ̄ is least, of each class.
      for (const part of [0, 1]) {
        let mine = Infinity;
        let theirs = 0;
        for (let i = 0; i < n; i++) {
          if (own[i] === part) mine = Math.min(mine, least[i]!);
          else theirs = Math.max(theirs, -rho.least[part * n + i]!);
        }
        if (mine === Infinity || !(c1 > 0)) continue;
        slacks.atMost(theirs, beta + 1 + (through * mine) / c1);
        if (through * mine >= c1 * (beta + 1)) slacks.atMost(theirs, (2 * through * mine) / c1);
      }
    },
  };
}

/** (F.2): once it holds of both classes it goes on to hold. */
function watchSums(run: Run): SlackWatch {
  const { n, start } = run;
  const { squaredNorms } = start;
  const { own, rMax } = run.derive(scalesOf);
  const coefficients = run.share(columnStatistics);
  const first = run.share(firstActive);
  let begun = false;
  return {
    at(state, slacks) {
      if (state.t === 0) return;
      const { positive, negative } = coefficients(state);
      const { sum } = first(state);
      const sides = [0, 1].map((part) => {
        let [left, right] = [0, 0];
        for (let i = 0; i < n; i++) {
          left += (positive[part * n + i]! + negative[part * n + i]!) / squaredNorms[i]!;
          if (own[i] === part) right += sum[i]! / (2 * rMax * rMax);
        }
        return [left, right] as const;
      });
      begun ||= sides.every(([left, right]) => left >= right);
      if (begun) for (const [left, right] of sides) slacks.atLeast(left, right);
    },
    silent: () => 'it has not begun to hold yet',
  };
}

/** The coefficients of ReLU networks. */
export const RELU: readonly Claim[] = [
  {
    id: 'kou-relu-growth',
    thinned: true,
    claimsId: 'P1.35',
    paper: 'kou',
    number: 'Lemma E.1, second and third bullet',
    place: 'App. E',
    kind: 'inequality',
    statement:
      'The coefficient of a neuron that fired at the start for a sample of its class is between 0.36 and 5 times a logarithm of time.',
    tex: String.raw`0.36\log\Bigl(1+\frac{a_i|S_i^{(0)}|e^{-\beta}}{2m}t\Bigr)\le\overline\rho_{y_i,r,i}^{(t)}\le5\log\Bigl(1+\frac{2a_i|S_i^{(0)}|e^{2\beta}}mt\Bigr),\quad r\in S_i^{(0)}`,
    why: 'The fewer neurons fire for a sample, the more each of them has to learn of it. Nothing else tells them apart. Later neurons may join, and never catch up.',
    flow: AS_ETA_FALLS,
    measured: 'least and greatest coefficient over S_i(0), for every sample',
    reads: ['coefficients'],
    assumes: [...RELU_THEOREM, littleReluInterference, gentleStep],
    applies: reluNetwork,
    watch: watchBounds,
  },
  {
    id: 'kou-relu-equal',
    thinned: true,
    claimsId: 'P1.36',
    paper: 'kou',
    number: '(E.21), text',
    place: 'App. E',
    kind: 'identity',
    statement:
      'All neurons of a sample’s class that fired for it at the start have the same coefficient, and no other one has a larger.',
    tex: String.raw`\overline\rho_{y_i,r,i}^{(t)}=\overline\rho_{y_i,r',i}^{(t)}\ge\overline\rho_{y_i,r'',i}^{(t)},\qquad r,r'\in S_i^{(0)}`,
    why: 'They were always on together, so they took the same steps. Bands of equal colour in the picture of coefficients are this line. It holds as long as none of them switches off.',
    flow: 'While they fire, all coefficients of the sample have the velocity ‖x_i‖²/(nm) |ℓ′_i|, and no neuron has a larger one.',
    measured: 'max and min over S_i(0), and the greatest of the others',
    reads: ['coefficients', 'pattern'],
    assumes: RELU_THEOREM,
    applies: reluNetwork,
    watch: watchEqual,
  },
  {
    id: 'kou-relu-other-class',
    thinned: true,
    claimsId: 'P1.37',
    paper: 'kou',
    number: '(E.24)',
    place: 'App. E, Lemma E.2 and Corollary E.3',
    kind: 'inequality',
    statement:
      'What neurons have of the other class’s samples is at most β + 1 plus a share np/(c₁R_min²) of what they have of their own.',
    tex: String.raw`|\underline\rho_{y_i,r,i'}^{(t)}|\le\beta+1+\frac{pn}{c_1R_{\min}^2}\,\overline\rho_{y_i,r',i}^{(t)},\qquad y_{i'}=-y_i`,
    why: 'A ReLU neuron stops being pushed down once it no longer fires. So it knows almost nothing of the other class. A leaky one is pushed down for ever.',
    flow: AS_ETA_FALLS,
    measured:
      'the largest |ρ| of the other class against the right side, with c₁ the least quotient of Lemma 5.5 so far; twice the share once that is above β + 1',
    reads: ['coefficients'],
    assumes: [smallStep],
    applies: reluNetwork,
    watch: watchOthers,
  },
  {
    id: 'kou-relu-sums',
    thinned: true,
    claimsId: 'P1.40',
    paper: 'kou',
    number: '(F.2)',
    place: 'App. F, Lemma F.1',
    kind: 'inequality',
    statement:
      'From some time on the sum of a class’s coefficients is at least half of what its first active neurons have of its own samples.',
    tex: String.raw`\sum_r\sum_i\frac{\rho_{j,r,i}^{(t)}}{\|\mathbf x_i\|_2^2}\ge\frac1{2R_{\max}^2}\sum_{i\in S_j}\sum_{r\in S_i^{(0)}}\overline\rho_{j,r,i}^{(t)}`,
    why: 'The weights of a class point, on the whole, towards its samples. That bounds the spectral norm from below. So the stable rank of a ReLU network is bounded by a constant.',
    flow: AS_ETA_FALLS,
    measured: 'both sides for both classes, from the first epoch at which both hold',
    reads: ['coefficients'],
    assumes: RELU_THEOREM,
    applies: reluNetwork,
    watch: watchSums,
  },
];
