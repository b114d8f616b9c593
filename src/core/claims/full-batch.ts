import type { Applies } from './drawn.ts';

/** Why a run is by neither of the two that theory is about; null where it is by gradient flow, or by steps in its place. */
export const flowOrSteps: Applies = (experiment) =>
  experiment.method.kind === 'flow' ? null : fullBatchSteps(experiment);

/** A network's statements about steps. */
export const inSteps =
  (network: Applies): Applies =>
  (experiment) =>
    network(experiment) ?? fullBatchSteps(experiment);

/** Why what is proved of steps of gradient descent on all samples says nothing of an experiment; null where it is so trained. */
export const fullBatchSteps: Applies = ({ method }) => {
  if (method.kind === 'gradient-descent') return null;
  return method.kind === 'flow'
    ? 'it is about steps, and gradient flow has none'
    : 'steps are not of full-batch gradient descent';
};
