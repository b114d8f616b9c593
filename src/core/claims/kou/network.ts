import type { Experiment } from '../../experiment.ts';
import type { Applies } from '../drawn.ts';
import { flowOrSteps, inSteps } from '../full-batch.ts';

/**
 * Why K says nothing of an experiment: its network is f = F₊₁ − F₋₁ with F_j = (1/m) Σ_r σ(⟨w_{j,r}, x⟩), σ leaky ReLU
 * (3.1), trained by gradient descent on the logistic loss alone (3.2). Null where it is that one, or has the gradient flow of
 * the same loss, of which what is no statement about steps holds as well (`flow` of each claim says why).
 */
export function kouNetwork(experiment: Experiment): string | null {
  const { activation, secondLayer, loss, regularizer, data } = experiment;
  if (activation.kind !== 'leaky-relu') return 'the activation is not leaky ReLU';
  if (data.kind === 'signal-noise' || data.kind === 'explicit-patches') return 'a sample has two patches';
  if (secondLayer !== '1/m') return 'the second layer is not ±1/m';
  if (loss !== 'logistic') return 'the loss is not logistic';
  if (regularizer.kind !== 'none') return 'the objective has a penalty';
  const method = flowOrSteps(experiment);
  if (method !== null) return method;
  if (data.kind === 'orthogonal-basis' && data.replacement) return 'two samples may be the same vector';
  return null;
}

const slopeOf = ({ activation }: Experiment): number =>
  activation.kind === 'leaky-relu' ? activation.gamma : NaN;

/** The same, trained by steps. */
export const kouSteps: Applies = inSteps(kouNetwork);

/** Theorem 4.1's networks: γ in (0, 1). */
export function leakyNetwork(experiment: Experiment): string | null {
  const why = kouNetwork(experiment);
  if (why !== null) return why;
  const gamma = slopeOf(experiment);
  return gamma > 0 && gamma < 1 ? null : 'γ is not between 0 and 1';
}

/** Theorem 4.3's: γ = 0. */
export const reluNetwork = (experiment: Experiment): string | null =>
  kouNetwork(experiment) ?? (slopeOf(experiment) === 0 ? null : 'the activation is not ReLU');

/** Data that are orthogonal by their model (K App. A.1). */
const isOrthogonal = ({ data }: Experiment): boolean => data.kind === 'orthogonal-basis';

/** Lemmas on mutually orthogonal data. */
export const onOrthogonal =
  (network: Applies): Applies =>
  (experiment) =>
    network(experiment) ?? (isOrthogonal(experiment) ? null : 'the samples are not mutually orthogonal');
