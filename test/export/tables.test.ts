import Papa from 'papaparse';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { compute } from '../../bin/compute.ts';
import { SCALARS } from '../../src/core/observe/quantities.ts';
import { measuredScalars, tableColumns, type Column, type TableRun } from '../../src/export/columns.ts';
import { csvHead, csvRows } from '../../src/export/csv.ts';
import { parquetTable } from '../../src/export/parquet.ts';
import { DEFAULTS, type Settings } from '../../src/settings/schema.ts';
import { plannedRuns } from '../../src/settings/study/plan.ts';
import { singleStudy, type Study } from '../../src/settings/study/study.ts';

const csvTable = (columns: readonly Column[], runs: readonly TableRun[]): string =>
  csvHead(columns) + runs.map((run) => csvRows(columns, run)).join('');

const SMALL: Settings = { ...DEFAULTS, n: 4, d: 30, m: 3, epochs: 3, runs: 2, testPoints: 5 };

const SMALL_ROWS = [0, 1, 2, 3];

function recorded(study: Study): readonly TableRun[] {
  const rows = new Map<string, { epochs: number[]; scalars: number[][] }>();
  compute(study, new Map(), ({ index, run }, epoch, scalars) => {
    const kept = rows.get(`${index} ${run}`) ?? { epochs: [], scalars: SCALARS.map(() => []) };
    rows.set(`${index} ${run}`, kept);
    kept.epochs.push(epoch);
    scalars.forEach((value, k) => kept.scalars[k]!.push(value));
  });
  return plannedRuns(study).map(({ point, index, run, experiment }) => {
    const { epochs, scalars } = rows.get(`${index} ${run}`)!;
    return {
      point,
      seed: experiment.seed,
      data: experiment.data,
      epochs: Float64Array.from(epochs),
      scalars: scalars.map((column) => Float64Array.from(column)),
      leastMargins: Float64Array.from(epochs, (t) => t - 1),
    };
  });
}

const columnsOf = (study: Study, runs: readonly TableRun[]) =>
  tableColumns(study, new Set(runs.flatMap(measuredScalars)));

const namesOf = (study: Study): readonly string[] =>
  columnsOf(study, recorded(study))
    .map(({ name }) => name)
    .filter((name) => !SCALARS.some((scalar) => scalar === name));

const MODES: Study = {
  base: { ...SMALL, data: 'signal-noise', activation: 'relu-power' },
  axes: [
    { setting: 'noiseSd', values: [0.5, 1.5], along: [{ setting: 'sigma0', values: [0.01, 0.001] }] },
    { setting: 'regularizer', values: ['none', 'pegr'], along: [] },
  ],
  pins: [],
};

