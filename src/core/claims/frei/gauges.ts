import { learningRate, type Experiment } from '../../experiment.ts';
import { log } from '../../special/log.ts';
import { gauge, type Assumption, type DataFacts } from '../gauge.ts';
import { DELTA } from '../probability.ts';

/** γ of a leak, smoothed or not. */
const gammaOf = ({ activation }: Experiment): number =>
  activation.kind === 'relu-power' ? 0 : activation.gamma;

/** H: |φ″| ≤ (1 − γ)/4 of the smoothed leak (F §4); a leak that is not smoothed has none. */
export const smoothness = ({ activation }: Experiment): number =>
  activation.kind === 'smooth-leaky-relu' ? (1 - activation.gamma) / 4 : Infinity;

/** C_R = 10 R²/γ² + 10 (Theorem 4.2). */
export const ratioBound = (gamma: number, R: number): number => (10 * R * R) / (gamma * gamma) + 10;

/** Data whose noise is Gaussian in d dimensions: R_min²/p grows like √d. */
const byDimension = ({ data }: Experiment, { d }: DataFacts, times: number) =>
  (data.kind === 'gaussian-mixture' || data.kind === 'binary-clusters' || data.kind === 'two-xor') && {
    suggestion: { setting: 'd', value: d * times * times } as const,
  };

/** Theorem 3.2: R_min² ≥ 3 γ⁻³ R² n p. */
export const nearlyOrthogonalFlow: Assumption = (experiment, facts) => {
  const { n, rMin, rMax, p } = facts;
  const gamma = gammaOf(experiment);
  const R = rMax / rMin;
  const needs = 3 / (gamma * gamma * gamma);
  const value = p === null ? null : (rMin * rMin) / (R * R * n * p);
  return gauge({
    id: 'frei-data-flow',
    name: 'R_min²/(R² n p)',
    tex: String.raw`R_{\min}^2 \ge 3\gamma^{-3}R^2np`,
    value,
    relation: '≥',
    needs,
    ...(value !== null && byDimension(experiment, facts, needs / value)),
  });
};

/** Theorem 4.2: R_min² ≥ 5 γ⁻² C_R n p. */
export const nearlyOrthogonalDescent: Assumption = (experiment, facts) => {
  const { n, rMin, rMax, p } = facts;
  const gamma = gammaOf(experiment);
  const needs = (5 / (gamma * gamma)) * ratioBound(gamma, rMax / rMin);
  const value = p === null ? null : (rMin * rMin) / (n * p);
  return gauge({
    id: 'frei-data-descent',
    name: 'R_min²/(n p) against 5 γ⁻² C_R',
    tex: String.raw`R_{\min}^2 \ge 5\gamma^{-2}C_R\,np`,
    value,
    relation: '≥',
    needs,
    ...(value !== null && byDimension(experiment, facts, needs / value)),
  });
};

/** Theorem 4.2, A1: α ≤ γ²/(5 n R_max² R² C_R max(1, H)). */
export const smallStep: Assumption = (experiment, { n, rMin, rMax }) => {
  const gamma = gammaOf(experiment);
  const R = rMax / rMin;
  const smooth = Math.max(1, smoothness(experiment));
  const needs = (gamma * gamma) / (5 * n * rMax * rMax * R * R * ratioBound(gamma, R) * smooth);
  return gauge({
    id: 'frei-step',
    name: 'the step size α (here η)',
    tex: String.raw`\alpha \le \gamma^2\bigl(5nR_{\max}^2R^2C_R\max(1,H)\bigr)^{-1}`,
    value: learningRate(experiment.method),
    relation: '≤',
    needs,
    suggestion: { setting: 'eta', value: needs },
  });
};

/** Theorem 4.2, A2: ω ≤ α γ² R_min/(72 R C_R n √(md log(4m/δ))), m the number of all neurons. */
export const smallInitialisation: Assumption = (experiment, { n, d, neurons, rMin, rMax }) => {
  const gamma = gammaOf(experiment);
  const R = rMax / rMin;
  const root = Math.sqrt(neurons * d * log((4 * neurons) / DELTA));
  const needs =
    (learningRate(experiment.method) * gamma * gamma * rMin) / (72 * R * ratioBound(gamma, R) * n * root);
  return gauge({
    id: 'frei-initialisation',
    name: 'the initialisation’s standard deviation ω (here σ₀)',
    tex: String.raw`\omega \le \alpha\gamma^2R_{\min}\bigl(72RC_Rn\sqrt{md\log(4m/\delta)}\bigr)^{-1}`,
    value: experiment.sigma0,
    relation: '≤',
    needs,
    suggestion: { setting: 'sigma0', value: needs },
  });
};

/** Theorem 4.2's conditions. */
export const DESCENT_THEOREM: readonly Assumption[] = [
  nearlyOrthogonalDescent,
  smallStep,
  smallInitialisation,
];
