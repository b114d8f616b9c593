import { chooseSpace } from '../core/space/create.ts';
import { SETTINGS, type SettingName, type Settings } from './schema.ts';
import { formatGigabytes, formatNumber, labelOf } from './words.ts';

/** What one run may take: half of what the smallest browsers give a page, as several run side by side. */
export const MAX_BYTES = 1.5e9;

/** d of the files most likely to be opened (MNIST: 28×28), while no file says otherwise. */
export const USUAL_FILE_DIMENSION = 784;

/** Directions that the cluster means of the Gaussian models span: their vectors have no more than c + n + 2m entries. */
const MEANS: Partial<Record<Settings['data'], number>> = {
  'gaussian-mixture': 1,
  'binary-clusters': 1,
  'two-xor': 2,
  'signal-noise': 1,
};

interface Side {
  readonly symbol: string;
  readonly length: number;
  /** The setting that makes it smaller; null: given by the file. */
  readonly setting: SettingName | null;
}

interface Matrix {
  readonly rows: Side;
  readonly columns: Side;
  /** How many of that shape a run holds. */
  readonly copies: number;
}

/**
 * The arrays of a run that can be large, in doubles, with K = n features. 2m×d: W(0), W and, in weight space, a step.
 * 2m×n: Z(0), Z, C, D, DG, and z, φ, φ′ of every patch in a forward pass; a penalty holds three more a patch. 2m×n_test:
 * the test points' pre-activations at W(0).
 */
function matricesOf(settings: Settings, fileDimension: number): readonly Matrix[] {
  const isFile = settings.data === 'dataset';
  const means = MEANS[settings.data];
  const adapted = means === undefined ? Infinity : means + settings.n + 2 * settings.m;
  const n: Side = { symbol: 'n', length: settings.n, setting: 'n' };
  const d: Side = {
    symbol: adapted < settings.d ? '(n + 2m)' : 'd',
    length: isFile ? fileDimension : Math.min(settings.d, adapted),
    setting: isFile ? null : adapted < settings.d ? 'm' : 'd',
  };
  const neurons: Side = { symbol: '2m', length: 2 * settings.m, setting: 'm' };
  const tests: Side = {
    symbol: SETTINGS.testPoints.symbol,
    length: settings.testPoints,
    setting: 'testPoints',
  };
  const space = chooseSpace(settings.space, settings.n, d.length);
  const patches = settings.data === 'signal-noise' ? 2 : 1;
  const ofPatches = patches * (settings.regularizer === 'none' ? 3 : 6);
  return [
    { rows: neurons, columns: d, copies: space === 'weight' ? 3 : 2 },
    { rows: n, columns: d, copies: 1 },
    { rows: tests, columns: d, copies: 1 },
    { rows: neurons, columns: n, copies: 5 + ofPatches },
    { rows: neurons, columns: tests, copies: 1 },
    { rows: n, columns: n, copies: 1 },
    { rows: n, columns: tests, copies: 1 },
  ];
}

const bytesOf = ({ rows, columns, copies }: Matrix): number => 8 * copies * rows.length * columns.length;

/** Bytes that one run of these settings will take, from its largest arrays, before any is made. */
export function estimateBytes(settings: Settings, fileDimension = USUAL_FILE_DIMENSION): number {
  return matricesOf(settings, fileDimension).reduce((sum, matrix) => sum + bytesOf(matrix), 0);
}

export interface TooLarge {
  /** The setting to lower first. */
  readonly key: SettingName;
  readonly message: string;
}

/** Null if a run fits in {@link MAX_BYTES}; else the product that needs most, and what to lower. */
export function checkMemory(settings: Settings, fileDimension = USUAL_FILE_DIMENSION): TooLarge | null {
  const total = estimateBytes(settings, fileDimension);
  // Also catches the NaN that a setting of the wrong type makes, which has an error of its own.
  if (!(total > MAX_BYTES)) return null;
  const largest = matricesOf(settings, fileDimension).reduce((a, b) => (bytesOf(b) > bytesOf(a) ? b : a));
  const { rows, columns, copies } = largest;
  const sides = rows.length >= columns.length ? [rows, columns] : [columns, rows];
  const lower = [...new Set(sides.flatMap(({ setting }) => setting ?? []))];
  const held = copies === 1 ? '' : copies === 2 ? ', held twice,' : `, held ${copies} times,`;
  const product =
    `${rows.symbol} × ${columns.symbol} = ` +
    `${formatNumber(rows.length, 'integer')} × ${formatNumber(columns.length, 'integer')} numbers${held}`;
  return {
    key: lower[0] ?? 'n',
    message:
      `${product} need ${formatGigabytes(bytesOf(largest))}, the whole run ${formatGigabytes(total)}; ` +
      `a run may take ${formatGigabytes(MAX_BYTES)}: lower ${lower.map((key) => labelOf(SETTINGS[key])).join(' or ')}`,
  };
}
