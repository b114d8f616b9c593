import type {
  ActivationSpec,
  DataSpec,
  Experiment,
  MethodSpec,
  RegularizerSpec,
} from '../core/experiment.ts';
import { parseLabels, type Label } from './labels.ts';
import type { Settings } from './schema.ts';
import { switchOffEpoch } from './switch-off.ts';
import { checkSettings } from './validate.ts';

/**
 * The experiment of run r = 0, 1, … of these settings; it uses seed + r mod 2³².
 *
 * @throws RangeError with the first error of {@link checkSettings}
 */
export function toExperiment(settings: Settings, run: number): Experiment {
  const error = checkSettings(settings).find(({ severity }) => severity === 'error');
  if (error !== undefined) throw new RangeError(error.message);
  const { m, secondLayer, loss, sigma0, epochs, testPoints, space } = settings;
  return {
    data: dataOf(settings),
    m,
    activation: activationOf(settings),
    secondLayer,
    loss,
    regularizer: regularizerOf(settings),
    sigma0,
    method: methodOf(settings),
    epochs,
    seed: seedOf(settings, run),
    testPoints,
    space,
  };
}

const seedOf = ({ seed }: Settings, run: number): number => (seed + run) >>> 0;

/**
 * The experiments of all runs of these settings. They are checked once: a slider's move asks for all of them.
 *
 * @throws RangeError with the first error of {@link checkSettings}
 */
export function toExperiments(settings: Settings): readonly Experiment[] {
  const first = toExperiment(settings, 0);
  return Array.from({ length: settings.runs }, (_, run) => ({ ...first, seed: seedOf(settings, run) }));
}

function dataOf(settings: Settings): DataSpec {
  const { n, d } = settings;
  switch (settings.data) {
    case 'gaussian-mixture':
      return { kind: 'gaussian-mixture', n, d, meanSd: settings.meanSd, noiseSd: settings.noiseSd };
    case 'binary-clusters': {
      const { meanExponent, labelNoise } = settings;
      return { kind: 'binary-clusters', n, d, meanExponent, labelNoise };
    }
    case 'orthogonal-basis':
      return { kind: 'orthogonal-basis', n, d, replacement: settings.replacement };
    case 'three-points':
      return { kind: 'three-points', epsilon: settings.epsilon };
    case 'two-xor':
      return { kind: 'two-xor', n, d, meanNorm: settings.meanNorm, noiseSd: settings.noiseSd };
    case 'signal-noise':
      return { kind: 'signal-noise', n, d, meanNorm: settings.meanNorm, noiseSd: settings.noiseSd };
    case 'dataset':
      return {
        kind: 'dataset',
        id: settings.file,
        n,
        positive: labelsOf(settings.positive),
        negative: labelsOf(settings.negative),
        normalisation: settings.normalisation,
      };
  }
}

function labelsOf(text: string): readonly Label[] {
  const parsed = parseLabels(text);
  if (!parsed.ok) throw new RangeError(parsed.message);
  return parsed.value;
}

function activationOf({ activation, gamma, q }: Settings): ActivationSpec {
  return activation === 'relu-power' ? { kind: activation, q } : { kind: activation, gamma };
}

function regularizerOf(settings: Settings): RegularizerSpec {
  const { regularizer: kind, lambdaPegr, lambdaFgr } = settings;
  if (kind === 'none') return { kind };
  const lambda = kind === 'pegr' ? lambdaPegr : lambdaFgr;
  const until = switchOffEpoch(settings);
  return until === null ? { kind, lambda } : { kind, lambda, until };
}

function methodOf({ method, eta, batchSize, logTime, tolerance }: Settings): MethodSpec {
  switch (method) {
    case 'gradient-descent':
      return { kind: method, eta };
    case 'sgd':
      return { kind: method, eta, batchSize };
    case 'flow':
      return { kind: method, logTime, tolerance };
  }
}
