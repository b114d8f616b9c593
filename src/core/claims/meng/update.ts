import { before } from '../before.ts';
import { betweenEpochs } from '../between.ts';
import type { Claim, SlackWatch } from '../claim.ts';
import { productsOf, rowOf } from '../gram.ts';
import type { Run } from '../run.ts';
import { TOLERANCE } from '../slacks.ts';
import { isSparse, someRows, sparseTurn, SPARSELY } from '../sparse.ts';
import { perExample, perExampleOrNone } from './network.ts';
import { patchesBefore, type Patches } from './patches.ts';
import { scalesOf } from './scales.ts';

/** What a step adds to a row of C, from the pre-activations of that row, which begin at `from`: K entries. */
type RowStep = (z: Float64Array, from: number, j: number, out: Float64Array) => void;

/**
 * The step from epoch t on, by Lemma 5.1, corrected, for a second layer ±c (CLAIMS C1): w_{j,r} gains
 *
 *   −(2ηc/n) Σ_i ℓ′_i (1 + 4λc²ζ_iℓ″_i) j y_i [R(⟨w, y_iμ⟩) y_iμ + R(⟨w, ξ_i⟩) ξ_i]
 *   −(4ληc²/n) Σ_i ℓ′_i² [R(⟨w, y_iμ⟩)‖μ‖² y_iμ + R(⟨w, ξ_i⟩)‖ξ_i‖² ξ_i]
 *
 * @param zetaTimes 1; m for the printed 4λζ/m in place of 4λζ/m²
 */
function rowSteps(run: Run, zetaTimes: number) {
  const { n, y } = run;
  const { c, eta, squaredSignal, squaredNoise, lambdaAt } = run.derive(scalesOf);
  const [pulls, backs] = [new Float64Array(n), new Float64Array(n)];
  return (t: number, steepness: Float64Array, { zeta }: Patches): RowStep => {
    const lambda = lambdaAt(t);
    for (let i = 0; i < n; i++) {
      const s = steepness[i]!;
      const more = 1 + 4 * lambda * c * c * zetaTimes * zeta[i]! * s * (1 - s);
      pulls[i] = (2 * eta * c * s * more * y[i]!) / n;
      backs[i] = (4 * lambda * eta * c * c * s * s) / n;
    }
    return (z, from, j, out) => {
      const signalOf = z[from]!;
      let along = 0;
      for (let i = 0; i < n; i++) {
        const pull = j * pulls[i]!;
        const back = backs[i]!;
        const signal = y[i]! * signalOf;
        if (signal > 0) along += (pull - back * squaredSignal) * signal * y[i]!;
        const noise = z[from + 1 + i]!;
        out[1 + i] = noise > 0 ? (pull - back * squaredNoise[i]!) * noise : 0;
      }
      out[0] = along;
    };
  };
}

/** A step of some rows of W, formed densely, and with them their pre-activations. */
const watchRows =
  (zetaTimes: (m: number) => number) =>
  (run: Run): SlackWatch => {
    const { m, start } = run;
    const { features, dim } = start;
    const { K } = run.derive(scalesOf);
    const patchesOf = run.share(patchesBefore);
    const stepAt = rowSteps(run, zetaTimes(m));
    const [was, is, expected] = [new Float64Array(dim), new Float64Array(dim), new Float64Array(dim)];
    const [row, step] = [new Float64Array(K), new Float64Array(K)];
    return betweenEpochs(run.share(before), (last, state, slacks) => {
      const patches = isSparse(state.t) ? patchesOf(state) : null;
      if (patches === null) return;
      const stepOf = stepAt(state.t - 1, last.steepness, patches);
      for (const r of someRows(sparseTurn(state.t), m)) {
        rowOf(run, last.c, r, was);
        rowOf(run, state.c, r, is);
        productsOf(run, was, row);
        stepOf(row, 0, r < m ? 1 : -1, step);
        let square = 0;
        let off = 0;
        let size = 0;
        expected.fill(0);
        for (let k = 0, at = 0; k < K; k++) {
          const weight = step[k]!;
          for (let e = 0; e < dim; e++, at++) expected[e] = expected[e]! + weight * features[at]!;
        }
        for (let e = 0; e < dim; e++) {
          const error = is[e]! - was[e]! - expected[e]!;
          square += expected[e]! * expected[e]!;
          off += error * error;
          size += is[e]! * is[e]!;
        }
        const scale = Math.sqrt(square);
        const rounding = (16 * Number.EPSILON * Math.sqrt(size)) / scale;
        if (scale > 0) slacks.equal(Math.sqrt(off), 0, scale, TOLERANCE + rounding);
      }
    });
  };

/** All coefficients of a step. */
const watchCoefficients =
  (zetaTimes: (m: number) => number) =>
  (run: Run): SlackWatch => {
    const { m } = run;
    const { K } = run.derive(scalesOf);
    const patchesOf = run.share(patchesBefore);
    const stepAt = rowSteps(run, zetaTimes(m));
    const step = new Float64Array(K);
    const norms = run.start.squaredNorms.map(Math.sqrt);
    return betweenEpochs(run.share(before), (last, state, slacks) => {
      const patches = patchesOf(state);
      if (patches === null) return;
      const stepOf = stepAt(state.t - 1, last.steepness, patches);
      const { c } = state;
      const { c: before, z } = last;
      let error = 0;
      let scale = 0;
      let size = 0;
      for (let r = 0, e = 0; r < 2 * m; r++) {
        stepOf(z, e, r < m ? 1 : -1, step);
        for (let k = 0; k < K; k++, e++) {
          const norm = norms[k]!;
          error = Math.max(error, norm * Math.abs(c[e]! - before[e]! - step[k]!));
          scale = Math.max(scale, norm * Math.abs(step[k]!));
          size = Math.max(size, norm * Math.abs(c[e]!));
        }
      }
      if (scale > 0) slacks.equal(error, 0, scale, TOLERANCE + (8 * Number.EPSILON * size) / scale);
    });
  };

