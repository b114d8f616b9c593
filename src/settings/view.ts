import { labelsInWords } from './labels.ts';
import { NAMES } from './names.ts';
import type { ChoiceSpec, FlagSpec, NumberSpec, TextSpec } from './spec.ts';

type Ungrouped<S extends { readonly group: unknown }> = Omit<S, 'group'>;

/** What travels in a link beside the settings: the playhead and what is looked at (src/state/player.ts, view.ts). */
export interface View {
  /** t under the playhead. A link may name one past the last epoch: the page clamps it. */
  readonly epoch: number;
  readonly timeAxis: 'linear' | 'log';
  readonly stableRankAxis: 'linear' | 'log' | 'excess';
  readonly spectrumAxis: 'linear' | 'log';
  readonly band: 'sd' | 'runs' | 'range';
  /** The stable rank that the big number and the compared curves are of: of the mean of W₊ and W₋, or of the whole W. */
  readonly headline: 'mean' | 'all';
  /** Order of the neurons in pictures of matrices, within their class. */
  readonly rows: 'drawn' | 'pattern';
  /** Pictures of compared points: all where there is room, the one in front, or all as small multiples. */
  readonly multiples: 'room' | 'front' | 'all';
  /** Id of the enlarged panel; '' for none. */
  readonly enlarged: string;
  /** Which of the runs is shown in detail, 0-based. The page clamps it as well. */
  readonly run: number;
  /** Names of the files that the experiment was made with, and their sizes in bytes: what to ask a person for. */
  readonly fileNames: string;
  readonly fileSizes: string;
  /** Read from older links only: the page writes the default. */
  readonly lecture: boolean;
}

export type ViewName = keyof View;

/** The table of the view, in the form of the table of settings, without groups. */
export const VIEW = {
  epoch: {
    kind: 'integer',
    key: 'at',
    symbol: 't',
    name: 'Playhead',
    default: 0,
    min: 0,
    max: 1_000_000,
    scale: 'linear',
    help: 'The epoch that is shown.',
  } satisfies Ungrouped<NumberSpec>,
  timeAxis: {
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
  } satisfies Ungrouped<ChoiceSpec<View['timeAxis']>>,
  stableRankAxis: {
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
  } satisfies Ungrouped<ChoiceSpec<View['stableRankAxis']>>,
  spectrumAxis: {
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
  } satisfies Ungrouped<ChoiceSpec<View['spectrumAxis']>>,
  band: {
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
  } satisfies Ungrouped<ChoiceSpec<View['band']>>,
  headline: {
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
  } satisfies Ungrouped<ChoiceSpec<View['headline']>>,
  rows: {
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
  } satisfies Ungrouped<ChoiceSpec<View['rows']>>,
  multiples: {
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
  } satisfies Ungrouped<ChoiceSpec<View['multiples']>>,
  enlarged: {
    kind: 'text',
    key: 'big',
    symbol: '',
    name: 'Enlarged panel',
    default: '',
    pattern: /^[a-z-]{0,40}$/,
    maxLength: 40,
    form: 'at most 40 lower-case letters and hyphens',
    help: 'The panel that fills the page, if any.',
  } satisfies Ungrouped<TextSpec>,
  run: {
    kind: 'integer',
    key: 'run',
    symbol: '',
    name: 'Run shown',
    default: 0,
    min: 0,
    max: 19,
    scale: 'linear',
    help: 'The run that the matrix pictures and margins show, counted from 0.',
  } satisfies Ungrouped<NumberSpec>,
  fileNames: {
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
  } satisfies Ungrouped<TextSpec>,
  fileSizes: {
    kind: 'text',
    key: 'fs',
    symbol: '',
    name: 'Sizes of the files',
    default: '',
    pattern: /^(?:\d{1,13}(?:\.\d{1,13}){0,9})?$/,
    maxLength: 140,
    form: 'whole numbers joined by points',
    help: 'The size of each of these files, in bytes.',
  } satisfies Ungrouped<TextSpec>,
  lecture: {
    kind: 'flag',
    key: 'lect',
    symbol: '',
    name: 'Lecture mode',
    default: false,
    help: 'One or two charts fill the screen. Read from older links; written no more.',
  } satisfies Ungrouped<FlagSpec>,
} as const;

export const VIEW_NAMES = Object.keys(VIEW) as readonly ViewName[];

export const DEFAULT_VIEW: View = {
  epoch: VIEW.epoch.default,
  timeAxis: VIEW.timeAxis.default,
  stableRankAxis: VIEW.stableRankAxis.default,
  spectrumAxis: VIEW.spectrumAxis.default,
  band: VIEW.band.default,
  headline: VIEW.headline.default,
  rows: VIEW.rows.default,
  multiples: VIEW.multiples.default,
  enlarged: VIEW.enlarged.default,
  run: VIEW.run.default,
  fileNames: VIEW.fileNames.default,
  fileSizes: VIEW.fileSizes.default,
  lecture: VIEW.lecture.default,
};
