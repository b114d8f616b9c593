import { before } from '../before.ts';
import { betweenEpochs } from '../between.ts';
import type { Claim, FitWatch, SlackWatch } from '../claim.ts';
import { columnStatistics } from '../coefficients.ts';
import { gramOf, productsInto } from '../gram.ts';
import type { Run } from '../run.ts';
import { perExample, standard, mengNetwork } from './network.ts';
import { patchesBefore } from './patches.ts';
import { scalesOf } from './scales.ts';

/** γ ≥ 0, ρ of the own class ≥ 0 ≥ of the other, and each goes away from 0: sign j for μ, j·y_i for ξ_i. */
function watchMonotone(run: Run): SlackWatch {
  const { m, n, y } = run;
  const { K } = run.derive(scalesOf);
  const lastOf = run.share(before);
  return {
    at(state, slacks) {
      const last = lastOf(state);
      const { c } = state;
      let most = 0;
      for (let e = 0; e < c.length; e++) most = Math.max(most, Math.abs(c[e]!));
      if (most === 0) return;
      let value = Infinity;
      let step = Infinity;
      for (let r = 0, e = 0; r < 2 * m; r++) {
        const j = r < m ? 1 : -1;
        for (let k = 0; k <= n; k++, e++) {
          const sign = k === 0 ? j : j * y[k - 1]!;
          value = Math.min(value, sign * c[e]!);
          if (last !== null) step = Math.min(step, sign * (c[e]! - last.c[e]!));
        }
      }
      slacks.atLeast(value, 0, most);
      if (last !== null) slacks.atLeast(step, 0, most / K);
    },
  };
}

/** How much (2λ/m)|ℓ′|‖ξ‖² is of 1 + (4λζ/m²)ℓ″, of sample i at the epoch before. */
function suppression(run: Run) {
  const { c, squaredNoise, lambdaAt } = run.derive(scalesOf);
  return (t: number, i: number, s: number, zeta: number): number => {
    const lambda = lambdaAt(t);
    return (2 * lambda * c * s * squaredNoise[i]!) / (1 + 4 * lambda * c * c * zeta * s * (1 - s));
  };
}

/** Where it is at least 1, no ρ of the sample's own class grows; where it is below, none falls. */
function watchSuppression(run: Run): SlackWatch {
  const { m, n } = run;
  const { K, own, lambdaAt } = run.derive(scalesOf);
  const shareOf = suppression(run);
  const patchesOf = run.share(patchesBefore);
  return betweenEpochs(run.share(before), (last, state, slacks) => {
    const patches = patchesOf(state);
    if (patches === null || lambdaAt(state.t - 1) === 0) return;
    const { c } = state;
    const { c: before } = last;
    for (let i = 0; i < n; i++) {
      const share = shareOf(state.t - 1, i, last.steepness[i]!, patches.zeta[i]!);
      const sign = share >= 1 ? -1 : 1;
      let worst = Infinity;
      let size = 0;
      for (let r = own[i]! * m; r < (own[i]! + 1) * m; r++) {
        const e = r * K + 1 + i;
        worst = Math.min(worst, sign * (c[e]! - before[e]!));
        size = Math.max(size, Math.abs(c[e]!), Math.abs(before[e]!));
      }
      if (size > 0) slacks.atLeast(worst, 0, size);
    }
  });
}

/** The share of samples whose noise is being taken back. */
function watchShare(run: Run): FitWatch {
  const { n } = run;
  const { lambdaAt } = run.derive(scalesOf);
  const shareOf = suppression(run);
  const lastOf = run.share(before);
  const patchesOf = run.share(patchesBefore);
  return {
    at(state, fit) {
      const last = lastOf(state);
      const patches = patchesOf(state);
      if (last === null || patches === null || lambdaAt(state.t - 1) === 0) return;
      let count = 0;
      for (let i = 0; i < n; i++) {
        if (shareOf(state.t - 1, i, last.steepness[i]!, patches.zeta[i]!) >= 1) count++;
      }
      fit.point(state.t, count / n);
    },
    silent: () => 'the penalty is off, or no two epochs one after the other were recorded',
  };
}