const corrected = (): number => 1;
const printed = (m: number): number => m;

const UPDATE_TEX = String.raw`\begin{aligned}\mathbf w_{j,r}^{(t+1)}=\mathbf w_{j,r}^{(t)}&-\frac{2\eta}{nm}\sum_i\ell_i'\Bigl(1+\frac{4\lambda\zeta_i}{m^2}\ell_i''\Bigr)jy_i\bigl(R(\langle\mathbf w,y_i\mu\rangle)y_i\mu+R(\langle\mathbf w,\xi_i\rangle)\xi_i\bigr)\\&-\frac{4\lambda\eta}{nm^2}\sum_i\ell_i'^2\bigl(R(\langle\mathbf w,y_i\mu\rangle)\|\mu\|^2y_i\mu+R(\langle\mathbf w,\xi_i\rangle)\|\xi_i\|^2\xi_i\bigr)\end{aligned}`;

const MISPRINT = {
  tex: String.raw`1+\frac{4\lambda\zeta_i^{(t)}}m\ell_i''^{(t)}`,
  correction: 'C1',
  how: 'In the proof of A.1 the gradient of ℓ′² lacks the 1/m of ∇(yf), so the factor is 4λζ/m². Against finite differences of the objective the corrected step is right to 1e-9, the printed one is off by its own size.',
} as const;

const UPDATES = { paper: 'meng', kind: 'identity', assumes: [] } as const;

const ROWS = {
  ...UPDATES,
  claimsId: 'P3.4',
  number: 'Lemma 5.1',
  place: 'App. A.1',
  reads: ['weights'],
} as const;

const COEFFICIENTS = {
  ...UPDATES,
  thinned: true,
  claimsId: 'P3.5',
  number: 'Definition 5.2, Lemma 5.3',
  place: 'App. A, Lemma A.2',
  tex: String.raw`\begin{aligned}\gamma_{j,r}&\mathrel{+}=-\frac{2\eta}{nm}\sum_i\Bigl[\ell_i'\Bigl(1+\frac{4\lambda\zeta_i}{m^2}\ell_i''\Bigr)+\frac{2\lambda}m\ell_i'^2\|\mu\|^2jy_i\Bigr]R(\langle\mathbf w,y_i\mu\rangle)\|\mu\|^2\\\rho_{j,r,i}&\mathrel{+}=-\frac{2\eta}{nm}\Bigl[\ell_i'\Bigl(1+\frac{4\lambda\zeta_i}{m^2}\ell_i''\Bigr)jy_i+\frac{2\lambda}m\ell_i'^2\|\xi_i\|^2\Bigr]R(\langle\mathbf w,\xi_i\rangle)\|\xi_i\|^2\end{aligned}`,
  reads: ['coefficients'],
} as const;

/** The rule that moves W under PEGR, and what it is for the coefficients. */
export const UPDATE: readonly Claim[] = [
  {
    ...ROWS,
    id: 'meng-update',
    statement:
      'A step with PEGR pulls each neuron along the signal and the noise of the samples that it fires for, a little more where ζ is large, and back by the squared loss slopes.',
    tex: UPDATE_TEX,
    why: 'Everything that M proves is read off this line. The second part is the penalty: it grows with the fourth power of a patch’s length, and noise is long. So what is strong and of one sample alone is taken back first.',
    printed: MISPRINT,
    measured: `‖w(t) − w(t−1) − right side‖ over ‖right side‖, with W = W(0) + CU formed densely; ${SPARSELY}`,
    applies: perExampleOrNone,
    watch: watchRows(corrected),
  },
  {
    ...ROWS,
    id: 'meng-update-printed',
    form: 'printed',
    statement: 'As printed: the same with 4λζ/m in place of 4λζ/m².',
    tex: String.raw`1+\frac{4\lambda\zeta_i}m\ell_i''`,
    why: 'At the start ζ is small and the two can hardly be told apart. As the network learns they part. The theorems only need that the term is small, and it is.',
    measured: 'as above',
    applies: perExample,
    watch: watchRows(printed),
  },
  {
    ...COEFFICIENTS,
    id: 'meng-coefficients',
    statement:
      'Each neuron is its initial value plus γ along the signal and ρ along each noise patch, and a step moves these numbers as its own inner products say.',
    why: 'Two kinds of numbers tell the whole story: γ is what was learnt, ρ what was memorised. The network generalises when γ is large and ρ small. It only fits when it is the other way round.',
    printed: MISPRINT,
    measured: 'the largest error of a step of γ/‖μ‖ or ρ/‖ξ‖ over the largest step',
    applies: perExampleOrNone,
    watch: watchCoefficients(corrected),
  },
  {
    ...COEFFICIENTS,
    id: 'meng-coefficients-printed',
    form: 'printed',
    statement: 'As printed: the same with 4λζ/m in place of 4λζ/m².',
    tex: String.raw`1+\frac{4\lambda\zeta_i}m\ell_i''`,
    why: 'After 300 steps the coefficients of the printed rule would be those of another network. The corrected ones rebuild the weights to fifteen digits. Both are watched here.',
    measured: 'as above',
    applies: perExample,
    watch: watchCoefficients(printed),
  },
];
