import type { Claim } from '../../../../src/core/claims/claim.ts';
import { from, only, scale, setScalar, slowExcess } from '../doctors.ts';
import { onOtherRuns, type Doctored, type OnRun, type Rate } from '../room.ts';
import { DOCTORED, HOLDS, MEASURED, PRINTED } from './cases.ts';
import { runOf, type RunName } from './runs.ts';

/** Each run of steps, and the same by gradient flow. */
const FLOW_OF: Readonly<Partial<Record<RunName, RunName>>> = {
  leaky: 'flowLeaky',
  relu: 'flowRelu',
  theoremLeaky: 'flowTheoremLeaky',
  theoremRelu: 'flowTheoremRelu',
};

const FLOWS = Object.values(FLOW_OF);

/** Whether a claim says something of one of the flows. */
export const isOfFlows = (claim: Claim): boolean =>
  FLOWS.some((name) => claim.applies(runOf(name).start.experiment) === null);

const ofFlows = <Case extends OnRun<RunName>>(cases: readonly Case[]): readonly Case[] =>
  cases.filter(({ id }) => !STEPS.has(id));

const STEPS = new Set(['kou-update', 'kou-coefficient-update', 'kou-rho-steps', 'kou-margin-steps']);

export const FLOW_HOLDS = onOtherRuns(ofFlows(HOLDS), FLOW_OF);
export const FLOW_PRINTED = onOtherRuns(PRINTED, FLOW_OF);

/** What has to be larger, or at another point, to be seen where log t is large. */
const OTHERWISE: Readonly<Record<string, Partial<Doctored<RunName>>>> = {
  'kou-neuron-approximation': {
    wrong: 'a pre-activation is ten thousand off at 32',
    doctor: only(32, ({ z }) => (z[0] = z[0]! + 1e4)),
  },
  'kou-balance-early': {
    doctor: from(2, ({ c }) => (c[3] = c[3]! / 1_000)),
    at: 2,
  },
  'kou-rank-bound': {
    wrong: 'the stable rank is 40 at 72',
    doctor: only(
      72,
      setScalar('stableRankPositive', () => 40),
    ),
    at: 72,
  },
  'kou-margin-spread': {
    wrong: 'a margin is left behind at 40',
    doctor: only(40, ({ margins }) => (margins[1] = margins[1]! - 8)),
    at: 40,
  },
  'kou-margin-logarithm': {
    wrong: 'a margin is four ahead at 40',
    doctor: only(40, ({ margins }) => (margins[0] = margins[0]! + 4)),
    at: 40,
  },
  'kou-loss-bounds': {
    wrong: 'the loss is e⁴ times as large at 77, where it is no number any more',
    doctor: only(77, ({ margins }) => margins.forEach((q, i) => (margins[i] = q - 4))),
    at: 77,
  },
  'kou-relu-growth': {
    wrong: 'coefficients are a tenth from 72 on',
    doctor: from(72, scale('c', 0.1)),
    at: 72,
  },
  'kou-relu-sums': {
    wrong: 'the other class’s coefficients are minus a hundred thousand at 72',
    doctor: only(72, ({ c }, { facts: { n, labels, neurons } }) => {
      for (let e = 0; e < c.length; e++) {
        if (labels[e % n]! > 0 !== e < (neurons / 2) * n) c[e] = -1e5;
      }
    }),
  },
};

export const FLOW_DOCTORED = onOtherRuns(ofFlows(DOCTORED), FLOW_OF, OTHERWISE);

/** Fits over log t from 1,000 to 10,000 are sharper than over a decade of epochs; the doctors are the same. */
const SHARPER: Readonly<Record<string, Partial<Rate<RunName>>>> = {
  'kou-balance-sums': { between: [1.9, 2.1] },
  'kou-balance-entries': { between: [7.9, 8.1] },
  'kou-pattern-time': { between: [0.001, 0.1] },
  'kou-neuron-norms': { between: [1.35, 1.45] },
  'kou-frobenius': { between: [43, 45] },
  // On orthogonal data the excess vanishes faster than any power.
  'kou-rank-rate': { run: 'flowLeaky', between: [-2.01, -1.99], doctor: slowExcess },
  'lab-rank-rate': { run: 'flowLeaky', between: [-2.01, -1.99], doctor: slowExcess },
  'kou-margins-equal': { between: [-1.01, -0.99] },
  'kou-kkt-rate': { between: [0.799, 0.801] },
  'kou-kkt-direction': { between: [1 - 1e-6, 1 + 1e-12] },
  'kou-loss-rate': { between: [-1.0001, -0.9999] },
  'kou-orthogonal-rate': { between: [0.999, 1.001] },
  // Its classes are of two and four samples.
  'lab-whole-rank': { between: [1.096, 1.0962] },
};

export const FLOW_MEASURED = onOtherRuns(MEASURED, FLOW_OF, SHARPER);
