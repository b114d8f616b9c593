import type { Claim, SlackWatch } from '../claim.ts';
import { gramOf, productsInto } from '../gram.ts';
import type { Run } from '../run.ts';
import { isSparse } from '../sparse.ts';
import { scalar } from '../state.ts';
import { LEAKY_THEOREM } from './gauges.ts';
import { leakyNetwork } from './network.ts';
import { scalesOf } from './scales.ts';
import { settled, unsettled } from './settled.ts';

/** The bounds of Lemma D.4's proof in units of m, for ‖v_{j,1}‖, s = σ₀√d and c = C′√n/R_min. */
export interface RankBounds {
  /** ‖W_j‖_F² ≤ m·frobenius. */
  readonly frobenius: number;
  /** ‖W_j‖_2² ≥ m·spectral. */
  readonly spectral: number;
}

/** v² + C₁v + C₂ and v² − C₃v − C₄ with C₁ = 3(s + c), C₂ = 2(s + c)², C₃ = 2.5s + 3c, C₄ = 3.5sc (CLAIMS C21). */
export function rankBounds(v: number, s: number, c: number): RankBounds {
  return {
    frobenius: v * v + 3 * (s + c) * v + 2 * (s + c) * (s + c),
    spectral: v * v - (2.5 * s + 3 * c) * v - 3.5 * s * c,
  };
}

/** The second as printed: C₃ = 1.5s + 3c and C₄ = 1.5s² + 3sc. */
export const printedSpectral = (v: number, s: number, c: number): number =>
  v * v - (1.5 * s + 3 * c) * v - 1.5 * s * s - 3 * s * c;

/** ‖w_r − w_r(0)‖² of a row of C, n entries. */
function squaredMoves(run: Run): (row: Float64Array) => number {
  const { n } = run;
  const gram = run.derive(gramOf);
  const products = new Float64Array(n);
  return (row) => {
    productsInto(row, gram, n, products);
    let sum = 0;
    for (let i = 0; i < n; i++) sum += row[i]! * products[i]!;
    return Math.max(0, sum);
  };
}

/** ‖W_j(0)‖_F² of the class whose rows begin at `from`. */
function initialSquare({ start, m }: Run, from: number): number {
  const { initialRows, initialScale, dim } = start;
  let sum = 0;
  for (let e = from * dim; e < (from + m) * dim; e++) sum += initialRows[e]! * initialRows[e]!;
  return initialScale * initialScale * sum;
}

function watchRank(run: Run): SlackWatch {
  const { m, n, start, z0 } = run;
  const { sigma0 } = start.experiment;
  const { rMin } = run.derive(scalesOf);
  const squaredMove = squaredMoves(run);
  const settledOf = run.share(settled);
  const s = sigma0 * Math.sqrt(start.facts.d);
  const initial = [initialSquare(run, 0), initialSquare(run, m)];
  return {
    at(state, slacks) {
      const { since, largest } = settledOf(state);
      if (since < 0) return;
      const c = (largest * Math.sqrt(n)) / rMin;
      for (const part of [0, 1]) {
        const v = Math.sqrt(squaredMove(state.c.subarray(part * m * n, (part * m + 1) * n)));
        const { frobenius, spectral } = rankBounds(v, s, c);
        if (!(spectral > 0)) continue;
        const rank = scalar(state, part === 0 ? 'stableRankPositive' : 'stableRankNegative');
        slacks.atMost(rank, frobenius / spectral);
        slacks.draw(part, frobenius / spectral);
        if (!isSparse(state.t)) continue;
        // ‖W_j‖_F² = ‖W_j(0)‖_F² + Σ C (Z(0) + Z).
        const { c: moved, z } = state;
        let square = initial[part]!;
        for (let e = part * m * n; e < (part + 1) * m * n; e++) square += moved[e]! * (z0[e]! + z[e]!);
        slacks.atMost(square, m * frobenius);
        slacks.atLeast(square / rank, m * spectral);
      }
    },
    silent: () => `${unsettled()}, or the bound’s denominator v² − C₃v − C₄ is not positive yet`,
  };
}

/** The stable rank's bound at a finite time. */
export const RANK_BOUND: readonly Claim[] = [
  {
    id: 'kou-rank-bound',
    thinned: true,
    claimsId: 'P1.22',
    paper: 'kou',
    number: 'Lemma D.4',
    place: 'App. D',
    kind: 'inequality',
    statement:
      'Once patterns are settled the stable rank of a class is below a quotient of two quadratics in the distance v that a neuron has gone.',
    tex: String.raw`\frac{\|\mathbf W_j^{(t)}\|_F^2}{\|\mathbf W_j^{(t)}\|_2^2}\le\frac{v^2+C_1v+C_2}{v^2-C_3v-C_4},\qquad v=\|\mathbf w_{j,1}^{(t)}-\mathbf w_{j,1}^{(0)}\|_2`,
    why: 'It says how near to rank one you are now, and not only in the end. As v grows like log t the bound falls to one like 1/log t. What is measured falls faster: see the rates.',
    flow: 'The proof reads W at one time: Definition 5.1 and the differences of Lemma D.1, which the flow has.',
    printed: {
      tex: String.raw`C_3=1.5\sigma_0\sqrt d+3C'\sqrt n/R_{\min},\qquad C_4=1.5\sigma_0^2d+3C'\sigma_0\sqrt{dn}/R_{\min}`,
      correction: 'C21',
      how: 'The proof drops the factor 2 of 2⟨W(0)x, Vx⟩. With it C₃ = 2.5σ₀√d + 3C′√n/R_min and C₄ = 3.5C′σ₀√(dn)/R_min. Counter-example to the printed lower bound of ‖W‖₂²: v/s = 100 with w(0) against v gives 9756.6 < 9848.5.',
    },
    measured:
      'the recorded stable rank of each class against the bound while its denominator is positive; ‖W_j‖_F² and ‖W_j‖₂² against theirs at epochs 1, 2, 4, 8, …',
    reads: ['stableRankPositive', 'stableRankNegative', 'frobenius', 'agreement'],
    draws: [
      { as: 'bound', beside: ['stableRankPositive'], label: 'Lemma D.4: W₊ at most' },
      { as: 'bound', beside: ['stableRankNegative'], label: 'Lemma D.4: W₋ at most' },
    ],
    assumes: LEAKY_THEOREM,
    applies: leakyNetwork,
    watch: watchRank,
  },
];