/** |⟨w − w(0), ξ_i⟩ − ρ_i| ≤ Σ_{k≠i} |ρ_k| |⟨ξ_i, ξ_k⟩|/‖ξ_k‖², largest over the rows of a class. */
function watchCrosstalk(run: Run): SlackWatch {
  const { m, n, z0 } = run;
  const { K, squaredNoise } = run.derive(scalesOf);
  // |⟨ξ_i, ξ_k⟩|, and 0 for i = k and of the signal.
  const overlaps = run
    .derive(gramOf)
    .map((inner, e) => (e % (K + 1) === 0 || e % K === 0 || e < K ? 0 : Math.abs(inner)));
  const [sizes, bounds] = [new Float64Array(K), new Float64Array(K)];
  return {
    at({ z, c }, slacks) {
      for (let r = 0; r < 2 * m; r++) {
        for (let k = 0; k < K; k++) sizes[k] = Math.abs(c[r * K + k]!);
        productsInto(sizes, overlaps, K, bounds);
        for (let i = 1; i <= n; i++) {
          const bound = bounds[i]!;
          const e = r * K + i;
          const rho = c[e]! * squaredNoise[i - 1]!;
          const size = Math.abs(z[e]!) + Math.abs(z0[e]!) + Math.abs(rho);
          const rounding = 16 * Number.EPSILON * (size + bound);
          slacks.atMost(Math.abs(z[e]! - z0[e]! - rho) - rounding, bound, Math.max(bound, rounding));
        }
      }
    },
  };
}

/** γ ≥ 0 means ⟨w, y_iμ⟩ ≤ ⟨w(0), y_iμ⟩ for j ≠ y_i. */
function watchOtherSignal(run: Run): SlackWatch {
  const { m, z0 } = run;
  const { K } = run.derive(scalesOf);
  const coefficients = run.share(columnStatistics);
  return {
    at(state, slacks) {
      const rho = coefficients(state);
      const size = Math.max(rho.greatest[0]!, -rho.least[K]!);
      if (!(size > 0)) return;
      const { z } = state;
      let worst = -Infinity;
      for (let r = 0; r < 2 * m; r++) {
        const y = r < m ? -1 : 1;
        worst = Math.max(worst, y * (z[r * K]! - z0[r * K]!));
      }
      slacks.atMost(worst, 0, size);
    },
  };
}

const SIGNED = { paper: 'meng', kind: 'inequality', thinned: true, assumes: [] } as const;

