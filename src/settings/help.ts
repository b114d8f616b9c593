import type { SettingName, SETTINGS } from './schema.ts';
import type { Moment } from './outcomes.ts';
import type { ChoiceSpec } from './spec.ts';
import type { ViewName } from './view.ts';

/** A setting in one plain sentence, and each of its options. It names the paper's formula or convention where there is one. */
type Help<S> =
  S extends ChoiceSpec<infer V>
    ? { readonly text: string; readonly options: Readonly<Record<V, string>> }
    : { readonly text: string };

/** What the settings and their options mean: read on focus and in the docs, so it has no part in the first load. */
export const HELP: { readonly [N in SettingName]: Help<(typeof SETTINGS)[N]> } = {
  activation: {
    text: 'What each neuron does to its pre-activation z = ⟨w, x⟩.',
    options: {
      'leaky-relu': 'max(γz, z), with φ′(0) = 1 (Kou et al. §3)',
      'smooth-leaky-relu': 'γz + (1 − γ) log(½(1 + eᶻ)) (Frei et al. §4)',
      'relu-power': 'max(0, z)^q (Meng et al. §2: q = 2)',
    },
  },
  gamma: { text: 'Slope of the activation for negative input: 0 is ReLU, 1 is a linear network.' },
  q: {
    text: 'The activation is max(0, z)^q. Meng et al. take q = 2; the larger q, the longer small weights stay small.',
  },
  m: { text: 'The network has m positive neurons (class +1) and m negative ones (class −1).' },
  secondLayer: {
    text: 'The fixed weights of the second layer: + for positive neurons, − for negative ones. Only the first layer is trained.',
    options: {
      '1/m': 'Kou et al. §3, Meng et al. §2',
      '1/sqrt(2m)': 'Frei et al. §2: one over the root of the number of neurons',
      '1': 'What the figures of Meng et al. need',
    },
  },
  data: {
    text: 'Where the training points and their labels come from.',
    options: {
      'gaussian-mixture': 'x = yμ + ξ with a random small mean μ (Kou et al. §6)',
      'binary-clusters': 'Two clusters at ±μ, ‖μ‖ = d^β, some labels flipped (Frei et al. App. F.1)',
      'orthogonal-basis': 'Each point is a basis vector e_k (Kou et al. App. A.1)',
      'three-points': '−e₁, εe₁ + √(1 − ε²)e₂ and e₃, the first labelled −1 (Frei et al. App. B.8)',
      'two-xor': 'Four clusters ±μ₁, ±μ₂ that no line separates (Frei et al. §5)',
      'signal-noise':
        'x = (yμ, ξ), ξ ⟂ μ, seen patch by patch by a convolutional network (Meng et al. Def. 2.1)',
      dataset: 'Two groups of labels of a file that you open',
    },
  },
  n: { text: 'How many labelled points the network is trained on.' },
  d: {
    text: 'The number of entries of each point x; in high dimension random points are nearly orthogonal. Gaussian data cost the same in any dimension.',
  },
  meanSd: {
    text: 'Standard deviation of the entries of the class mean μ ~ N(0, σ_μ² I), drawn once per run.',
  },
  noiseSd: {
    text: 'Standard deviation of each entry of the noise ξ: added to the mean, or a patch of its own.',
  },
  meanExponent: { text: 'The cluster means are ±μ with ‖μ‖ = d^β and all entries of μ equal.' },
  labelNoise: { text: 'Probability that a point gets the other cluster’s label, in training and in test.' },
  meanNorm: { text: 'Length of the signal μ, or of the orthogonal cluster means μ₁ and μ₂.' },
  epsilon: {
    text: 'The first two points have the inner product −ε; Frei et al. take ε to be at most 1/72.',
  },
  replacement: {
    text: 'Whether the same basis vector may be drawn twice; without replacement n may not exceed d.',
  },
  testPoints: {
    text: 'Fresh points (of a file: the rest of it, at most so many) on which the test error is measured along the run.',
  },
  file: { text: 'Fingerprint of the opened file’s content: a link names the file, it does not carry it.' },
  reading: {
    text: 'What differs from how the page reads the file by itself, columns counted from 1: l3 the label is column 3; i2, x4-6, w7 column 2 in, 4 to 6 out, 7 as indicators; m1 gaps become means; h0, h1 without or with a header; dc, ds, dt, dp, dw what stands between columns.',
  },
  positive: { text: 'Which labels of the file become class +1: 4, or 0-4, or 1.3.5, or their names.' },
  negative: { text: 'Which labels of the file become class −1; none may be in both classes.' },
  normalisation: {
    text: 'How the numbers of the file become the entries of x.',
    options: {
      none: 'x is the file’s row',
      'divide-255': 'Pixels in 0..255 become numbers in 0..1',
      'unit-norm': 'Each x divided by ‖x‖',
      standardise: 'Each entry minus its training mean, divided by its training standard deviation',
    },
  },
  method: {
    text: 'How the weights are moved.',
    options: {
      'gradient-descent': 'One step an epoch, on the mean loss of all points',
      sgd: 'One step a mini-batch; each epoch goes through all points in a new random order',
      flow: 'dW/dt = −∇L, without steps, until a time that is given by its logarithm (Frei et al. §3)',
    },
  },
  eta: { text: 'Step size of gradient descent: W(t+1) = W(t) − η ∇L(W(t)).' },
  batchSize: {
    text: 'How many points the gradient of one step is averaged over; the last batch of an epoch may be smaller.',
  },
  sigma0: {
    text: 'Standard deviation of the entries of W(0). Moving it scales the same random draw. “0.02 tf” is 0.02 ω_TF, with ω_TF = √(2/(2m + d)) (Frei et al.).',
  },
  epochs: {
    text: 'How many passes over the training points are computed. Above a million only where neurons can move by groups: leaky ReLU with γ above 0, gradient descent, no penalty or one that is switched off. Of gradient flow: at how many times after t = 0 it is recorded.',
  },
  logTime: {
    text: 'The natural logarithm of the time at which gradient flow ends: 10,000 is t = e¹⁰⁰⁰⁰. Recorded are t = 0 and T times from t = e⁻⁶ on, even in log t at first and then ever wider. ∞ doubles it until the direction of W has turned by less than 10⁻⁴ rad since half of it.',
  },
  tolerance: { text: 'How large an error of a margin a step of the integrator may make.' },
  loss: {
    text: 'The price of a margin q = y f(x).',
    options: { logistic: 'log(1 + e⁻ᑫ)', exponential: 'e⁻ᑫ' },
  },
  space: {
    text: 'Feature space moves the coefficients of W in the training points, weight space W itself: the same numbers up to rounding, at different cost.',
    options: {
      auto: 'Chosen by the number of operations',
      feature: 'C ← C − ηD, Z ← Z − ηDG',
      weight: 'W ← W − ηDU',
    },
  },
  regularizer: {
    text: 'A penalty on gradients that is added to the loss (Meng et al. §2 and §4.1): the objective is L + λR.',
    options: {
      none: 'The loss alone',
      pegr: 'R = (1/2n) Σ‖∇ℓ_i‖²: the gradient of each training point’s loss',
      fgr: 'R = ½‖∇L‖²: the gradient of the mean loss',
    },
  },
  lambdaPegr: { text: 'The objective is L + λ · (1/2n) Σ‖∇ℓ_i‖², as in Meng et al. §2.' },
  lambdaFgr: {
    text: 'The objective is L + λ · ½‖∇L‖². Meng et al. §4.1 write λ‖∇L‖² without the ½: their λ = 0.01 is 0.02 here.',
  },
  switchOff: {
    text: 'When the penalty is taken away and training goes on with the loss alone.',
    options: {
      never: 'The penalty stays',
      epoch: 'Meng et al. §4.1: at epoch 800',
      t1: 'T₁ = (2m/η‖μ‖²) log(4/(σ₀‖μ‖ log n √(2 log(8m/δ)))): Meng et al. Theorem 3.2 with the factor 2 that its proof needs',
      't1-printed': 'Half of it, as Theorem 3.2 prints it: too short by a factor 2',
    },
  },
  until: { text: 'The first epoch without the penalty.' },
  delta: { text: 'The theorem holds with probability 1 − δ; T₁ depends on δ a little.' },
  seed: {
    text: 'Names the random draw. The same settings and seed give the same bits in every browser; run r uses seed + r.',
  },
  runs: {
    text: 'How many runs with different seeds; charts show their mean and ± 3 standard deviations, as the papers do.',
  },
};

