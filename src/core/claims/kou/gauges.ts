import { exp } from '../../special/exp.ts';
import { log } from '../../special/log.ts';
import type { Experiment, MethodSpec } from '../../experiment.ts';
import { gauge, type Assumption, type DataFacts } from '../gauge.ts';
import { DELTA } from '../probability.ts';

/**
 * K asks for "a sufficiently large constant C" and gives none; it is at least 1 wherever it is used, so C ≥ 1 is what is
 * asked here.
 */
const LEAST_C = 1;

const slopeOf = ({ activation }: Experiment): number =>
  activation.kind === 'leaky-relu' ? activation.gamma : NaN;

/** γ of Theorem 4.1's conditions; 1 in Theorem 4.3's, which are the same without it. */
const gammaIn = (experiment: Experiment): number => slopeOf(experiment) || 1;

/** η; that of the flow is as small as one likes. */
const stepLength = (method: MethodSpec): number => (method.kind === 'flow' ? 0 : method.eta);

/** Data whose noise is Gaussian in d dimensions: R_min²/p grows like √d. */
const growsWithDimension = ({ data }: Experiment): boolean =>
  data.kind === 'gaussian-mixture' || data.kind === 'binary-clusters' || data.kind === 'two-xor';

/** The largest C for which R_min² ≥ C R² γ⁻⁴ n p (Theorem 4.1), or R_min² ≥ C R² n p (Theorem 4.3); ∞ for p = 0. */
export const nearlyOrthogonal: Assumption = (experiment, { n, d, rMin, rMax, p }) => {
  const gamma = gammaIn(experiment);
  const ratio = rMax / rMin;
  const value = p === null ? null : (rMin * rMin * gamma * gamma * gamma * gamma) / (ratio * ratio * n * p);
  // C grows like √d.
  const to = value === null ? NaN : d * (LEAST_C / value) * (LEAST_C / value);
  return gauge({
    id: 'kou-data',
    name: 'the largest C with R_min² ≥ C R² γ⁻⁴ n p (γ⁻⁴ for a leak only)',
    tex: String.raw`C = \frac{R_{\min}^2\gamma^4}{R^2 n p}`,
    value,
    relation: '≥',
    needs: LEAST_C,
    ...(growsWithDimension(experiment) && { suggestion: { setting: 'd', value: to } }),
  });
};

/** The largest C for which η ≤ nm/(C R_max²). */
export const smallStep: Assumption = ({ method }, facts) => {
  const largest = (facts.n * facts.neurons) / 2 / (facts.rMax * facts.rMax);
  return gauge({
    id: 'kou-step',
    name: 'the largest C with η ≤ nm/(C R_max²)',
    tex: String.raw`C = \frac{nm}{\eta R_{\max}^2}`,
    value: largest / stepLength(method),
    relation: '≥',
    needs: LEAST_C,
    suggestion: { setting: 'eta', value: largest / LEAST_C },
  });
};

/** The largest C for which σ₀ ≤ γ/(C R_max √log(mn/δ)), without γ for ReLU. */
export const smallInitialisation: Assumption = (experiment, facts) => {
  const largest = gammaIn(experiment) / (facts.rMax * Math.sqrt(log(neuronsTimesSamples(facts) / DELTA)));
  return gauge({
    id: 'kou-initialisation',
    name: 'the largest C with σ₀ ≤ γ/(C R_max √log(mn/δ)) (γ for a leak only)',
    tex: String.raw`C = \frac{\gamma}{\sigma_0 R_{\max}\sqrt{\log(mn/\delta)}}`,
    value: largest / experiment.sigma0,
    relation: '≥',
    needs: LEAST_C,
    suggestion: { setting: 'sigma0', value: largest / LEAST_C },
  });
};

const neuronsTimesSamples = ({ n, neurons }: DataFacts): number => (n * neurons) / 2;

/** Lemma B.2: m ≥ 50 log(2n/δ). Theorem 4.3 asks for m ≥ C log(n/δ), which this is. */
export const wide: Assumption = (_, { n, neurons }) => {
  const needs = 50 * log((2 * n) / DELTA);
  return gauge({
    id: 'kou-width',
    name: 'm ≥ 50 log(2n/δ)',
    tex: String.raw`m \ge 50\log(2n/\delta)`,
    value: neurons / 2,
    relation: '≥',
    needs,
    suggestion: { setting: 'm', value: Math.ceil(needs) },
  });
};

