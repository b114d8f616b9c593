import type { Claim, SlackWatch } from '../claim.ts';
import { columnStatistics } from '../coefficients.ts';
import { DELTA } from '../probability.ts';
import type { Run } from '../run.ts';
import { scalar } from '../state.ts';
import { CONDITION } from './gauges.ts';
import { mengNetwork, standard } from './network.ts';
import { extremes, patches } from './patches.ts';
import { crosstalk, scalesOf } from './scales.ts';

/** Prop. C.1: γ and ρ̄ ≤ 4 log T*, ρ̲ ≥ −β − 64n√(log(4n²/δ)/d) log T*, and Lemma C.2's bound of inner products. */
function watchBounds(run: Run): SlackWatch {
  const { m, n, z0 } = run;
  const scales = run.derive(scalesOf);
  const { K, root, logTime, own } = scales;
  const across = crosstalk(run, scales);
  const coefficients = run.share(columnStatistics);
  const extremesOf = run.share(extremes);
  const beta = 2 * root * z0.reduce((most, z) => Math.max(most, Math.abs(z)), 0);
  const least = Math.min(beta + 2 * across, 4 * logTime);
  return {
    at(state, slacks) {
      const rho = coefficients(state);
      slacks.atMost(root * Math.max(rho.greatest[0]!, -rho.least[K]!), 4 * logTime);
      for (let i = 0; i < n; i++) {
        const part = own[i]!;
        slacks.atMost(root * rho.greatest[part * K + 1 + i]!, 4 * logTime);
        slacks.atLeast(root * rho.least[(1 - part) * K + 1 + i]!, -least);
      }
      // Of the other class ρ ≤ 0, so an inner product is above its start by the others’ overlaps at most.
      const z = extremesOf(state);
      for (let i = 0; i < n; i++) {
        const at = (1 - own[i]!) * K + 1 + i;
        let first = -Infinity;
        for (let r = (1 - own[i]!) * m; r < (2 - own[i]!) * m; r++) {
          first = Math.max(first, z0[r * K + 1 + i]!);
        }
        slacks.atMost(root * z.greatest[at]!, root * first + across);
      }
    },
  };
}

/** ‖∇L‖² ≤ 72σₚ²d L where patches are at most 1.5σₚ√d long and F_{−y_i} ≤ 1. */
function watchGradient(run: Run): SlackWatch {
  const { n } = run;
  const { root, noise, squaredSignal, squaredNoise, own } = run.derive(scalesOf);
  const most = squaredNoise.reduce((a, b) => Math.max(a, b), squaredSignal);
  const short = Math.sqrt(most) <= 1.5 * noise;
  const patchesOf = run.share(patches);
  return {
    at(state, slacks) {
      if (!short) return;
      const { parts } = patchesOf(state);
      for (let i = 0; i < n; i++) if (parts[(1 - own[i]!) * n + i]! > 1) return;
      // M’s W is root times the run’s, so its gradient is the root-th part.
      const gradient = scalar(state, 'gradientNorm') / root;
      slacks.atMost(gradient * gradient, 72 * noise * noise * scalar(state, 'loss'));
    },
    silent: () =>
      short ? 'at no recorded epoch all F_{−y_i}(x_i) are at most 1' : 'a patch is longer than 1.5σₚ√d',
  };
}

const BOUND = { paper: 'meng', kind: 'inequality', thinned: true, delta: DELTA } as const;

/** What stays bounded for ever. */
export const BOUNDS: readonly Claim[] = [
  {
    ...BOUND,
    id: 'meng-bounds',
    claimsId: 'P3.14',
    number: 'Proposition 5.4',
    place: 'App. C, Proposition C.1, Lemma C.2(2)',
    statement:
      'Without a penalty no γ or ρ ever exceeds 4 log T*, those of the other class stay above −β − 64n√(log(4n²/δ)/d) log T*, and its inner products rise by at most half of that.',
    tex: String.raw`0\le\gamma_{j,r}^{(t)},\overline\rho_{j,r,i}^{(t)}\le4\log T^*,\qquad\underline\rho_{j,r,i}^{(t)}\ge-\beta-64n\sqrt{\tfrac{\log(4n^2/\delta)}d}\log T^*\ge-4\log T^*`,
    why: 'Coefficients grow like logarithms at most, however long training lasts. Those of the other class hardly move at all. So the decomposition stays tidy for ever.',
    printed: {
      tex: String.raw`64n\sqrt{\tfrac{\log(4n^2/\delta)}d\log(T^*)}\quad(\text{C.3})`,
      correction: 'C10',
      how: '(C.3) has log T* inside the root, Proposition 5.4 outside; outside is what Lemma C.2 gives.',
    },
    measured:
      'all extremes in M’s units, with T* the number of the run’s epochs and β = 2 max of the initial inner products',
    reads: ['coefficients', 'noise'],
    assumes: CONDITION,
    applies: standard,
    watch: watchBounds,
  },
  {
    ...BOUND,
    id: 'meng-gradient-loss',
    claimsId: 'P3.16',
    number: 'Lemma 5.5',
    place: 'App. C, Lemma C.3',
    statement: 'The squared gradient of the loss is at most 72σₚ²d times the loss.',
    tex: String.raw`\|\nabla_{\mathbf W}L_S(\mathbf W^{(t)})\|_F^2\le72\sigma_p^2d\,L_S(\mathbf W^{(t)})`,
    why: 'Where the loss is small the gradient is small, too, for networks that are not smooth everywhere. So a bound of the loss is enough for both halves of the theorems. The number 72 is 36 times the largest value of e^{1−A}(√A + 1)²/(1 + e^{1−A}), which is 2 at A = 1.',
    measured:
      'both sides in M’s units, at epochs at which all F_{−y_i}(x_i) ≤ 1 and where patches are at most 1.5σₚ√d long, as the proof needs',
    reads: ['gradientNorm', 'loss'],
    assumes: [],
    applies: mengNetwork,
    watch: watchGradient,
  },
];
