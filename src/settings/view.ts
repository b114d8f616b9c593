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
    }),
  ),
  timeAxis: choice({
    kind: 'choice',
    key: 'tx',
    symbol: '',
    name: 'Time axis',
    default: 'linear',
    options: [
      { value: 'linear', label: 'Linear' },
      { value: 'log', label: 'Logarithmic' },
    ],
  }),
  stableRankAxis: choice({
    kind: 'choice',
    key: 'sr',
    symbol: '',
    name: 'Stable rank axis',
    default: 'linear',
    options: [
      { value: 'linear', label: 'Linear' },
      { value: 'log', label: 'Logarithmic' },
      {
        value: 'excess',
        label: 'Minus one',
      },
    ],
  }),
  stableRankUnit: choice({
    kind: 'choice',
    key: 'srs',
    symbol: '',
    name: 'Stable rank relative to',
    default: 'one',
    options: [
      { value: 'one', label: 'As it is' },
      {
        value: 'start',
        label: 'Relative to its start',
      },
    ],
  }),
  spectrumAxis: choice({
    kind: 'choice',
    key: 'sx',
    symbol: '',
    name: 'Spectrum axis',
    default: 'linear',
    options: [
      { value: 'linear', label: 'Linear' },
      { value: 'log', label: 'Logarithmic' },
    ],
  }),
  band: stays(
    choice({
      kind: 'choice',
      key: 'band',
      symbol: '',
      name: 'Means show',
      default: 'sd',
      options: [
        { value: 'sd', label: '± 3 sd' },
        { value: 'runs', label: 'Each run' },
        { value: 'range', label: 'Least to most' },
      ],
    }),
  ),
  headline: choice({
    kind: 'choice',
    key: 'of',
    symbol: '',
    name: 'Stable rank shown large',
    default: 'mean',
    options: [
      { value: 'mean', label: 'W₊ and W₋' },
      { value: 'all', label: 'W' },
    ],
  }),
  rows: choice({
    kind: 'choice',
    key: 'rows',
    symbol: '',
    name: 'Rows',
    default: 'drawn',
    options: [
      { value: 'drawn', label: 'As drawn' },
      {
        value: 'pattern',
        label: 'By pattern',
      },
    ],
  }),
  cells: choice({
    kind: 'choice',
    key: 'cells',
    symbol: '',
    name: 'Cells of the activation pattern',
    default: 'signs',
    options: [
      { value: 'signs', label: 'Signs' },
      { value: 'flips', label: 'Flips so far' },
    ],
  }),
  multiples: choice({
    kind: 'choice',
    key: 'mult',
    symbol: '',
    name: 'Pictures of compared values',
    default: 'room',
    options: [
      {
        value: 'room',
        label: 'As there is room',
      },
      { value: 'front', label: 'In front' },
      { value: 'all', label: 'All' },
    ],
  }),
  outcome: choice<QuantityName>({
    kind: 'choice',
    key: 'ao',
    symbol: '',
    name: 'Outcome',
    default: 'meanStableRank',
    options: QUANTITY_LIST.map((value) => ({ value, label: QUANTITY_NAMES[value] })),
  }),
  moment: choice<Moment>({
    kind: 'choice',
    key: 'am',
    symbol: '',
    name: 'Moment of the outcome',
    default: 'end',
    options: [
      { value: 'end', label: 'at the end' },
      { value: 'playhead', label: 'at the playhead' },
      { value: 'least', label: 'at its least' },
      { value: 'greatest', label: 'at its greatest' },
      {
        value: 'below',
        label: 'first epoch at or below',
      },
      {
        value: 'above',
        label: 'first epoch at or above',
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
    }),
  ),
  lecture: stays(
    flag({
      kind: 'flag',
      key: 'lect',
      symbol: '',
      name: 'Lecture mode',
      default: false,
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
