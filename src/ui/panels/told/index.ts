import { accuracyPart } from '../accuracy.tsx';
import { LIMIT_PROBES } from '../../../core/probe/quantities.ts';
import { EFFECTIVE_RANKS, effectiveRankPart } from '../later/effective-rank.ts';
import { normalisedMarginPart } from '../later/normalised-margin.ts';
import { SHARPNESS_PROBES, sharpnessPart } from '../later/sharpness.ts';
import { probeTold } from './probes.ts';
import { errorsPart } from '../later/errors.ts';
import { flipsPart, lastFlipPart } from '../later/flips.ts';
import type { PanelId } from '../formulas.ts';
import { gradientNormPart } from '../later/gradient-norm.ts';
import { againstTold } from '../later/Against.tsx';
import { limitPart } from '../later/Limit.tsx';
import { limitPointsTold } from '../later/LimitPoints.tsx';
import { phiTold } from '../later/Phi.tsx';
import { signalPlaneTold } from '../later/SignalPlane.tsx';
import { spectrumTold } from '../later/Spectrum.tsx';
import { lossPart } from '../loss.tsx';
import { MARGIN_PARTS } from '../later/margin-gap.ts';
import { MARGINS, marginsNow } from '../margins.tsx';
import { normsPart } from '../later/neuron-norms.ts';
import { PATTERN_PARTS } from '../later/pattern.ts';
import { RHO_LINES, rhoLinesContent } from '../rho-lines.tsx';
import { signalNoisePart } from '../signal-noise.tsx';
import type { Told } from '../spec.ts';
import { activationTold } from './activation.ts';
import { gammaRhoTold } from './gamma-rho.ts';
import { meansTold, pairTold, runTold } from './over-time.ts';
import { rhoTold } from './rho.ts';
import { stableRankTold } from './stable-rank.ts';

/** Of every chart: itself in words, in numbers, and as a picture to take away. */
export const TOLD: Readonly<Record<PanelId, Told>> = {
  against: againstTold,
  'stable-rank': stableRankTold,
  loss: meansTold(lossPart, 'loss'),
  activation: activationTold,
  rho: rhoTold,
  'rho-lines': runTold(RHO_LINES, rhoLinesContent),
  margins: runTold(MARGINS, marginsNow),
  'neuron-norms': meansTold(normsPart, 'neuron-norms'),
  spectrum: spectrumTold,
  errors: meansTold(errorsPart, 'errors'),
  pattern: pairTold(PATTERN_PARTS, 'pattern'),
  'margin-gap': pairTold(MARGIN_PARTS, 'margin-gap'),
  'gradient-norm': meansTold(gradientNormPart, 'gradient-norm'),
  flips: meansTold(flipsPart, 'flips'),
  'last-flip': meansTold(lastFlipPart, 'last-flip'),
  'effective-rank': probeTold(effectiveRankPart, 'effective-rank', EFFECTIVE_RANKS),
  sharpness: probeTold(sharpnessPart, 'sharpness', SHARPNESS_PROBES),
  limit: probeTold(limitPart, 'limit', LIMIT_PROBES),
  'limit-points': limitPointsTold,
  'normalised-margin': meansTold(normalisedMarginPart, 'normalised-margin'),
  phi: phiTold,
  'signal-noise': meansTold(signalNoisePart, 'signal-noise'),
  accuracy: meansTold(accuracyPart, 'accuracy'),
  'signal-plane': signalPlaneTold,
  'gamma-rho': gammaRhoTold,
};
