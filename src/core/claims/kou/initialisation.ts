import { log } from '../../special/log.ts';
import type { Claim, SlackWatch } from '../claim.ts';
import { drawn } from '../drawn.ts';
import { DELTA } from '../probability.ts';
import type { Run } from '../run.ts';
import { scalar } from '../state.ts';
import { manyDimensions, wide } from './gauges.ts';
import { kouNetwork } from './network.ts';
import { activeAtStart } from './pattern.ts';
import { scalesOf } from './scales.ts';

function watchNorms(run: Run): SlackWatch {
  const { m, n, start } = run;
  const { sigma0 } = start.experiment;
  const { d, rMax } = start.facts;
  const { beta } = run.derive(scalesOf);
  return {
    at(state, slacks) {
      if (state.t > 0) return;
      const least = scalar(state, 'minNeuronNorm');
      const most = scalar(state, 'maxNeuronNorm');
      slacks.atLeast(least * least, (sigma0 * sigma0 * d) / 2);
      slacks.atMost(most * most, (3 * sigma0 * sigma0 * d) / 2);
      slacks.atMost(beta, Math.sqrt(2 * log((8 * m * n) / DELTA)) * sigma0 * rMax);
    },
  };
}

function watchActive(run: Run): SlackWatch {
  const { m } = run;
  const active = run.derive(activeAtStart);
  return {
    at({ t }, slacks) {
      if (t > 0) return;
      for (const rows of active) {
        slacks.atLeast(rows.length, 0.4 * m);
        slacks.atMost(rows.length, 0.6 * m);
      }
    },
  };
}

/** What holds of W(0) with probability 1 − δ. */
export const INITIALISATION: readonly Claim[] = [
  {
    id: 'kou-initial-norms',
    claimsId: 'P1.4',
    paper: 'kou',
    number: 'Lemma B.1',
    place: 'App. B',
    kind: 'inequality',
    delta: DELTA,
    statement:
      'All initial neurons have squared norms between σ₀²d/2 and 3σ₀²d/2, and none has an inner product with a sample above √(2 log(8mn/δ)) σ₀R_max.',
    tex: String.raw`\tfrac12\sigma_0^2 d\le\|\mathbf w_{j,r}^{(0)}\|_2^2\le\tfrac32\sigma_0^2 d,\qquad |\langle\mathbf w_{j,r}^{(0)},\mathbf x_i\rangle|\le\sqrt{2\log(8mn/\delta)}\,\sigma_0R_{\max}`,
    why: 'Small initial weights are what makes the network forget where it began. The second bound is β, the noise that the coefficients have to overcome before patterns settle. Turning σ₀ down shrinks both.',
    flow: 'It is about W(0), whatever moves it.',
    printed: {
      tex: String.raw`\mathbf w_{j,r}^{(0)}\sim\mathcal N(\mathbf 0,\sigma_0\mathbf I),\quad \langle\mathbf w_{j,r}^{(0)},\boldsymbol\mu\rangle`,
      correction: 'C18',
      how: 'In the proof the variance is σ₀², and the inner products are those with x_i. The constant is 8mn here and 12mn after (C.4).',
    },
    measured: 'min and max ‖w(0)‖² and max |⟨w(0), x_i⟩|, at epoch 0',
    reads: ['minNeuronNorm', 'maxNeuronNorm'],
    assumes: [manyDimensions],
    applies: drawn(kouNetwork),
    watch: watchNorms,
  },
  {
    id: 'kou-initial-activity',
    claimsId: 'P1.5',
    paper: 'kou',
    number: 'Lemma B.2',
    place: 'App. B',
    kind: 'inequality',
    delta: DELTA,
    statement: 'Each sample has between 0.4m and 0.6m active neurons of its own class at the start.',
    tex: String.raw`0.4m\le|S_i^{(0)}|\le0.6m\quad\forall i\in[n]`,
    why: 'A ReLU network learns a sample only with neurons that fire for it. This says that no sample is without teachers, however the weights were drawn. It asks for a width, not for many samples.',
    flow: 'It is about W(0), whatever moves it.',
    measured: '|S_i(0)| of every sample, at epoch 0',
    reads: ['pattern'],
    assumes: [wide],
    applies: drawn(kouNetwork),
    watch: watchActive,
  },
];
