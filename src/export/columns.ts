import type { DataSpec } from '../core/experiment.ts';
import { flowGrid } from '../core/method/flow/grid.ts';
import { isMeasured, SCALAR_INDEX, SCALARS, type ScalarName } from '../core/observe/quantities.ts';
import { SETTING_NAMES, SETTINGS, type SettingName } from '../settings/schema.ts';
import { axisOf, pointsOf, type Point, type Study } from '../settings/study/study.ts';
import { pointInWords } from '../settings/study/words.ts';
import type { Value } from '../settings/words.ts';

/** What names the rows of a run in a table. */
export interface RowsOfRun {
  readonly point: Point;
  /** Of this run. */
  readonly seed: number;
  /** t of each row. */
  readonly epochs: Float64Array;
}

/** What a table takes of a recording. */
export interface TableRun extends RowsOfRun {
  readonly data: Pick<DataSpec, 'kind'>;
  /** A column for each of SCALARS, in that order. */
  readonly scalars: readonly Float64Array[];
  /** min_i q_i at each recorded epoch. */
  readonly leastMargins: Float64Array;
}

/** A column of a table of a study. */
export interface Column<Run extends RowsOfRun = TableRun> {
  readonly name: string;
  readonly kind: 'real' | 'integer' | 'text' | 'flag';
  /** Whether a cell may be empty. */
  readonly optional: boolean;
  /** Its cells for a run: one for all of its rows, or one a row; where it is optional NaN is an empty one. */
  readonly of: (run: Run) => Value | null | Float64Array;
}

/** The scalars that a recording has: of one without epochs, none. */
export const measuredScalars = ({
  epochs,
  scalars,
  data,
}: Pick<TableRun, 'epochs' | 'scalars' | 'data'>): readonly ScalarName[] =>
  epochs.length === 0 ? [] : SCALARS.filter((name, k) => isMeasured(name, scalars[k]![0]!, data));

/** What a scalar's column has in the recording where it was not measured: its cells are empty in a table. */
export const UNMEASURED: Readonly<Partial<Record<ScalarName, number>>> = {
  testError: -1,
  signal: 0,
  noise: 0,
};

/**
 * The columns of a study's table: what is varied, `pin` where there are pins, `seed`, `epoch`, the scalars in the order of
 * SCALARS, and `normalisedMargin`, which is made of what is recorded and in no fingerprint.
 *
 * @param measured scalars that one of its runs has: the others have no column
 */
export function tableColumns(study: Study, measured: ReadonlySet<ScalarName>): readonly Column[] {
  return [...headColumns(study), ...SCALARS.filter((name) => measured.has(name)).map(scalarColumn), MARGIN];
}

/** What names a row: what is varied, `pin` where there are pins, `seed`, `epoch` and, of a flow, log t. */
export const headColumns = (study: Study): readonly Column<RowsOfRun>[] => [
  ...variedNames(study).map(settingColumn),
  ...(study.pins.length > 0 ? [pinColumn(study)] : []),
  { name: 'seed', kind: 'integer', optional: false, of: ({ seed }) => seed },
  { name: 'epoch', kind: 'integer', optional: false, of: ({ epochs }) => epochs },
  ...(pointsOf(study).some(isFlow) ? [LOG_TIME] : []),
];

/** min_i q_i / ‖W‖_F; 0 of W = 0. */
const MARGIN: Column = {
  name: 'normalisedMargin',
  kind: 'real',
  optional: false,
  of: ({ leastMargins, scalars }) => {
    const norms = scalars[SCALAR_INDEX.frobenius]!;
    return leastMargins.map((least, k) => (norms[k]! > 0 ? least / norms[k]! : 0));
  },
};

/** The settings that tell the study's points apart, in the table's order; the seed has a column of its own. */
const variedNames = (study: Study): readonly SettingName[] =>
  SETTING_NAMES.filter(
    (name) =>
      name !== 'seed' &&
      (axisOf(study, name) !== null ||
        study.pins.some(({ settings }) => settings[name] !== study.base[name])),
  );

/** What a point of a study has of the settings that are varied, by the names of their columns, and its pin's name. */
export const variedSettings = (study: Study, point: Point): Readonly<Record<string, Value>> =>
  Object.fromEntries([
    ...variedNames(study).map((name) => [settingColumnName(name), point.settings[name]] as const),
    ...(point.pin === null ? [] : [['pin', pointInWords(study, point)] as const]),
  ]);

/** A setting is called as in the schema, the regularisation `mode`; one that a scalar is called like, as in lossSetting. */
export function settingColumnName(name: SettingName): string {
  if (name === 'regularizer') return 'mode';
  return SCALARS.some((scalar) => scalar === name) ? `${name}Setting` : name;
}

function settingColumn(name: SettingName): Column<RowsOfRun> {
  const { kind } = SETTINGS[name];
  return {
    name: settingColumnName(name),
    kind: kind === 'choice' ? 'text' : kind === 'integer' ? 'real' : kind,
    optional: false,
    of: ({ point }) => point.settings[name],
  };
}

const pinColumn = (study: Study): Column<RowsOfRun> => ({
  name: 'pin',
  kind: 'text',
  optional: true,
  of: ({ point }) => (point.pin === null ? null : pointInWords(study, point)),
});

const isFlow = ({ settings }: Point): boolean => settings.method === 'flow';

/** log t of a flow's points; −Infinity is t = 0. */
const LOG_TIME: Column<RowsOfRun> = {
  name: 'logT',
  kind: 'real',
  optional: true,
  of({ point, epochs }) {
    if (!isFlow(point)) return null;
    const { logTime, tolerance, epochs: last } = point.settings;
    const grid = flowGrid({ kind: 'flow', logTime, tolerance }, last);
    return epochs.map((k) => grid[k]!);
  },
};

function scalarColumn(name: ScalarName): Column {
  const k = SCALAR_INDEX[name];
  return {
    name,
    kind: 'real',
    optional: name in UNMEASURED,
    of: (run) => (measuredScalars(run).includes(name) ? run.scalars[k]! : null),
  };
}
