import type { RegularizerSpec } from '../../experiment.ts';
import type { Applies } from '../drawn.ts';
import { fullBatchSteps } from '../full-batch.ts';

/**
 * Why M says nothing of an experiment: its network is f = F₊₁ − F₋₁ with F_j = (1/m) Σ_r Σ_p σ(⟨w_{j,r}, x^(p)⟩),
 * σ = ReLU², on the patches yμ and ξ, trained on all samples at once (M §2). Null where it is that one. A second layer ±c
 * is the same network with √(mc)·W for W (scales.ts), so any is M's.
 */
export const mengNetwork: Applies = (experiment) => {
  const { activation, loss, data } = experiment;
  if (data.kind !== 'signal-noise' && data.kind !== 'explicit-patches') return 'samples have no signal patch';
  if (activation.kind !== 'relu-power' || activation.q !== 2) return 'the activation is not ReLU²';
  if (loss !== 'logistic') return 'the loss is not logistic';
  const steps = fullBatchSteps(experiment);
  if (steps !== null) return steps;
  return null;
};

const NAMES: Readonly<Record<RegularizerSpec['kind'], string>> = {
  none: 'there is a penalty',
  pegr: 'the penalty is not PEGR',
  fgr: 'the penalty is not FGR',
};

const only =
  (kind: RegularizerSpec['kind']): Applies =>
  (experiment) =>
    mengNetwork(experiment) ?? (experiment.regularizer.kind === kind ? null : NAMES[kind]);

/** Standard training, PEGR, FGR. */
export const standard: Applies = only('none');
export const perExample: Applies = only('pegr');
export const fullGradient: Applies = only('fgr');

/** Standard training or PEGR: Lemma 5.1 is of both. */
export const perExampleOrNone: Applies = (experiment) =>
  mengNetwork(experiment) ?? (experiment.regularizer.kind === 'fgr' ? 'the penalty is FGR' : null);
