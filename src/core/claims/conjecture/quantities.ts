import { learningRate, type Experiment } from '../../experiment.ts';
import type { ScalarName } from '../../observe/quantities.ts';
import type { ProbeName } from '../../probe/quantities.ts';
import type { Read } from '../claim.ts';
import type { Run } from '../run.ts';
import { scalar, type State } from '../state.ts';

/** A quantity that a conjecture may name. */
interface Quantity {
  readonly tex: string;
  /** In a few words. */
  readonly what: string;
  readonly reads?: Read;
  /** Measured beside the recording, at some of its epochs. */
  readonly sparse?: true;
  /** At an epoch; NaN where there is none. */
  of(run: Run, state: State): number;
}

const recorded = (name: ScalarName, tex: string, what: string): Quantity => ({
  tex,
  what,
  reads: name,
  of: (_run, state) => scalar(state, name),
});

const margin = (tex: string, what: string, of: (margins: Float64Array) => number): Quantity => ({
  tex,
  what,
  reads: 'margins',
  of: (_run, { margins }) => of(margins),
});

const probed = (name: ProbeName, tex: string, what: string): Quantity => ({
  tex,
  what,
  reads: name,
  sparse: true,
  of: (_run, state) => state.probe?.(name) ?? NaN,
});

const least = (q: Float64Array): number => q.reduce((a, b) => Math.min(a, b), Infinity);

const setting = (tex: string, what: string, of: (experiment: Experiment, run: Run) => number): Quantity => ({
  tex,
  what,
  of: (run) => of(run.start.experiment, run),
});

