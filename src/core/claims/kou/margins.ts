import { LOG_LOSSES, logMeanLoss } from '../../method/flow/log-loss.ts';
import { exp } from '../../special/exp.ts';
import { log } from '../../special/log.ts';
import { log1pExp } from '../../special/log1p-exp.ts';
import type { Claim, SlackWatch } from '../claim.ts';
import type { Run } from '../run.ts';
import { underflows } from '../slacks.ts';
import { scalar } from '../state.ts';
import { before } from '../before.ts';
import { betweenEpochs } from '../between.ts';
import { AS_ETA_FALLS } from './as-eta-falls.ts';
import { firing } from './firing.ts';
import { gentleStep, RELU_THEOREM } from './gauges.ts';
import { kouNetwork, kouSteps } from './network.ts';
import { scalesOf, type Scales } from './scales.ts';

/** (G.4), (G.5). */
function watchIncrements(run: Run): SlackWatch {
  const { n } = run;
  const { a } = run.derive(scalesOf);
  return betweenEpochs(run.share(before), (last, state, slacks) => {
    for (let i = 0; i < n; i++) {
      const full = a[i]! * last.steepness[i]!;
      const moved = state.margins[i]! - last.margins[i]!;
      slacks.atLeast(moved, full / 5);
      slacks.atMost(moved, 3 * full);
    }
  });
}

/** Lemma G.1's first three bullets with c = 2β, C₁ = max{4β, log(60R²) + 1} and C₂ = 2(1 + e^{C₁}). */
function watchSpread(run: Run): SlackWatch {
  const { beta, R } = run.derive(scalesOf);
  const widest = Math.max(4 * beta, log(60 * R * R) + 1);
  const steepest = 2 * (1 + exp(widest));
  return {
    at(state, slacks) {
      const { margins } = state;
      let [least, most] = [Infinity, -Infinity];
      for (let i = 0; i < margins.length; i++) {
        least = Math.min(least, margins[i]!);
        most = Math.max(most, margins[i]!);
      }
      slacks.atLeast(least, -2 * beta);
      slacks.atMost(most - least, widest);
      // Of margins: late slopes of a flow underflow.
      slacks.atMost(exp(log1pExp(most) - log1pExp(least)), steepest);
    },
  };
}

/** Lemma G.1's fourth bullet, and Lemma E.1's S_i(0) ⊆ S_i(t). */
function watchActivity(run: Run): SlackWatch {
  const firingOf = run.share(firing);
  return {
    at(state, slacks) {
      const { counts, lost, lostSinceStart } = firingOf(state);
      if (state.t === 0) return;
      const all = counts.reduce((sum, count) => sum + count, 0);
      slacks.atMost(lost, 0, all);
      slacks.atMost(lostSinceStart, 0, all);
    },
  };
}

/** Lemma G.3: with c = 2β, from T = ⌈e^{2β}nm/(3ηR_min²)⌉ on; of the flow, from that time. */
interface Late {
  /** log T. */
  readonly from: number;
  readonly c: number;
  readonly c3: number;
}

function lateOf({ beta, eta, rMin }: Scales, { n, m }: Run): Late {
  const c = 2 * beta;
  return {
    from: log((exp(c) * n * m) / (3 * eta * rMin * rMin)),
    c,
    c3: Math.max(log(6) + 1, log(5 * (1 + exp(c)))),
  };
}

const tooEarly =
  ({ from }: Late, { clock }: Run) =>
  (): string =>
    clock.isFlow
      ? `it begins at log t = ${from.toPrecision(3)}`
      : `it begins at epoch ${Math.ceil(exp(from))}`;

