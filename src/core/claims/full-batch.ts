import type { Applies } from './drawn.ts';

/** Why what is proved of steps of gradient descent on all samples says nothing of an experiment; null where it is so trained. */
export const fullBatchSteps: Applies = ({ method }) => {
  if (method.kind === 'gradient-descent') return null;
  return method.kind === 'flow'
    ? 'it is about steps, and gradient flow has none'
    : 'steps are not of full-batch gradient descent';
};
