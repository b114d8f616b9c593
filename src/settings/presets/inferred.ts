/** What several presets have in common. */
const SLOPE = 'γ: the paper plots several slopes without listing them';
const UNLISTED = 'the slopes: the paper plots several without listing them';
const SMALLEST = 'σ₀ = 1e-5: not stated; the smallest value of K Figure 2';
const EACH_DRAWN = 'data and mean are drawn anew for each run, and both classes occur: neither is stated';
const KOU_FIGURE_4 = [SMALLEST, '5 runs in place of 20, so that it plays at once'];
const ORTHOGONAL = [
  'σ₀ = 1e-5: not stated; at 1e-3 nothing moves in 1,000 epochs',
  'drawn without replacement: with it, 20 draws from 40 would all but surely repeat, and points would not be orthogonal',
];
const KOU_FIGURE_5 = [
  'm = 1,000 and η = 0.01 in place of m = 10,000 and η = 0.1: every neuron takes the paper’s steps, η/m, at a tenth of the cost',
  ...ORTHOGONAL,
  '3 runs in place of 20, so that it plays at once',
];
const FREI_STEPS = '300 steps: the number is not stated, and most of the fall is over by then';
const FREI_FIGURE_5 = [FREI_STEPS, 'one run and 200 test points: neither number is stated'];
const QUICK_STEPS = '300 steps in place of 1,000, until “as printed” is pressed; the number is not stated';
const ONE_RUN = '1 run in place of 5, until “as printed” is pressed';
const MENG_FIGURES = [
  'second layer ±1, as in §1: with §2’s ±1/m the stated η, λ and σ₀ learn no signal in 1,500 epochs',
  'λ = 0.0125 for PEGR in place of 0.01: at σₚ = 0.5 the noise shrinks only if λ‖ξ‖² is above 1, and 0.01 is on the edge',
  'λ = 0.02 for FGR is the paper’s 0.01: its penalty has no ½',
  'FGR is switched off at epoch 800 as well: not stated, and it changes nothing here',
  '200 test points and 5 runs: neither number is stated',
];
const NO_PAPER = 'no paper has it: m and σ₀ as in Kou et al.’s Figure 1, η = 1';

/**
 * What a paper does not state of each preset, or what is other than it states, with the reason for the value chosen; by
 * the preset's id. Loaded with the popup that lists it, so the page's first code knows the ids alone.
 */
