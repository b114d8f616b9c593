import { labelsInWords } from './labels.ts';
import { NAMES } from './names.ts';
import { QUANTITY_LIST, QUANTITY_NAMES, type Moment, type QuantityName } from './outcomes.ts';
import { choice, flag, number, text, type ValueOf } from './spec.ts';

/** A direction that may span a slice of input space (src/core/probe/slice/directions.ts). */
const DIRECTION = '(?:mu2?|[vu]|[cs][12]|x[1-9]\\d{0,3})';

/** A row that stays as its person has it when a preset is chosen; the others become the preset's, or the default. */
const stays = <S extends object>(row: S): S & { readonly stays: true } => ({ ...row, stays: true });

/**
 * What travels in a link beside the settings: the playhead (src/state/player.ts) and what is looked at. The one table of
 * it, in the form of the table of settings: links, the page's state (src/state/view.ts) and presets follow.
 */
export const VIEW = {
  epoch: stays(
    number({
      kind: 'integer',
      key: 'at',
      symbol: 't',
      name: 'Playhead',
      default: 0,
      min: 0,
      max: 1_000_000_000,
      scale: 'linear',
      help: 'The epoch that is shown. A link may name one past the last: the page shows that.',
    }),
  ),
  timeAxis: choice({
    kind: 'choice',
    key: 'tx',
    symbol: '',
    name: 'Time axis',
    default: 'linear',
    help: 'How epochs are spaced in every chart over time.',
    options: [
      { value: 'linear', label: 'Linear', help: 'Equal steps for equal numbers of epochs' },
      { value: 'log', label: 'Logarithmic', help: 'Equal steps for equal ratios of t' },
    ],
  }),
  stableRankAxis: choice({
    kind: 'choice',
    key: 'sr',
    symbol: '',
    name: 'Stable rank axis',
    default: 'linear',
    help: 'How the stable rank is drawn.',
    options: [
      { value: 'linear', label: 'Linear', help: 'The stable rank' },
      { value: 'log', label: 'Logarithmic', help: 'The stable rank on a logarithmic axis' },
      {
        value: 'excess',
        label: 'Minus one',
        help: 'Stable rank − 1 on a logarithmic axis (K Fig. 4, right)',
      },
    ],
  }),
  stableRankUnit: choice({
    kind: 'choice',
    key: 'srs',
    symbol: '',
    name: 'Stable rank relative to',
    default: 'one',
    help: 'Whether the stable rank is drawn as it is, or relative to its start.',
    options: [
      { value: 'one', label: 'As it is', help: 'The stable rank' },
      {
        value: 'start',
        label: 'Relative to its start',
        help: 'SR(t)/SR(0) of each run (Frei et al., Figures 1 and 4)',
      },
    ],
  }),
  spectrumAxis: choice({
    kind: 'choice',
    key: 'sx',
    symbol: '',
    name: 'Spectrum axis',
    default: 'linear',
    help: 'How the singular values of W are drawn.',
    options: [
      { value: 'linear', label: 'Linear', help: 'The singular values' },
      { value: 'log', label: 'Logarithmic', help: 'The singular values on a logarithmic axis' },
    ],
  }),
  band: stays(
    choice({
      kind: 'choice',
      key: 'band',
      symbol: '',
      name: 'Means show',
      default: 'sd',
      help: 'What charts show of the runs beside their mean.',
      options: [
        { value: 'sd', label: '± 3 sd', help: 'Mean ± 3 standard deviations, as in the papers' },
        { value: 'runs', label: 'Each run', help: 'Every run as a thin line' },
        { value: 'range', label: 'Least to most', help: 'From the least run to the greatest' },
      ],
    }),
  ),
  headline: choice({
    kind: 'choice',
    key: 'of',
    symbol: '',
    name: 'Stable rank shown large',
    default: 'mean',
    help: 'Which stable rank the big number is, and each curve where modes are compared.',
    options: [
      { value: 'mean', label: 'W₊ and W₋', help: 'The mean of the stable ranks of W₊ and W₋ (Kou et al.)' },
      { value: 'all', label: 'W', help: 'The stable rank of W, all neurons together (Frei et al.)' },
    ],
  }),
  rows: choice({
    kind: 'choice',
    key: 'rows',
    symbol: '',
    name: 'Rows',
    default: 'drawn',
    help: 'The order of the neurons in the pictures of matrices.',
    options: [
      { value: 'drawn', label: 'As drawn', help: 'In the order in which the neurons were drawn' },
      {
        value: 'pattern',
        label: 'By pattern',
        help: 'Neurons that fire for the same points at the end stand together',
      },
    ],
  }),
  cells: choice({
    kind: 'choice',
    key: 'cells',
    symbol: '',
    name: 'Cells of the activation pattern',
    default: 'signs',
    help: 'What the picture of the activation pattern shows of each neuron and training point.',
    options: [
      { value: 'signs', label: 'Signs', help: 'Whether the neuron fires' },
      { value: 'flips', label: 'Flips so far', help: 'How often it has begun or ceased to fire' },
    ],
  }),
  multiples: choice({
    kind: 'choice',
    key: 'mult',
    symbol: '',
    name: 'Pictures of compared values',
    default: 'room',
    help: 'Whether pictures that hold one value show the one in front or all of them.',
    options: [
      {
        value: 'room',
        label: 'As there is room',
        help: 'All side by side where each has room, else the one in front',
      },
      { value: 'front', label: 'In front', help: 'The value in front alone' },
      { value: 'all', label: 'All', help: 'All values as small pictures on the same scale' },
    ],
  }),
  outcome: choice<QuantityName>({
    kind: 'choice',
    key: 'ao',
    symbol: '',
    name: 'Outcome',
    default: 'meanStableRank',
    help: 'What is drawn against the setting that varies.',
    options: QUANTITY_LIST.map((value) => ({ value, label: QUANTITY_NAMES[value], help: '' })),
  }),
  moment: choice<Moment>({
    kind: 'choice',
    key: 'am',
    symbol: '',
    name: 'Moment of the outcome',
    default: 'end',
    help: 'Which number of a run’s course the outcome is.',
    options: [
      { value: 'end', label: 'at the end', help: 'At the last epoch' },
      { value: 'playhead', label: 'at the playhead', help: 'At the epoch that is shown' },
      { value: 'least', label: 'at its least', help: 'The least of all recorded epochs' },
      { value: 'greatest', label: 'at its greatest', help: 'The greatest of all recorded epochs' },
      {
        value: 'below',
        label: 'first epoch at or below',
        help: 'The first recorded epoch at which it is not above a threshold',
      },
      {
        value: 'above',
        label: 'first epoch at or above',
        help: 'The first recorded epoch at which it is not below a threshold',
      },
    ],
  }),
  threshold: number({
    kind: 'real',
    key: 'at0',
    symbol: '',
    name: 'Threshold of the outcome',
    default: 1.1,
    min: -1e12,
    max: 1e12,
    scale: 'linear',
    help: 'What the outcome has to pass.',
  }),
  enlarged: stays(
    text({
      kind: 'text',
      key: 'big',
      symbol: '',
      name: 'Enlarged panel',
      default: '',
      pattern: /^[a-z-]{0,40}$/,
      maxLength: 40,
      form: 'at most 40 lower-case letters and hyphens',
      help: 'The panel that fills the page, if any.',
    }),
  ),
  theory: text({
    kind: 'text',
    key: 'th',
    symbol: '',
    name: 'Theory drawn on',
    default: '',
    pattern: /^(?:[a-z-]{1,40}(?:\.[a-z-]{1,40}){0,11})?$/,
    maxLength: 200,
    form: 'names of panels joined by points, such as loss.stable-rank',
    help: 'The charts on which bounds, fitted rates and predicted limits are drawn.',
  }),
  conjecture: stays(
    text({
      kind: 'text',
      key: 'cj',
      symbol: '',
      name: 'Conjecture',
      default: '',
      pattern: /^(?:[A-Za-z0-9γησ₀₊₋()+\-−*·/^≤≥≡.,_‖]{0,199}[A-Za-z0-9γησ₀)‖])?$/u,
      maxLength: 200,
      form: 'at most 200 letters, digits and signs of arithmetic',
      help: 'An inequality over the recorded quantities that is watched like a claim: SR(W+) - 1 ≤ 2/log(t).',
    }),
  ),
  claim: stays(
    text({
      kind: 'text',
      key: 'cl',
      symbol: '',
      name: 'Claim shown',
      default: '',
      pattern: /^[a-z0-9-]{0,60}$/,
      maxLength: 60,
      form: 'at most 60 lower-case letters, digits and hyphens',
      help: 'The claim whose page of the theory is open, by its id; "all" for the list of them.',
    }),
  ),
  run: number({
    kind: 'integer',
    key: 'run',
    symbol: '',
    name: 'Run shown',
    default: 0,
    min: 0,
    max: 19,
    scale: 'linear',
    help: 'The run that the matrix pictures and margins show, counted from 0.',
  }),
  slice: text({
    kind: 'text',
    key: 'sl',
    symbol: '',
    name: 'Slice of the decision',
    default: '',
    pattern: new RegExp(`^(?:${DIRECTION}\\.${DIRECTION})?$`),
    maxLength: 11,
    form: 'two of mu, mu2, v, u, c1, c2, s1, s2 and x1, x2, … joined by a point, such as v.u',
    help: 'The two directions of input space that span the slice on which the decision is drawn; the usual ones when empty.',
  }),
  fileNames: stays(
    text({
      kind: 'text',
      key: 'fn',
      symbol: '',
      name: 'Files',
      default: '',
      pattern: new RegExp(`^(?:${NAMES})?$`, 'u'),
      maxLength: 400,
      form: 'names with ~ before each, such as ~wine.csv',
      inWords: labelsInWords,
      help: 'What the opened files are called: the page that opens the link asks for them by name.',
    }),
  ),
  fileSizes: stays(
    text({
      kind: 'text',
      key: 'fs',
      symbol: '',
      name: 'Sizes of the files',
      default: '',
      pattern: /^(?:\d{1,13}(?:\.\d{1,13}){0,9})?$/,
      maxLength: 140,
      form: 'whole numbers joined by points',
      help: 'The size of each of these files, in bytes.',
    }),
  ),
  lecture: stays(
    flag({
      kind: 'flag',
      key: 'lect',
      symbol: '',
      name: 'Lecture mode',
      default: false,
      help: 'One or two charts fill the screen. Read from older links; written no more.',
    }),
  ),
} as const;