/**
 * Lemma B.1 asks for d = Ω(log(mn/δ)). Explicitly: ‖w(0)‖²/σ₀² is χ²_d, which is within d/2 of d for all 2m neurons with
 * probability 1 − δ/2 when d ≥ x/(√2/2 − 1/2)², x = log(8m/δ) (Laurent and Massart 2000, Lemma 1).
 */
export const manyDimensions: Assumption = (_, { d, neurons }) => {
  const needs = (4 / (3 - 2 * Math.SQRT2)) * log((4 * neurons) / DELTA);
  return gauge({
    id: 'kou-dimension',
    name: 'd large enough for log(8m/δ)',
    tex: String.raw`d \ge \frac{4}{3-2\sqrt2}\log(8m/\delta)`,
    value: d,
    relation: '≥',
    needs,
    suggestion: { setting: 'd', value: Math.ceil(needs) },
  });
};

/**
 * Lemma C.3's induction: γ⁻³ c₃⁻¹ n p/R_min² ≤ ½ with c₃ = (1/6) min{1, log(1 + R⁻²C′)/log(1 + γC′)}, here with C′ = 1 and
 * β = 0.
 */
export const littleInterference: Assumption = (experiment, { n, d, rMin, rMax, p }) => {
  const gamma = gammaIn(experiment);
  const R = rMax / rMin;
  const c3 = Math.min(1, log(1 + 1 / (R * R)) / log(1 + gamma)) / 6;
  const value = p === null ? null : (n * p) / (gamma * gamma * gamma * c3 * rMin * rMin);
  const times = (value ?? NaN) / 0.5;
  return gauge({
    id: 'kou-interference',
    name: 'γ⁻³c₃⁻¹np/R_min²',
    tex: String.raw`\gamma^{-3}c_3^{-1}\frac{np}{R_{\min}^2}\le\tfrac12`,
    value,
    relation: '≤',
    needs: 0.5,
    ...(growsWithDimension(experiment) && { suggestion: { setting: 'd', value: d * times * times } }),
  });
};

/**
 * What (E.22) needs of np/R_min²: at most c₁/10, and c₁ of Lemma E.1 is below 1/14 (CLAIMS C20: c₂/c₃ ≥ 0.3636/5 times a
 * quotient of logarithms that is below 1).
 */
export const littleReluInterference: Assumption = (experiment, { n, d, rMin, p }) => {
  const needs = 1 / 140;
  const value = p === null ? null : (n * p) / (rMin * rMin);
  const times = (value ?? NaN) / needs;
  return gauge({
    id: 'kou-relu-interference',
    name: 'np/R_min² against c₁/10',
    tex: String.raw`\frac{np}{R_{\min}^2}\le\frac{c_1}{10}`,
    value,
    relation: '≤',
    needs,
    ...(growsWithDimension(experiment) && { suggestion: { setting: 'd', value: d * times * times } }),
  });
};

/** 3 η R_max² e^{2β}/(nm) ≤ 1, with β at its bound √(2 log(8mn/δ)) σ₀R_max of Lemma B.1. */
export const gentleStep: Assumption = ({ method, sigma0 }, facts) => {
  const { n, neurons, rMax } = facts;
  const beta = Math.sqrt(2 * log((8 * neuronsTimesSamples(facts)) / DELTA)) * sigma0 * rMax;
  const value = (6 * stepLength(method) * rMax * rMax * exp(2 * beta)) / (n * neurons);
  return gauge({
    id: 'kou-gentle-step',
    name: '3ηR_max²e^{2β}/(nm)',
    tex: String.raw`\frac{3\eta R_{\max}^2e^{2\beta}}{nm}\le1`,
    value,
    relation: '≤',
    needs: 1,
    suggestion: { setting: 'eta', value: stepLength(method) / value },
  });
};

/** Theorem 4.1's conditions. */
export const LEAKY_THEOREM: readonly Assumption[] = [nearlyOrthogonal, smallStep, smallInitialisation];

/** Theorem 4.3's. */
export const RELU_THEOREM: readonly Assumption[] = [nearlyOrthogonal, smallStep, smallInitialisation, wide];