function watchLogarithm(run: Run): SlackWatch {
  const { n } = run;
  const scales = run.derive(scalesOf);
  const late = lateOf(scales, run);
  const { c, c3, from } = late;
  const [up, down] = [exp(c3), exp(-c3) / (1 + exp(c))];
  return {
    at({ t, margins, lossSlopes }, slacks) {
      const logTime = run.clock.logTime(t);
      if (logTime < from) return;
      let [least, greatest] = [Infinity, -Infinity];
      for (let i = 0; i < n; i++) {
        const logarithm = log(scales.a[i]!) + logTime;
        least = Math.min(least, logarithm);
        greatest = Math.max(greatest, logarithm);
        slacks.atMost(Math.abs(margins[i]! - logarithm), c3);
        const size = exp(-logarithm);
        if (underflows(size)) continue;
        slacks.atMost(-lossSlopes[i]!, up * size);
        slacks.atLeast(-lossSlopes[i]!, down * size);
      }
      slacks.draw(0, greatest + c3);
      slacks.draw(1, least - c3);
    },
    silent: tooEarly(late, run),
  };
}

/** Lemma G.4 with its constants; of a flow in logarithms, for L underflows, and the chart of its loss has log L. */
function watchLoss(run: Run): SlackWatch {
  const { clock, start } = run;
  const logLoss = LOG_LOSSES[start.experiment.loss];
  const scales = run.derive(scalesOf);
  const late = lateOf(scales, run);
  const { c3, from } = late;
  const mean = (power: 1 | 2): number =>
    scales.a.reduce((sum, a) => sum + (power === 1 ? 1 / a : 1 / (a * a)), 0) / run.n;
  const [first, second] = [mean(1), mean(2)];
  const [most, least, less] = [exp(c3) * first, exp(-c3) * first, exp(2 * c3) * second];
  const sidesAt = (logTime: number): readonly [number, number] => {
    const inverse = exp(-logTime);
    const rest = least - less * inverse;
    if (!clock.isFlow) return [most * inverse, rest * inverse];
    // Where it is not positive, the lower side says nothing.
    return [log(most) - logTime, rest > 0 ? log(rest) - logTime : -Infinity];
  };
  return {
    at(state, slacks) {
      const logTime = clock.logTime(state.t);
      if (logTime < from) return;
      const loss = clock.isFlow ? logMeanLoss(logLoss, state.margins) : scalar(state, 'loss');
      const [upper, lower] = sidesAt(logTime);
      slacks.atMost(loss, upper, clock.isFlow ? 1 : upper);
      slacks.atLeast(loss, lower, clock.isFlow ? 1 : upper);
      slacks.draw(0, upper);
      slacks.draw(1, lower);
    },
    silent: tooEarly(late, run),
  };
}

