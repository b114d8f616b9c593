import { learningRate, type Experiment } from '../../experiment.ts';
import { log } from '../../special/log.ts';
import { gauge, type Assumption, type DataFacts } from '../gauge.ts';
import { noiseOf, toPaper } from './units.ts';

/**
 * M Condition 3.1 is asymptotic: each item is the largest constant with which it holds now, all other constants and
 * logarithms 1, and α = 0; 1 is what is asked of it here. η, λ and σ₀ are M's, of a second layer ±1/m (units.ts); what is
 * suggested is in the run's.
 */
const LEAST = 1;

const item = (id: string, rest: Omit<Parameters<typeof gauge>[0], 'id' | 'relation' | 'needs'>) =>
  gauge({ id: `meng-${id}`, relation: '≥', needs: LEAST, ...rest });

/** m. */
const widthOf = ({ neurons }: DataFacts): number => neurons / 2;

/** Item 1: d ≥ Ω̃(m² n^(2 + 2α)). */
export const manyDimensions: Assumption = (_, facts) => {
  const most = widthOf(facts) * widthOf(facts) * facts.n * facts.n;
  return item('dimension', {
    name: 'd/(m² n²)',
    tex: String.raw`d \ge \tilde\Omega(m^2n^{2+2\alpha})`,
    value: facts.d / most,
    suggestion: { setting: 'd', value: most },
  });
};

/** Item 2: ‖μ‖ + ‖μ‖⁴ ≪ σₚ√d. */
export const weakSignal: Assumption = (experiment, { d, signalNorm }) => {
  const mu = signalNorm ?? NaN;
  const signal = mu + mu * mu * mu * mu;
  const noise = noiseOf(experiment) * Math.sqrt(d);
  return item('signal', {
    name: 'σₚ√d/(‖μ‖ + ‖μ‖⁴)',
    tex: String.raw`\|\boldsymbol\mu\|+\|\boldsymbol\mu\|^4\ll\sigma_p\sqrt d`,
    value: signalNorm === null ? null : noise / signal,
    suggestion: { setting: 'noiseSd', value: signal / Math.sqrt(d) },
  });
};

/** Item 3: σ₀ ≤ O(1/(σₚ² d (nm)^2α)). */
export const smallInitialisation: Assumption = (experiment, { d }) => {
  const noise = noiseOf(experiment);
  const most = 1 / (noise * noise * d);
  return item('initialisation', {
    name: '1/(σ₀ σₚ² d)',
    tex: String.raw`\sigma_0 \le O\Bigl(\frac1{\sigma_p^2d(nm)^{2\alpha}}\Bigr)`,
    value: most / (experiment.sigma0 * Math.sqrt(toPaper(experiment))),
    suggestion: { setting: 'sigma0', value: most / Math.sqrt(toPaper(experiment)) },
  });
};

/** Item 4: η = Õ(nm/(σₚ² d)). */
export const smallStep: Assumption = (experiment, facts) => {
  const noise = noiseOf(experiment);
  const most = (facts.n * widthOf(facts)) / (noise * noise * facts.d);
  return item('step', {
    name: 'nm/(η σₚ² d)',
    tex: String.raw`\eta = \tilde O\Bigl(\frac{nm}{\sigma_p^2d}\Bigr)`,
    value: most / (learningRate(experiment.method) * toPaper(experiment)),
    suggestion: { setting: 'eta', value: most / toPaper(experiment) },
  });
};

/** Item 5: m, n = Ω(polylog(d, σ₀⁻¹)), with log(d) + log(1/σ₀) for the polylogarithm. */
export const enough: Assumption = (experiment, facts) => {
  const least = Math.min(facts.n, widthOf(facts));
  const sigma0 = experiment.sigma0 * Math.sqrt(toPaper(experiment));
  const polylog = log(facts.d) + Math.max(0, -log(sigma0));
  return item('size', {
    name: 'min(m, n)/(log d + log(1/σ₀))',
    tex: String.raw`m, n = \Omega(\operatorname{polylog}(d,\sigma_0^{-1}))`,
    value: least / polylog,
    suggestion: { setting: widthOf(facts) < facts.n ? 'm' : 'n', value: Math.ceil(polylog) },
  });
};

/** Condition 3.1, item by item. */
export const CONDITION: readonly Assumption[] = [
  manyDimensions,
  weakSignal,
  smallInitialisation,
  smallStep,
  enough,
];

const penaltyOf = ({ regularizer }: Experiment): number =>
  regularizer.kind === 'none' ? 0 : regularizer.lambda;

/** Theorem 3.2's λ = 1/(σₚ√d): how far from it, as a share. */
export const theoremPenalty: Assumption = (experiment, { d }) => {
  const factor = toPaper(experiment);
  const wanted = 1 / (noiseOf(experiment) * Math.sqrt(d));
  return gauge({
    id: 'meng-lambda',
    name: '|λσₚ√d − 1|',
    tex: String.raw`\lambda = \sigma_p^{-1}d^{-1/2}`,
    value: Math.abs((factor * penaltyOf(experiment)) / wanted - 1),
    relation: '≤',
    needs: 0.05,
    suggestion: { setting: 'lambdaPegr', value: wanted / factor },
  });
};

/**
 * The penalty takes memorised noise back at the start of training (CLAIMS C8): λσₚ²d/m ≥ 1, of which Condition 3.1 says
 * nothing; with Theorem 3.2's λ it is σₚ√d ≥ m.
 */
export const noiseTakenBack: Assumption = (experiment, facts) => {
  const factor = toPaper(experiment);
  const noise = noiseOf(experiment);
  const squared = noise * noise * facts.d;
  return item('suppression', {
    name: 'λσₚ²d/m',
    tex: String.raw`\lambda\sigma_p^2d \ge m`,
    value: (factor * penaltyOf(experiment) * squared) / widthOf(facts),
    suggestion: { setting: 'lambdaPegr', value: widthOf(facts) / squared / factor },
  });
};

/** What Theorem 3.2 needs. */
export const SIGNAL_THEOREM: readonly Assumption[] = [...CONDITION, theoremPenalty, noiseTakenBack];