export const INFERRED = {
  first: [
    'γ = 0.25: with it every neuron has settled after 20 epochs; the paper plots several slopes without listing them',
    '200 epochs in place of 50, so that the rows have time to become the same',
    'seed 145 draws five points of each class in the run shown in detail',
    'σ₀ = 0.001: not stated; the fall can be watched at this value',
  ],
  'kou-1': [
    'σ₀ = 0.001: not stated; the fall can be watched at this value, while at 1e-5 it is over after one step',
    SLOPE,
  ],
  'kou-1-small': [SMALLEST, SLOPE],
  'kou-4-leaky': [SLOPE, ...KOU_FIGURE_4],
  'kou-4-relu': KOU_FIGURE_4,
  'kou-5-relu': KOU_FIGURE_5,
  'kou-5-leaky': [SLOPE, ...KOU_FIGURE_5],
  'kou-relu-limit': [
    'all numbers: the lemma is of any orthogonal points of one length, and gives no experiment',
    'this seed draws five points of each class',
    'second layer ±1/√(2m): with ±1/m it is the same but for a factor of time',
  ],
  'frei-1': [
    'd = 1,000: the dimensions are not listed',
    FREI_STEPS,
    '3 runs in place of 5, so that it plays in a few seconds',
  ],
  'frei-5-default': FREI_FIGURE_5,
  'frei-5-small': FREI_FIGURE_5,
  'frei-xor': [
    'all numbers: the paper argues about this distribution without an experiment; ‖μ‖ = d^0.26 at d = 10,000',
  ],
  'frei-xor-low': ['all numbers: the paper argues about this distribution without an experiment'],
  'frei-limit': [
    'd, n, m, γ and σ₀: the theorem is of any network and gives no experiment; Gaussian points as in its Lemma 3.3, of length 1 and without a mean, meet its assumption from about d = 300,000 on',
  ],
  'frei-three-points': ['ε = 0.01: below the 1/72 that the lemma asks for; m and σ₀ are not stated'],
  'meng-0.5': MENG_FIGURES,
  'meng-0.1': [...MENG_FIGURES, 'σ₀ = 0.01: not stated for σₚ = 0.1'],
  'meng-1': MENG_FIGURES,
  'meng-1.5': MENG_FIGURES,
  'meng-printed': MENG_FIGURES.slice(2),
  'meng-t1': [
    'n, m, d, σₚ, σ₀ and η: the theorem asks for large d and small σ₀, and gives no experiment; λ = 1/(σₚ√d) is its own',
    'seed 5 draws ten points of each class: the signal of class j grows at the rate n_j/n, which the theorem takes for ½',
  ],
  'two-dimensions': [
    'no paper has it: d, n and m are small enough for every point and every neuron to be seen',
    'mean and noise are of a size at which a line tells the classes apart; seed 14 draws five points of one and three of the other',
  ],
  'patterns-freeze': [
    'a leak of one half and σ₀ = 1e-5, the smallest value of K Figure 2: that figure does not state them',
    '10,000 epochs in place of its 1,000, so that growth can be told from settling; 100,000 in full size',
    '2 runs in place of 20, and 5 in full size',
  ],
  'relu-direction': [
    'σ₀ = 1e-5, the smallest value of K Figure 2: Figure 4 does not state it; gradient flow in place of gradient descent, and one run in place of 20',
  ],
  chatter: [
    'all but n, d, η and the activation: Figure 4 does not state σ₀, and has 100 neurons and 1,000 epochs; with few neurons a cell can be seen, and at σ₀ = 0.01 the first steps do not jump over many kinks at once',
    'log t = 5.298 is the time of gradient descent’s last epoch, ηT = 200',
    'of seeds 1 to 3 this one has no neuron that fires for no point',
  ],
  'flow-leaky': [
    'γ = 0.5 and σ₀ = 0.001: that figure does not state them; the flow, its end and one run are no paper’s',
  ],
  'figure-kou-1': [SMALLEST, UNLISTED, EACH_DRAWN],
  'figure-kou-1-slow': ['σ₀ = 0.001: not stated; the decay is seen best at this value', UNLISTED, EACH_DRAWN],
  'figure-kou-4': [SMALLEST, UNLISTED, EACH_DRAWN, '5 runs in place of 20, until “as printed” is pressed'],
  'figure-kou-5': [
    'm = 1,000, η = 0.01 and 2 runs in place of m = 10,000, η = 0.1 and 20, until “as printed” is pressed: every neuron takes the paper’s steps, η/m, at a tenth of the cost',
    ...ORTHOGONAL,
    UNLISTED,
  ],
  'figure-frei-1-left': [
    'd = 100, 1,000 and 10,000: the dimensions are not listed',
    QUICK_STEPS,
    '2 runs in place of 5, until “as printed” is pressed',
  ],
  'figure-frei-1-right': [
    'σ₀ = 0.01, 0.1, 1, 10 and 100 times the usual scale: the list is not given',
    QUICK_STEPS,
    ONE_RUN,
  ],
  'figure-frei-3': [
    'the figure shows the two functions alone, over a range that the text does not state: z from −4 to 4 here',
    'the training under it: that of Figure 1 left at d = 100, for 100 steps and 2 runs',
  ],
  'figure-frei-4': [
    'η = 0.01 and 0.32, σ₀ = 0.1 and 1 times the usual scale: others are not stated',
    QUICK_STEPS,
    ONE_RUN,
  ],
  'figure-frei-5': [QUICK_STEPS, ONE_RUN, '200 test points: the number is not stated'],
  'figure-meng': [...MENG_FIGURES, 'σ₀ = 0.01: not stated for σₚ = 0.1'],
  'digits-4-9': [NO_PAPER],
  'breast-cancer': [NO_PAPER],
  'mnist-4-9': [
    'two digits, 1,000 training points, η = 1 and 50 epochs: the paper trains on all of MNIST and does not say how ten digits become two classes',
    'm = 100 in place of 1,000 and σ₀ = 0.001, the largest of its list, so that the fall can be seen',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type PresetId = keyof typeof INFERRED;