/** Everything that a conjecture may name, by the name that is typed. */
export const QUANTITIES = {
  t: { tex: 't', what: 'epoch', of: (_run, state) => state.t },
  'SR(W+)': recorded(
    'stableRankPositive',
    String.raw`\mathrm{SR}(W_+)`,
    'stable rank of the positive neurons',
  ),
  'SR(W-)': recorded(
    'stableRankNegative',
    String.raw`\mathrm{SR}(W_-)`,
    'stable rank of the negative neurons',
  ),
  'SR(W)': recorded('stableRankAll', String.raw`\mathrm{SR}(W)`, 'stable rank of all neurons'),
  'ER(W+)': probed(
    'effectiveRankPositive',
    String.raw`\mathrm{ER}(W_+)`,
    'effective rank of the positive neurons, at some epochs',
  ),
  'ER(W-)': probed(
    'effectiveRankNegative',
    String.raw`\mathrm{ER}(W_-)`,
    'effective rank of the negative neurons, at some epochs',
  ),
  'ER(W)': probed(
    'effectiveRankAll',
    String.raw`\mathrm{ER}(W)`,
    'effective rank of all neurons, at some epochs',
  ),
  sharpness: probed(
    'sharpness',
    String.raw`\lambda_{\max}(\nabla^2L)`,
    'largest eigenvalue of the Hessian of L, at some epochs',
  ),
  angle: probed(
    'limitAngle',
    String.raw`\angle(W,W^*)`,
    'angle between W and the limit of its pattern, in radians, at some epochs',
  ),
  KKT: probed(
    'kktStationarity',
    String.raw`\min_{\lambda\ge0}\|W-\sum_i\lambda_i\nabla q_i\|/\|W\|`,
    'part of W that is no combination of its gradients, at some epochs',
  ),
  KKTslack: probed(
    'kktComplementarity',
    String.raw`\sum_i\lambda_i(q_i/q_{\min}-1)/\sum_i\lambda_i`,
    'how unequal the margins are that count, at some epochs',
  ),
  L: recorded('loss', 'L', 'training loss'),
  normF: recorded('frobenius', String.raw`\|W\|_F`, 'Frobenius norm of all neurons'),
  minNorm: recorded('minNeuronNorm', String.raw`\min_r\|w_r\|`, 'smallest norm of a neuron'),
  maxNorm: recorded('maxNeuronNorm', String.raw`\max_r\|w_r\|`, 'largest norm of a neuron'),
  'min q': margin(String.raw`\min_i q_i`, 'smallest margin', least),
  'max q': margin(String.raw`\max_i q_i`, 'largest margin', (q) =>
    q.reduce((a, b) => Math.max(a, b), -Infinity),
  ),
  'mean q': margin(String.raw`\bar q`, 'mean margin', (q) => q.reduce((a, b) => a + b, 0) / q.length),
  normMargin: {
    tex: String.raw`\min_i q_i/\|W\|_F`,
    what: 'smallest margin ÷ ‖W‖',
    reads: 'normalisedMargin',
    of: (_run, state) => least(state.margins) / scalar(state, 'frobenius'),
  },
  marginGap: recorded(
    'marginGap',
    String.raw`\max_{i,k}|q_i-q_k|/\|W\|_F`,
    'largest difference of margins ÷ ‖W‖',
  ),
  lossRatio: recorded('lossRatio', String.raw`\max_{i,k}\ell'_i/\ell'_k`, 'largest ratio of loss slopes'),
  agreement: recorded('agreement', String.raw`\mathrm{agreement}`, 'share of pairs with sign⟨w, x⟩ = j y'),
  flips: recorded('flips', String.raw`\mathrm{flips}`, 'signs that changed since the last recorded epoch'),
  flipsSoFar: recorded(
    'flipsSoFar',
    String.raw`\mathrm{flips}_{\le t}`,
    'signs that changed since the start',
  ),
  lastFlip: recorded('lastFlip', String.raw`t_{\mathrm{flip}}`, 'epoch of the last change of a sign'),
  normGrad: recorded('gradientNorm', String.raw`\|\nabla L\|_F`, 'norm of the gradient'),
  trainError: recorded('trainError', String.raw`\mathrm{err}_{\mathrm{train}}`, 'training error'),
  testError: {
    ...recorded('testError', String.raw`\mathrm{err}_{\mathrm{test}}`, 'test error'),
    // −1 stands for no test points.
    of: (_run, state) => nonNegative(scalar(state, 'testError')),
  },
  penalty: recorded('penalty', 'R', 'penalty, without λ'),
  signal: recorded('signal', String.raw`\max|\langle w,\mu\rangle|`, 'signal learning'),
  noise: recorded('noise', String.raw`\max\langle w,\xi_i\rangle`, 'noise memorisation'),
  n: setting('n', 'training points', (_experiment, { n }) => n),
  d: setting('d', 'dimension', (_experiment, { start }) => start.facts.d),
  m: setting('m', 'neurons per class', ({ m }) => m),
  T: setting('T', 'epochs', ({ epochs }) => epochs),
  eta: setting(String.raw`\eta`, 'learning rate', ({ method }) => learningRate(method)),
  sigma0: setting(String.raw`\sigma_0`, 'initialisation scale', ({ sigma0 }) => sigma0),
  gamma: setting(String.raw`\gamma`, 'leak', ({ activation }) =>
    'gamma' in activation ? activation.gamma : NaN,
  ),
  Rmin: setting(
    String.raw`R_{\min}`,
    'smallest norm of a training point',
    (_e, { start }) => start.facts.rMin,
  ),
  Rmax: setting(
    String.raw`R_{\max}`,
    'largest norm of a training point',
    (_e, { start }) => start.facts.rMax,
  ),
  p: setting('p', 'largest inner product of two training points', (_e, { start }) => start.facts.p ?? NaN),
} as const satisfies Record<string, Quantity>;

const nonNegative = (x: number): number => (x < 0 ? NaN : x);

export type QuantityKey = keyof typeof QUANTITIES;
export const QUANTITY_KEYS = Object.keys(QUANTITIES) as readonly QuantityKey[];

/** A row of the table, without the narrowness of its own type. */
export const quantityOf = (key: QuantityKey): Quantity => QUANTITIES[key];
