import { exp } from '../../special/exp.ts';
import { log } from '../../special/log.ts';
import type { Claim, SlackWatch } from '../claim.ts';
import type { Run } from '../run.ts';
import { before } from './before.ts';
import { kouNetwork } from './network.ts';

/**
 * Lemmas H.1 and H.2 on the margins: with C₁ ≤ (x_{s+1} − x_s) e^{x_s} ≤ C₂ for all s < t, the least and greatest of what
 * was seen, log(e^{x_0} + C₁t) ≤ x_t, and x_t ≤ log(e^{x_0} + C₂ e^{C₂} t) while no x_s is negative. As printed in (5.7),
 * e^{−x_0}.
 */
const watchGrowth =
  (sign: 1 | -1) =>
  (run: Run): SlackWatch => {
    const { n } = run;
    const beforeOf = run.share(before);
    const initial = new Float64Array(n);
    const slowest = new Float64Array(n).fill(Infinity);
    const fastest = new Float64Array(n).fill(-Infinity);
    const negative = new Uint8Array(n);
    let whole = true;
    return {
      at(state, slacks) {
        const { t, margins } = state;
        const last = beforeOf(state);
        if (t > 0 && last === null) whole = false;
        if (!whole) return;
        for (let i = 0; i < n; i++) {
          const x = margins[i]!;
          if (last === null) initial[i] = x;
          else {
            const pace = (x - last.margins[i]!) * exp(last.margins[i]!);
            slowest[i] = Math.min(slowest[i]!, pace);
            fastest[i] = Math.max(fastest[i]!, pace);
          }
          if (x < 0) negative[i] = 1;
          const base = exp(sign * initial[i]!);
          const low = base + (t > 0 ? slowest[i]! * t : 0);
          if (low > 0) slacks.atLeast(x, log(low), Math.max(1, Math.abs(x)));
          const high = t > 0 ? fastest[i]! * exp(fastest[i]!) * t : 0;
          if (negative[i] === 0) slacks.atMost(x, log(base + high), Math.max(1, x));
        }
      },
      silent: () => 'epochs were left out between those that are recorded',
    };
  };

const MEASURED =
  'both sides for every margin, C₁ and C₂ the least and greatest (x_{s+1} − x_s)e^{x_s} so far; the upper one while the margin was never negative';

/** From an exponential increment to a logarithm. */
export const LOG_GROWTH: readonly Claim[] = [
  {
    id: 'kou-log-growth',
    claimsId: 'P1.12',
    paper: 'kou',
    number: 'Lemma 5.3',
    place: 'App. H, Lemmas H.1 and H.2',
    kind: 'inequality',
    statement:
      'A sequence that moves by between C₁e^−x and C₂e^−x a step is between log(e^x₀ + C₁t) and log(e^x₀ + C₂e^C₂ t).',
    tex: String.raw`\log(e^{x_0}+C_1t)\le x_t\le\log(e^{x_0}+C_2e^{C_2}t)`,
    why: 'This little lemma is the engine of the paper. Whatever grows by e to the minus itself grows like the logarithm of time. K applies it to coefficients and margins alike, for ever.',
    printed: {
      tex: String.raw`\log(e^{-x_0}+C_1t)\le x_t\le\log(e^{-x_0}+C_2e^{C_2}t)`,
      correction: 'C12',
      how: 'Summing (x_{t+1} − x_t)e^{x} between x_0 and x_t gives e^{x_t} − e^{x_0}; at t = 0 both sides have to be x_0. Lemmas H.1 and H.2 have it so.',
    },
    measured: MEASURED,
    reads: ['margins'],
    assumes: [],
    applies: kouNetwork,
    watch: watchGrowth(1),
  },
  {
    id: 'kou-log-growth-printed',
    claimsId: 'P1.12',
    paper: 'kou',
    number: '(5.7)',
    place: '§5.1, Lemma 5.3',
    kind: 'inequality',
    form: 'printed',
    statement: 'As printed: the same bounds with e^−x₀ in place of e^x₀.',
    tex: String.raw`\log(e^{-x_0}+C_1t)\le x_t\le\log(e^{-x_0}+C_2e^{C_2}t)`,
    why: 'At t = 0 it says x₀ ≤ −x₀, which fails for every positive margin. Negative ones fail the lower side. The proofs use the right form.',
    measured: MEASURED,
    reads: ['margins'],
    assumes: [],
    applies: kouNetwork,
    watch: watchGrowth(-1),
  },
];
