import type { Experiment } from '../experiment.ts';

/** Why a statement says nothing of an experiment; null where it does. */
export type Applies = (experiment: Experiment) => string | null;

/** Lemmas on W(0) are of Gaussian weights. */
export const drawn =
  (network: Applies): Applies =>
  (experiment) => {
    const { data } = experiment;
    const given = (data.kind === 'explicit' || data.kind === 'explicit-patches') && data.w0 !== undefined;
    return network(experiment) ?? (given ? 'W(0) is given, not drawn' : null);
  };