/** Which way coefficients go. */
export const SIGNS: readonly Claim[] = [
  {
    ...SIGNED,
    id: 'meng-monotone',
    claimsId: 'P3.7',
    number: '(5.2), (C.1)',
    place: 'App. C',
    statement:
      'Without a penalty γ and the ρ of a sample’s own class never fall, those of the other class never rise, and each keeps its sign.',
    tex: String.raw`\gamma_{j,r}^{(t)},\ \overline\rho_{j,r,i}^{(t)}\ \text{non-decreasing},\qquad\underline\rho_{j,r,i}^{(t)}\ \text{non-increasing}`,
    why: 'Standard training has no way back: what is memorised stays memorised. The race between signal and noise is decided by who is faster. Only a penalty can take something back.',
    measured: 'the least signed coefficient and the least signed step over the largest coefficient',
    reads: ['coefficients'],
    applies: standard,
    watch: watchMonotone,
  },
  {
    ...SIGNED,
    id: 'meng-suppression',
    claimsId: 'P3.13',
    number: '§5.1, proof of Proposition D.1',
    place: 'App. D.1',
    statement:
      'PEGR takes a sample’s noise back exactly where (2λ/m)|ℓ′|‖ξ‖² is at least 1 + (4λζ/m²)ℓ″; elsewhere it goes on growing.',
    tex: String.raw`\frac{2\lambda}m|\ell_i'|\|\xi_i\|^2\ge1+\frac{4\lambda\zeta_i}{m^2}\ell_i''\iff\overline\rho_{j,r,i}^{(t+1)}\le\overline\rho_{j,r,i}^{(t)}`,
    why: 'It is the switch of the whole effect, and it can be read off at every epoch. At the start it says λ‖ξ‖² ≥ m, which Condition 3.1 does not ask for. As ζ grows the switch goes back.',
    printed: {
      tex: String.raw`\sigma_p\sqrt d\to+\infty`,
      correction: 'C8',
      how: 'With λ = 1/(σₚ√d) the inequality is σₚ√d ≥ m at the start; the proof of D.1 uses σₚ√d/m ≫ 1, the condition only that σₚ√d grows.',
    },
    measured: 'the sign of every step of ρ of the own class against the inequality at the epoch before',
    reads: ['coefficients'],
    applies: perExample,
    watch: watchSuppression,
  },
  {
    ...SIGNED,
    kind: 'asymptotic',
    id: 'meng-suppression-share',
    claimsId: 'P3.13',
    number: '§5.1',
    place: '§5.1',
    law: 'constant',
    fits: 'share of samples whose noise is taken back',
    printedRate: () => 1,
    statement: 'While PEGR is on it takes back the noise of every sample.',
    tex: String.raw`\frac1n\#\Bigl\{i:\tfrac{2\lambda}m|\ell_i'|\|\xi_i\|^2\ge1+\tfrac{4\lambda\zeta_i}{m^2}\ell_i''\Bigr\}`,
    why: 'In a setting that meets the theorem it is all of them. In the paper’s figures it is all at first, and later a part. The signal is far enough ahead by then.',
    measured: 'the share over the last decade of epochs with the penalty on',
    reads: ['coefficients'],
    applies: perExample,
    watch: watchShare,
  },
  {
    ...SIGNED,
    id: 'meng-crosstalk',
    claimsId: 'P3.15',
    number: 'Lemma C.2(1)',
    place: 'App. C',
    statement:
      'What a neuron has learnt of a noise patch is ρ, up to the other ρ times their overlaps Σ|ρ_k||⟨ξ_i, ξ_k⟩|/‖ξ_k‖².',
    tex: String.raw`|\langle\mathbf w_{j,r}^{(t)}-\mathbf w_{j,r}^{(0)},\xi_i\rangle-\rho_{j,r,i}^{(t)}|\le\sum_{k\ne i}|\rho_{j,r,k}^{(t)}|\frac{|\langle\xi_i,\xi_k\rangle|}{\|\xi_k\|^2}\ \Bigl(\le32n\sqrt{\tfrac{\log(4n^2/\delta)}d}\log T^*\Bigr)`,
    why: 'In many dimensions memorising one sample leaves the others alone. The sharper bound here holds always and needs no condition. M’s own follows from it with the bounds on ρ and the overlaps.',
    measured: 'both sides for every neuron and noise patch; the bound in brackets is claim meng-bounds’s',
    reads: ['coefficients', 'weights'],
    applies: mengNetwork,
    watch: watchCrosstalk,
  },
  {
    ...SIGNED,
    id: 'meng-other-signal',
    claimsId: 'P3.15',
    number: 'Lemma C.2(2)',
    place: 'App. C',
    statement: 'A neuron of the other class never has more of a sample’s signal than it began with.',
    tex: String.raw`\langle\mathbf w_{j,r}^{(t)},y_i\mu\rangle\le\langle\mathbf w_{j,r}^{(0)},y_i\mu\rangle,\qquad j\ne y_i`,
    why: 'The signal is pulled in opposite directions by the two classes, and so it never speaks for both. Only noise can make a network undecided. It is why a small γ is enough to be right on new data.',
    measured: 'the largest rise over the largest |γ|',
    reads: ['signal', 'coefficients'],
    applies: standard,
    watch: watchOtherSignal,
  },
];
