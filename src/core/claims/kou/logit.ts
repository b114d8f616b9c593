import { exp } from '../../special/exp.ts';
import type { Claim, SlackWatch } from '../claim.ts';
import type { Run } from '../run.ts';
import { underflows } from '../slacks.ts';
import { scalar } from '../state.ts';
import { kouNetwork } from './network.ts';

/** With c the least that the epoch's margins need: c = max(0, −min z_i). */
function watchLogit({ n }: Run): SlackWatch {
  return {
    at(state, slacks) {
      const { margins, lossSlopes } = state;
      let c = 0;
      for (let i = 0; i < n; i++) c = Math.max(c, -margins[i]!);
      const share = 1 / (1 + exp(c));
      let upper = 0;
      let lower = 0;
      for (let i = 0; i < n; i++) {
        const e = exp(-margins[i]!);
        if (!underflows(e)) {
          slacks.atMost(-lossSlopes[i]!, e);
          slacks.atLeast(-lossSlopes[i]!, share * e);
        }
        upper += e / n;
        lower += (e - e * e) / n;
      }
      if (underflows(upper)) return;
      const loss = scalar(state, 'loss');
      slacks.atMost(loss, upper);
      slacks.atLeast(loss, lower, upper);
    },
  };
}

/** The logistic loss against the exponential one. */
export const LOGIT: readonly Claim[] = [
  {
    id: 'kou-logit',
    thinned: true,
    claimsId: 'P1.14',
    paper: 'kou',
    number: '(5.8), (G.6), (G.7)',
    place: 'App. G',
    kind: 'inequality',
    statement:
      'Where all margins are above −c, a loss slope is between e^−z/(1 + e^c) and e^−z, and the loss between the mean of e^−z − e^−2z and that of e^−z.',
    tex: String.raw`\frac{e^{-z_i}}{1+e^c}\le|\ell_i'|\le e^{-z_i},\qquad\frac1n\sum_i(e^{-z_i}-e^{-2z_i})\le L_S\le\frac1n\sum_ie^{-z_i}`,
    why: 'The logistic loss is an exponential in disguise. As margins grow the two sides meet, and margins grow like the logarithm of time. That is where Θ(1/t) comes from.',
    flow: 'It is about the loss as a function of the margins, whatever moves them.',
    measured: 'all sides from the recorded margins, with c = max(0, −min z)',
    reads: ['margins', 'loss', 'lossRatio'],
    assumes: [],
    applies: kouNetwork,
    watch: watchLogit,
  },
];
