import { exp } from '../../special/exp.ts';
import { log1pTimes } from '../clock.ts';
import type { Claim, SlackWatch } from '../claim.ts';
import { columnStatistics } from '../coefficients.ts';
import type { Run } from '../run.ts';
import { AS_ETA_FALLS } from './as-eta-falls.ts';
import { gentleStep, LEAKY_THEOREM, littleInterference } from './gauges.ts';
import { leakyNetwork } from './network.ts';
import { scalesOf } from './scales.ts';

/**
 * Lemma C.3's bullets with c₄ = c₅ = ½ and c₆ = 3/2, all 1 on orthogonal data; as printed, the lower ones with c₆⁻¹ for
 * (2c₆)⁻¹.
 */
const watchGrowth =
  (printed: boolean) =>
  (run: Run): SlackWatch => {
    const { m, n } = run;
    const { a, beta, gamma, own, crossing } = run.derive(scalesOf);
    const coefficients = run.share(columnStatistics);
    const [least, most] = crossing === 0 ? [1, 1] : [0.5, 1.5];
    const lower = (printed ? 1 : 0.5) / most;
    const up = exp(2 * beta);
    const down = exp(-(gamma + 1) * beta);
    return {
      at(state, slacks) {
        if (state.t === 0) return;
        const logTime = run.clock.logTime(state.t);
        const { positive, negative } = coefficients(state);
        for (let i = 0; i < n; i++) {
          const mine = positive[own[i]! * n + i]! / m;
          const theirs = -negative[(1 - own[i]!) * n + i]! / m;
          slacks.atLeast(mine, lower * log1pTimes(gamma * a[i]! * most * down, logTime));
          slacks.atLeast(theirs, gamma * lower * log1pTimes(a[i]! * most * down, logTime));
          if (printed) continue;
          slacks.atMost(mine, log1pTimes(2 * a[i]! * least * up, logTime) / least);
          slacks.atMost(theirs, log1pTimes(2 * gamma * a[i]! * least * up, logTime) / (gamma * least));
        }
      },
    };
  };

const MEASURED = 'both means of every sample; c₄ = c₅ = c₆ = 1 on orthogonal data, else ½, ½ and 3/2';

/** The logarithmic growth of a leaky network's coefficients, with its constants. */
export const COEFFICIENT_GROWTH: readonly Claim[] = [
  {
    id: 'kou-coefficient-growth',
    thinned: true,
    claimsId: 'P1.18',
    paper: 'kou',
    number: 'Lemma C.3',
    place: 'App. C',
    kind: 'inequality',
    statement:
      'The mean coefficients of a sample are between two logarithms of time, for the neurons of its class and for the others.',
    tex: String.raw`\begin{aligned}(2c_6)^{-1}\log\bigl(1+\gamma a_ic_6e^{-(\gamma+1)\beta}t\bigr)&\le\tfrac1m\textstyle\sum_r\rho_{y_i,r,i}^{(t)}\le c_4^{-1}\log\bigl(1+2a_ic_4e^{2\beta}t\bigr)\\ \gamma(2c_6)^{-1}\log\bigl(1+a_ic_6e^{-(\gamma+1)\beta}t\bigr)&\le\tfrac1m\textstyle\sum_r|\rho_{-y_i,r,i}^{(t)}|\le(\gamma c_5)^{-1}\log\bigl(1+2\gamma a_ic_5e^{2\beta}t\bigr)\end{aligned}`,
    why: 'Here the logarithm of the theorem has its constants. Weights that grow like log t never stop, and never get anywhere fast. That is why a thousand epochs and a million look so alike.',
    flow: AS_ETA_FALLS,
    printed: {
      tex: String.raw`\tfrac1m\sum_r\rho_{y_i,r,i}^{(t)}\ge c_6^{-1}\log(\cdots),\qquad\le c_4^{-1}\log(1+a_ic_4e^{2\beta}t)`,
      correction: 'C19',
      how: 'x_t = 2c₆ times the mean in (C.33), (C.34), so Lemma H.2 gives (2c₆)⁻¹. In (C.31), (C.32) the factor exp{·} > 1 cannot be dropped; with a step so small that it is below 2, a 2 in the logarithm covers it.',
    },
    measured: MEASURED,
    reads: ['coefficients'],
    assumes: [...LEAKY_THEOREM, littleInterference, gentleStep],
    applies: leakyNetwork,
    watch: watchGrowth(false),
  },
  {
    id: 'kou-coefficient-growth-printed',
    thinned: true,
    claimsId: 'P1.18',
    paper: 'kou',
    number: 'Lemma C.3, third and fourth bullet',
    place: 'App. C',
    kind: 'inequality',
    form: 'printed',
    statement: 'As printed: the lower bounds with c₆⁻¹ in place of (2c₆)⁻¹.',
    tex: String.raw`\tfrac1m\sum_r\rho_{y_i,r,i}^{(t)}\ge c_6^{-1}\log\bigl(1+\gamma a_ic_6e^{-(\gamma+1)\beta}t\bigr)`,
    why: 'On orthogonal data the mean grows like log t/(1 + γ²), which is less than log t. So the printed bound fails sooner or later for every leak. The proof has the right constant.',
    flow: AS_ETA_FALLS,
    measured: MEASURED,
    reads: ['coefficients'],
    assumes: [...LEAKY_THEOREM, littleInterference, gentleStep],
    applies: leakyNetwork,
    watch: watchGrowth(true),
  },
];
