import type { Claim, FitWatch, SlackWatch } from '../claim.ts';
import { columnStatistics } from '../coefficients.ts';
import type { Run } from '../run.ts';
import { TOLERANCE } from '../slacks.ts';
import { scalar } from '../state.ts';
import { AS_ETA_FALLS } from './as-eta-falls.ts';
import { LEAKY_THEOREM } from './gauges.ts';
import { leakyNetwork } from './network.ts';
import { scalesOf } from './scales.ts';
import { settled, unsettled } from './settled.ts';
import { steps } from './steps.ts';

/** From T_act on, agreement stays 1. */
function watchPersistence(run: Run): SlackWatch {
  const settledOf = run.share(settled);
  return {
    at(state, slacks) {
      const { since } = settledOf(state);
      if (since < 0) return;
      slacks.equal(scalar(state, 'agreement'), 1, 1, 0);
      slacks.draw(0, since);
    },
    silent: unsettled,
  };
}

function watchTime(run: Run): FitWatch {
  const { n, m } = run;
  const { eta, rMax } = run.derive(scalesOf);
  const settledOf = run.share(settled);
  return {
    at(state, fit) {
      const { since } = settledOf(state);
      if (since >= 0) fit.point(state.t, (run.clock.time(since) * eta * rMax * rMax) / (n * m));
    },
    silent: unsettled,
  };
}

/** Steps of frozen patterns: a_i|ℓ′_i| for all of the class, −γ times that for all others; `sign` −1 is D.3's. */
const watchSteps =
  (sign: 1 | -1) =>
  (run: Run): SlackWatch => {
    const { n } = run;
    const { gamma, own } = run.derive(scalesOf);
    const settledOf = run.share(settled);
    const stepsOf = run.share(steps);
    return {
      at(state, slacks) {
        const { before } = settledOf(state);
        const moved = stepsOf(state);
        if (!before || moved === null) return;
        for (let i = 0; i < n; i++) {
          const mine = own[i]! * n + i;
          const theirs = (1 - own[i]!) * n + i;
          const full = moved.full[i]!;
          const tolerance =
            TOLERANCE + (2 * (moved.rounding[mine]! + moved.rounding[theirs]! / gamma)) / full;
          slacks.equal(moved.least[mine]!, moved.greatest[mine]!, full, tolerance);
          slacks.equal(moved.least[theirs]!, moved.greatest[theirs]!, full, tolerance);
          slacks.equal(moved.greatest[mine]!, (sign * moved.greatest[theirs]!) / gamma, full, tolerance);
        }
      },
      silent: unsettled,
    };
  };

/** Lemmas D.1 and D.2: the spread over r is at most C′, and what it was at T_act. */
function watchSpread(run: Run): SlackWatch {
  const settledOf = run.share(settled);
  const coefficients = run.share(columnStatistics);
  return {
    at(state, slacks) {
      const { since, largest, spread } = settledOf(state);
      if (since < 0) return;
      const { least, greatest } = coefficients(state);
      for (let at = 0; at < spread.length; at++) {
        const now = greatest[at]! - least[at]!;
        const size = Math.max(greatest[at]!, -least[at]!);
        slacks.atMost(now, largest);
        slacks.atMost(Math.abs(now - spread[at]!), 0, size);
      }
    },
    silent: unsettled,
  };
}

