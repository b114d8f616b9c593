import type { Claim } from '../../../../src/core/claims/claim.ts';
import { from, scale, setScalar } from '../doctors.ts';
import { onOtherRuns, type Doctored, type OnRun, type Rate } from '../room.ts';
import { DOCTORED, HOLDS, MEASURED } from './cases.ts';
import { runOf, type RunName } from './runs.ts';

/** Runs of steps, and the same or a like one by gradient flow. */
const FLOW_OF: Readonly<Partial<Record<RunName, RunName>>> = {
  leaky: 'flow',
  theorem: 'flowSmooth',
  trained: 'flowSmooth',
  clusters: 'flowClusters',
};

const saysSomething = (claim: Claim, run: RunName): boolean =>
  claim.applies(runOf(run).start.experiment) === null;

/** Whether a claim says something of one of the flows. */
export const isOfFlows = (claim: Claim): boolean =>
  Object.values(FLOW_OF).some((name) => saysSomething(claim, name));

/** Those of claims that say something of a flow. */
const ofFlows = <Case extends OnRun<RunName>>(cases: readonly Case[], claims: readonly Claim[]) =>
  cases.filter(({ id }) => claims.some((claim) => claim.id === id && isOfFlows(claim)));

/** What has to be larger, or at another point, to be seen where log t is large. */
const OTHERWISE: Readonly<Record<string, Partial<Doctored<RunName>>>> = {
  'frei-limit-optimum': {
    wrong: 'margins are a thousandth larger than the weights can make them, from 40 on',
    doctor: from(40, scale('margins', 1.001)),
    at: 40,
  },
  'frei-limit-convex': {
    wrong: 'margins are a thousandth larger than the weights can make them, from 50 on',
    doctor: from(50, scale('margins', 1.001)),
    at: 50,
  },
  'frei-fit-time': {
    wrong: 'the loss is back at 1 at 55',
    doctor: from(
      55,
      setScalar('loss', () => 1),
    ),
    at: 55,
  },
};

/** Fits over log t are sharper than over epochs. */
const SHARPER: Readonly<Record<string, Partial<Rate<RunName>>>> = {
  'frei-limit-direction': { between: [1 - 1e-9, 1 + 1e-12] },
  'frei-kkt-residual': { between: [0, 1e-4] },
  'frei-direction-converges': { between: [-1.02, -0.98] },
  'frei-boundary-agreement': { between: [0.999, 1.001] },
  'frei-classes-rank': { between: [1 - 1e-9, 1 + 1e-6] },
};

export const flowCases = (claims: readonly Claim[]) => ({
  holds: onOtherRuns(ofFlows(HOLDS, claims), FLOW_OF),
  doctored: onOtherRuns(ofFlows(DOCTORED, claims), FLOW_OF, OTHERWISE),
  measured: onOtherRuns(ofFlows(MEASURED, claims), FLOW_OF, SHARPER),
  printed: [],
});
