import { exp } from '../../special/exp.ts';
import { logSumTimes } from '../clock.ts';
import type { Claim, SlackWatch } from '../claim.ts';
import type { Run } from '../run.ts';
import { RELU_THEOREM } from './gauges.ts';
import { kouNetwork } from './network.ts';
import { scalesOf } from './scales.ts';

/**
 * Lemmas H.1 and H.2 on the margins: by (5.12) and (5.8) a margin above −2β moves by between C₁e^{−z} and C₂e^{−z} with
 * C₁ = a_i/(5(1 + e^{2β})) and C₂ = 3a_i, so log(e^{z_0} + C₁t) ≤ z_t ≤ log(e^{z_0} + C₂e^{C₂}t), with C₂e^{2β} for C₂ as
 * margins may be a little below 0. As printed in (5.7), e^{−z_0}. The flow has C₁e^{−z} ≤ dz/dt ≤ C₂e^{−z} and no step that is too
 * long: C₂ = 3a_i stands in place of C₂e^{C₂}.
 */
const watchGrowth =
  (sign: 1 | -1) =>
  (run: Run): SlackWatch => {
    const { n, clock } = run;
    const { a, beta } = run.derive(scalesOf);
    const e = exp(2 * beta);
    /** ±z_0, and C₂e^{C₂}. */
    const bases = new Float64Array(n);
    const rates = a.map((each) => 3 * each * (clock.isFlow ? 1 : e * exp(3 * each * e)));
    return {
      at({ t, margins }, slacks) {
        if (t === 0) for (let i = 0; i < n; i++) bases[i] = sign * margins[i]!;
        const logTime = clock.logTime(t);
        for (let i = 0; i < n; i++) {
          const base = bases[i]!;
          const scale = Math.max(1, Math.abs(margins[i]!));
          slacks.atLeast(margins[i]!, logSumTimes(base, a[i]! / (5 * (1 + e)), logTime), scale);
          slacks.atMost(margins[i]!, logSumTimes(base, rates[i]!, logTime), scale);
        }
      },
    };
  };

const MEASURED = 'both sides for every margin, with C₁ = a_i/(5(1 + e^2β)) and C₂ = 3a_i e^2β';

/** From an exponential increment to a logarithm. */
export const LOG_GROWTH: readonly Claim[] = [
  {
    id: 'kou-log-growth',
    thinned: true,
    claimsId: 'P1.12',
    paper: 'kou',
    number: 'Lemma 5.3',
    place: 'App. H, Lemmas H.1 and H.2',
    kind: 'inequality',
    statement:
      'A sequence that moves by between C₁e^−x and C₂e^−x a step is between log(e^x₀ + C₁t) and log(e^x₀ + C₂e^C₂ t).',
    tex: String.raw`\log(e^{x_0}+C_1t)\le x_t\le\log(e^{x_0}+C_2e^{C_2}t)`,
    why: 'This little lemma is the engine of the paper. Whatever grows by e to the minus itself grows like the logarithm of time. K applies it to coefficients and margins alike, for ever.',
    flow: 'By (5.12), in which η is a common factor, a margin has a velocity between C₁e^−x and C₂e^−x; then e^x grows by between C₁ and C₂ a unit of time, and log(e^x₀ + C₁t) ≤ x ≤ log(e^x₀ + C₂t), without the e^C₂ of a step. C₁ = a_i/(5(1 + e^2β)), C₂ = 3a_i and a_i = ‖x_i‖²/(nm).',
    printed: {
      tex: String.raw`\log(e^{-x_0}+C_1t)\le x_t\le\log(e^{-x_0}+C_2e^{C_2}t)`,
      correction: 'C12',
      how: 'Summing (x_{t+1} − x_t)e^{x} between x_0 and x_t gives e^{x_t} − e^{x_0}; at t = 0 both sides have to be x_0. Lemmas H.1 and H.2 have it so.',
    },
    measured: MEASURED,
    reads: ['margins'],
    assumes: RELU_THEOREM,
    applies: kouNetwork,
    watch: watchGrowth(1),
  },
  {
    id: 'kou-log-growth-printed',
    thinned: true,
    claimsId: 'P1.12',
    paper: 'kou',
    number: '(5.7)',
    place: '§5.1, Lemma 5.3',
    kind: 'inequality',
    form: 'printed',
    statement: 'As printed: the same bounds with e^−x₀ in place of e^x₀.',
    tex: String.raw`\log(e^{-x_0}+C_1t)\le x_t\le\log(e^{-x_0}+C_2e^{C_2}t)`,
    why: 'At t = 0 it says x₀ = −x₀, which fails for every margin that is not zero. Positive ones are above the upper side, negative ones below the lower. The proofs use the right form.',
    flow: 'At t = 0 it is about x₀ alone; later as in Lemma 5.3.',
    measured: MEASURED,
    reads: ['margins'],
    assumes: RELU_THEOREM,
    applies: kouNetwork,
    watch: watchGrowth(-1),
  },
];