/** What follows once every neuron fires for its own class alone. */
export const FROZEN: readonly Claim[] = [
  {
    id: 'kou-pattern',
    claimsId: 'P1.19',
    paper: 'kou',
    number: 'Lemma 5.6',
    place: 'App. C, Lemma C.5',
    kind: 'inequality',
    statement:
      'There is a time from which on every neuron fires exactly for the samples of its own class, and it lasts.',
    tex: String.raw`\operatorname{sign}\langle\mathbf w_{j,r}^{(t)},\mathbf x_i\rangle=jy_i\qquad\forall j,r,i,\ t\ge T_{\mathrm{act}}`,
    why: 'From then on the network is linear on each class, and all neurons of a class move in step. Everything beyond is simple. Whether it happens at all depends on the leak: with γ = 0 it does not.',
    flow: AS_ETA_FALLS,
    measured: 'the share of pairs that agree, from the first epoch at which all do',
    reads: ['agreement', 'flips', 'pattern'],
    draws: [{ as: 'mark', beside: ['agreement', 'meanStableRank', 'loss'], label: 'T_act = {}' }],
    assumes: LEAKY_THEOREM,
    applies: leakyNetwork,
    watch: watchPersistence,
  },
  {
    id: 'kou-pattern-time',
    thinned: true,
    claimsId: 'P1.19',
    paper: 'kou',
    number: 'Lemma 5.6',
    place: 'App. C, Lemma C.5',
    kind: 'asymptotic',
    law: 'constant',
    fits: 'T_act in units of nm/(ηR_max²)',
    printedRate: () => null,
    statement: 'That time is at most a constant times nm/(ηR_max²).',
    tex: String.raw`T_{\mathrm{act}}\le C\,\frac{nm}{\eta R_{\max}^2}`,
    why: 'Patterns settle within a fixed number of the natural time unit, whatever the dimension. At K’s figures that is within a few epochs. Small initial weights make it sooner.',
    flow: AS_ETA_FALLS,
    measured: 'T_act·ηR_max²/(nm)',
    reads: ['agreement'],
    assumes: LEAKY_THEOREM,
    applies: leakyNetwork,
    watch: watchTime,
  },
  {
    id: 'kou-parallel',
    thinned: true,
    claimsId: 'P1.20',
    paper: 'kou',
    number: 'Lemma 5.7',
    place: 'App. D, Lemma D.3',
    kind: 'identity',
    statement:
      'Once patterns are settled, a sample’s coefficients move by the same amount in all neurons of its class, and by −γ times that in all others.',
    tex: String.raw`\overline\rho_{y_i,r,i}^{(t)}-\overline\rho_{y_i,r,i}^{(T)}=\overline\rho_{y_i,r',i}^{(t)}-\overline\rho_{y_i,r',i}^{(T)}=\bigl(|\underline\rho_{-y_i,r',i}^{(t)}|-|\underline\rho_{-y_i,r',i}^{(T)}|\bigr)/\gamma`,
    why: 'Neurons of a class become copies of each other that only keep their old differences. Rank one is then a matter of waiting. This page computes such stretches faster for the same reason.',
    flow: 'With the pattern at rest |ρ_{j,r,i}| grows by ‖x_i‖²/(nm) ∫ |ℓ′_i| dt in every neuron of the sample’s class, and by γ times that in the others; the integral is over the time between two recorded points.',
    printed: {
      tex: String.raw`\overline\rho_{y_i,r,i}^{(t)}-\overline\rho_{y_i,r,i}^{(T)}=(\rho_{-y_i,r',i}^{(t)}-\rho_{-y_i,r',i}^{(T)})/\gamma`,
      correction: 'C17',
      how: 'The left side is positive and the printed right side negative; Lemma D.3’s statement has the absolute values.',
    },
    measured: 'steps of each sample, over the neurons of a class and between the classes',
    reads: ['coefficients', 'agreement'],
    assumes: [],
    applies: leakyNetwork,
    watch: watchSteps(-1),
  },
  {
    id: 'kou-parallel-printed',
    thinned: true,
    claimsId: 'P1.20',
    paper: 'kou',
    number: 'Lemma 5.7, third line',
    place: '§5.2',
    kind: 'identity',
    form: 'printed',
    statement: 'As printed: the same without the absolute values.',
    tex: String.raw`\overline\rho_{y_i,r,i}^{(t)}-\overline\rho_{y_i,r,i}^{(T)}=(\rho_{-y_i,r',i}^{(t)}-\rho_{-y_i,r',i}^{(T)})/\gamma`,
    why: 'It fails in the first epoch after patterns settled, by its sign alone. Everything that uses the lemma uses the form of Lemma D.3. So nothing else is touched.',
    flow: 'As in Lemma D.3, the moves being those between two recorded points.',
    measured: 'steps of each sample, over the neurons of a class and between the classes',
    reads: ['coefficients', 'agreement'],
    assumes: [],
    applies: leakyNetwork,
    watch: watchSteps(1),
  },
  {
    id: 'kou-spread',
    thinned: true,
    claimsId: 'P1.21',
    paper: 'kou',
    number: 'Lemmas D.1, D.2',
    place: 'App. D',
    kind: 'inequality',
    statement:
      'Coefficients of one sample within a class differ by no more than C′ = max |ρ| at the time patterns settled, and by always the same.',
    tex: String.raw`|\rho_{j,r,i}^{(t)}-\rho_{j,r',i}^{(t)}|\le C'=\max|\rho^{(T_{\mathrm{act}})}|,\qquad t\ge T_{\mathrm{act}}`,
    why: 'The differences stay as they are while everything else grows like log t. Hence their share of the weights vanishes. It is the numerator of the stable rank’s excess.',
    flow: 'With the pattern at rest all coefficients of a sample within a class have one velocity, so that their differences stay.',
    measured: 'max − min over the neurons of a class, against C′ and against its value at T_act',
    reads: ['coefficients', 'agreement'],
    assumes: LEAKY_THEOREM,
    applies: leakyNetwork,
    watch: watchSpread,
  },
];
