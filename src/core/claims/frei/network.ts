import type { Experiment } from '../../experiment.ts';
import type { Applies } from '../drawn.ts';
import { flowOrSteps, inSteps } from '../full-batch.ts';

/**
 * Why F says nothing of an experiment's network: f = Σ_j a_j φ(⟨w_j, x⟩), a_j = ±1/√(number of neurons), with φ′ in [γ, 1],
 * γ > 0 (F (2)). Null where it is that one.
 */
function leakAlone(experiment: Experiment): string | null {
  const { activation, secondLayer, regularizer, data } = experiment;
  if (activation.kind === 'relu-power') return 'the activation is not a leaky ReLU, smooth or not';
  if (!(activation.gamma > 0)) return 'γ is 0: the activation does not leak';
  if (data.kind === 'signal-noise' || data.kind === 'explicit-patches') return 'a sample has two patches';
  if (secondLayer !== '1/sqrt(2m)') return 'the second layer is not ±1/√(2m)';
  if (regularizer.kind !== 'none') return 'the objective has a penalty';
  if (data.kind === 'orthogonal-basis' && data.replacement) return 'two samples may be the same vector';
  return null;
}

/** The same, trained by gradient flow (F §3), or by steps on all samples at once (F §4). */
export const leakNetwork: Applies = (experiment) => leakAlone(experiment) ?? flowOrSteps(experiment);

const logistic: Applies = ({ loss }) => (loss === 'logistic' ? null : 'the loss is not logistic');

/** The same with the logistic loss. */
export const logisticNetwork: Applies = (experiment) => leakNetwork(experiment) ?? logistic(experiment);

/** §4's networks: an H-smooth leak and the logistic loss. */
export const smoothNetwork: Applies = (experiment) =>
  logisticNetwork(experiment) ??
  (experiment.activation.kind === 'smooth-leaky-relu' ? null : 'the activation is not smooth');

/** The same, trained by steps. */
export const smoothSteps: Applies = inSteps(smoothNetwork);

/** §3's networks: leaky ReLU itself, with a kink, by the flow that §3 is about or by steps in its place. */
export const leakyReluNetwork: Applies = (experiment) =>
  leakNetwork(experiment) ??
  (experiment.activation.kind === 'leaky-relu' ? null : 'the activation is not leaky ReLU');