/** How margins grow, and with them the loss falls; ReLU and leaky ReLU alike. */
export const MARGINS: readonly Claim[] = [
  {
    id: 'kou-margin-steps',
    thinned: true,
    claimsId: 'P1.29',
    paper: 'kou',
    number: '(5.12)',
    place: 'App. G, (G.4) and (G.5)',
    kind: 'inequality',
    statement: 'A margin grows by between a fifth and three times η‖x_i‖²|ℓ′_i|/(nm) an epoch.',
    tex: String.raw`\tfrac15a_i|\ell_i'^{(t)}|\le y_if(\mathbf W^{(t+1)},\mathbf x_i)-y_if(\mathbf W^{(t)},\mathbf x_i)\le3a_i|\ell_i'^{(t)}|`,
    why: 'Every margin grows at every step, in proportion to how wrong the network still is about it. No sample is sacrificed for another. From this line the loss’s rate follows.',
    measured: 'the step of every margin in units of η‖x_i‖²|ℓ′_i|/(nm)',
    reads: ['margins'],
    assumes: RELU_THEOREM,
    applies: kouSteps,
    watch: watchIncrements,
  },
  {
    id: 'kou-margin-spread',
    claimsId: 'P1.30',
    paper: 'kou',
    number: 'Lemma G.1',
    place: 'App. G',
    kind: 'inequality',
    statement:
      'Margins stay above −2β, differ by at most max{4β, log(60R²) + 1}, and loss slopes by a bounded factor.',
    tex: String.raw`y_if\ge-2\beta,\qquad y_if-y_kf\le C_1=\max\{4\beta,\log(60R^2)+1\},\qquad\ell_i'/\ell_k'\le2(1+e^{C_1})`,
    why: 'Margins grow without limit, but together. Divided by the weights’ norm their differences vanish: all samples become support vectors. It is the opposite of what one expects of a maximal margin in general.',
    flow: AS_ETA_FALLS,
    measured: 'least margin, largest difference of margins, largest ratio of loss slopes',
    reads: ['margins', 'marginGap', 'lossRatio'],
    assumes: RELU_THEOREM,
    applies: kouNetwork,
    watch: watchSpread,
  },
  {
    id: 'kou-activity-persists',
    thinned: true,
    claimsId: 'P1.31',
    paper: 'kou',
    number: 'Lemma 5.8',
    place: 'App. G, Lemma G.1; App. E, Lemma E.1',
    kind: 'inequality',
    statement: 'A neuron that fires for a sample of its own class never stops.',
    tex: String.raw`S_i^{(t)}\subseteq S_i^{(t+1)},\qquad S_i^{(0)}\subseteq S_i^{(t)}`,
    why: 'A ReLU network does not lose what fires for a sample’s own class. Neurons of the other class may do as they like, and they do: that is where patterns never freeze. See the flips of ReLU networks.',
    flow: AS_ETA_FALLS,
    printed: {
      tex: String.raw`S_i^{(t+1)}\subseteq S_i^{(t)}`,
      correction: 'C23',
      how: 'The text around (G.2) has the inclusion reversed; Lemmas 5.8 and G.1 have it as here.',
    },
    measured: 'pairs that fired at the last recorded epoch, or at the start, and do not now',
    reads: ['pattern', 'flips'],
    assumes: RELU_THEOREM,
    applies: kouNetwork,
    watch: watchActivity,
  },
  {
    id: 'kou-margin-logarithm',
    thinned: true,
    claimsId: 'P1.32',
    paper: 'kou',
    number: '(5.13)',
    place: 'App. G, Lemma G.3',
    kind: 'inequality',
    statement:
      'From T = e^2β nm/(3ηR_min²) on every margin is log t + log(η‖x_i‖²/(nm)) up to a constant, and loss slopes are that over t.',
    tex: String.raw`|y_if(\mathbf W^{(t)},\mathbf x_i)-\log t-\log a_i|\le C_3,\qquad\frac{C_4}{a_it}\le|\ell_i'^{(t)}|\le\frac{C_5}{a_it}`,
    why: 'One number, the sample’s length, says where its margin will be at any time. Ten times the epochs add 2.3 to every margin. The constant is the same for all samples.',
    flow: AS_ETA_FALLS,
    measured:
      'C₃ = max{log 6 + 1, log(5(1 + e^2β))}, C₄ = e^−C₃/(1 + e^2β), C₅ = e^C₃; every margin and slope from T on',
    reads: ['margins', 'lossRatio'],
    draws: [
      { as: 'bound', beside: ['margins'], label: 'Lemma G.3: all at most' },
      { as: 'bound', beside: ['margins'], label: 'Lemma G.3: all at least' },
    ],
    assumes: [...RELU_THEOREM, gentleStep],
    applies: kouNetwork,
    watch: watchLogarithm,
  },
  {
    id: 'kou-loss-bounds',
    claimsId: 'P1.33',
    paper: 'kou',
    number: 'Lemma G.4',
    place: 'App. G',
    kind: 'inequality',
    statement: 'From the same time on the loss is between two multiples of 1/t.',
    tex: String.raw`\frac1n\sum_i\Bigl(\frac{e^{-C_3}}{a_it}-\frac{e^{2C_3}}{(a_it)^2}\Bigr)\le L_S(\mathbf W^{(t)})\le\frac{e^{C_3}}n\sum_i\frac1{a_it}`,
    why: 'The loss falls like 1/t, neither faster nor slower. Earlier work had t to the minus one half. The bounds are wide; that they never cross is the point.',
    flow: AS_ETA_FALLS,
    measured: 'the recorded loss against both sides from T on; of a flow log L of the margins, in logarithms',
    reads: ['loss'],
    draws: [
      { as: 'bound', beside: ['loss'], label: 'Lemma G.4: at most' },
      { as: 'bound', beside: ['loss'], label: 'Lemma G.4: at least' },
    ],
    assumes: [...RELU_THEOREM, gentleStep],
    applies: kouNetwork,
    watch: watchLoss,
  },
];