/** What of the view a row is. */
export const VIEW_HELP: Readonly<Record<ViewName, string>> = {
  epoch: 'The epoch that is shown. A link may name one past the last: the page shows that.',
  timeAxis: 'How epochs are spaced in every chart over time.',
  stableRankAxis: 'How the stable rank is drawn.',
  stableRankUnit: 'Whether the stable rank is drawn as it is, or relative to its start.',
  spectrumAxis: 'How the singular values of W are drawn.',
  band: 'What charts show of the runs beside their mean.',
  headline: 'Which stable rank the big number is, and each curve where modes are compared.',
  rows: 'The order of the neurons in the pictures of matrices.',
  cells: 'What the picture of the activation pattern shows of each neuron and training point.',
  multiples: 'Whether pictures that hold one value show the one in front or all of them.',
  outcome: 'What is drawn against the setting that varies.',
  moment: 'Which number of a run’s course the outcome is.',
  threshold: 'What the outcome has to pass.',
  enlarged: 'The panel that fills the page, if any.',
  theory: 'The charts on which bounds, fitted rates and predicted limits are drawn.',
  conjecture:
    'An inequality over the recorded quantities that is watched like a claim: SR(W+) - 1 ≤ 2/log(t).',
  claim: 'The claim whose page of the theory is open, by its id; "all" for the list of them.',
  run: 'The run that the matrix pictures and margins show, counted from 0.',
  slice:
    'The two directions of input space that span the slice on which the decision is drawn; the usual ones when empty.',
  fileNames: 'What the opened files are called: the page that opens the link asks for them by name.',
  fileSizes: 'The size of each of these files, in bytes.',
  lecture: 'One or two charts fill the screen. Read from older links; written no more.',
};

/** The moments of an outcome. */
export const MOMENT_HELP: Readonly<Record<Moment, string>> = {
  end: 'At the last epoch',
  playhead: 'At the epoch that is shown',
  least: 'The least of all recorded epochs',
  greatest: 'The greatest of all recorded epochs',
  below: 'The first recorded epoch at which it is not above a threshold',
  above: 'The first recorded epoch at which it is not below a threshold',
};