describe('the columns of a study', () => {
  it('are what varies, with what goes along, mode for the regularisation, the seed, the epoch and the scalars', () => {
    expect(namesOf(MODES)).toEqual(['noiseSd', 'sigma0', 'mode', 'seed', 'epoch', 'normalisedMargin']);
    expect(namesOf(singleStudy(SMALL))).toEqual(['seed', 'epoch', 'normalisedMargin']);
  });

  it('have log t where there is a gradient flow, empty for the steps beside it', () => {
    const study: Study = {
      base: { ...SMALL, runs: 1, logTime: 20 },
      axes: [{ setting: 'method', values: ['gradient-descent', 'flow'], along: [] }],
      pins: [],
    };
    const runs = recorded(study);
    const rows = Papa.parse<Record<string, string>>(csvTable(columnsOf(study, runs), runs), {
      header: true,
      skipEmptyLines: true,
    }).data;
    expect(rows.map(({ method, logT }) => `${method} ${logT}`)).toEqual([
      ...SMALL_ROWS.map(() => 'gradient-descent '),
      ...['-Infinity', '-6', expect.any(String), '20'].map((logT) =>
        typeof logT === 'string' ? `flow ${logT}` : (expect.stringMatching(/^flow [\d.]+$/) as string),
      ),
    ]);
  });

  it('of pins are the settings in which they differ, and their names', () => {
    const study: Study = {
      ...singleStudy(SMALL),
      pins: [
        { name: 'wide', settings: { ...SMALL, m: 5 } },
        { name: '', settings: { ...SMALL, loss: 'exponential' } },
      ],
    };
    expect(namesOf(study)).toEqual(['m', 'lossSetting', 'pin', 'seed', 'epoch', 'normalisedMargin']);
    const runs = recorded(study);
    const { data } = Papa.parse<Record<string, string>>(csvTable(columnsOf(study, runs), runs).trimEnd(), {
      header: true,
    });
    expect([...new Set(data.map(({ m, lossSetting, pin }) => `${m} ${lossSetting} ${pin}`))]).toEqual([
      '3 logistic ',
      '5 logistic wide',
      '3 exponential Exponential',
    ]);
  });

  it('leave out a scalar that no run has, and leave empty what one run has not', () => {
    const without = { ...SMALL, testPoints: 0 };
    const scalars = (study: Study) => columnsOf(study, recorded(study)).map(({ name }) => name);
    expect(scalars(singleStudy(without))).not.toContain('testError');
    expect(scalars(singleStudy(SMALL))).not.toContain('signal');
    const mixed: Study = {
      ...singleStudy(SMALL),
      axes: [{ setting: 'testPoints', values: [5, 0], along: [] }],
    };
    const runs = recorded(mixed);
    const { data } = Papa.parse<Record<string, string>>(csvTable(columnsOf(mixed, runs), runs).trimEnd(), {
      header: true,
    });
    const cells = (points: string) =>
      data.filter(({ testPoints }) => testPoints === points).map(({ testError }) => testError);
    expect(new Set(cells('0'))).toEqual(new Set(['']));
    expect(cells('5').every((cell) => Number(cell) >= 0 && cell !== '')).toBe(true);
  });
});

describe('a table', () => {
  const runs = recorded(MODES);
  const columns = columnsOf(MODES, runs);
  const scalars = SCALARS.filter((name) => columns.some((column) => column.name === name));
  const flat = (name: (typeof SCALARS)[number]): readonly number[] =>
    runs.flatMap((run) => [...run.scalars[SCALARS.indexOf(name)]!]);

  it('as CSV reads back as the same doubles, a row each recorded epoch of a run', () => {
    const { data } = Papa.parse<Record<string, string>>(csvTable(columns, runs).trimEnd(), { header: true });
    expect(data).toHaveLength(2 * 4 * 4);
    for (const name of scalars) {
      const read = data.map((row) => Number(row[name]));
      expect(Float64Array.from(read), name).toEqual(Float64Array.from(flat(name)));
    }
    expect(data.slice(0, 4).map(({ epoch }) => epoch)).toEqual(['0', '1', '2', '3']);
    expect(data[4]).toMatchObject({ noiseSd: '0.5', sigma0: '0.01', mode: 'pegr' });
  });

  it('as CSV keeps the sign of −0 and gives a spreadsheet no formula', () => {
    const odd = columns.map((column) => (column.name === 'mode' ? { ...column, of: () => '=1+1' } : column));
    const first = { ...runs[0]!, scalars: runs[0]!.scalars.map((column) => column.map(() => -0)) };
    const [line] = csvTable(odd, [first]).split('\n').slice(1);
    expect(line).toContain("'=1+1");
    expect(line).toContain(',-0');
  });

  it('as Parquet has the same doubles, whole numbers as such, and says what was handed in', async () => {
    const bytes = parquetTable(columns, runs, { study: '{}', engine: '3' });
    const file = bytes.slice().buffer;
    const rows = (await parquetReadObjects({ file })) as Record<string, unknown>[];
    expect(rows).toHaveLength(2 * 4 * 4);
    for (const name of scalars) {
      expect(Float64Array.from(rows.map((row) => row[name] as number)), name).toEqual(
        Float64Array.from(flat(name)),
      );
    }
    expect(rows[1]).toMatchObject({ epoch: 1n, mode: 'none', noiseSd: 0.5 });
    const { key_value_metadata: said } = parquetMetadata(file);
    expect(said).toEqual([
      { key: 'study', value: '{}' },
      { key: 'engine', value: '3' },
    ]);
    expect(parquetTable(columns, runs, { study: '{}', engine: '3' })).toEqual(bytes);
  });
});