export type ViewName = keyof typeof VIEW;

/** A value of each row of the table. */
export type View = { readonly [K in ViewName]: ValueOf<(typeof VIEW)[K]> };

export const VIEW_NAMES = Object.keys(VIEW) as readonly ViewName[];

export const DEFAULT_VIEW: View = Object.fromEntries(
  VIEW_NAMES.map((name) => [name, VIEW[name].default]),
) as unknown as View;

const ELSEWHERE = ['epoch', 'enlarged', 'lecture'] as const;

/** What the page's state of the view has just as links have it: without the playhead and what fills the screen. */
export type Looks = Omit<View, (typeof ELSEWHERE)[number]>;

const LOOK_NAMES = VIEW_NAMES.filter((name): name is keyof Looks => !ELSEWHERE.some((own) => own === name));

/** The looks alone. */
export const looksOf = (view: Looks): Looks => pick(view, LOOK_NAMES);

/** What of the view changes when a preset is chosen. @param view the preset's own */
export const viewOfPreset = (view: Partial<Looks> = {}): Partial<Looks> => ({
  ...pick(
    DEFAULT_VIEW,
    LOOK_NAMES.filter((name) => !('stays' in VIEW[name])),
  ),
  ...view,
});

const pick = (view: Looks, names: readonly (keyof Looks)[]): Looks =>
  Object.fromEntries(names.map((name) => [name, view[name]])) as unknown as Looks;
