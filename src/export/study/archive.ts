import { ENGINE_VERSION, type Dataset } from '../../core/experiment.ts';
import { studyJson } from '../../settings/study/json.ts';
import { isFront, type Study } from '../../settings/study/study.ts';
import { pointInWords } from '../../settings/study/words.ts';
import { Archive } from '../archive.ts';
import { measuredScalars, tableColumns, type TableRun } from '../columns.ts';
import { csvHead, csvRows } from '../csv.ts';
import { leastOfRows } from '../margins.ts';
import { measuredColumns, measuredRun } from '../measured.ts';
import { fingerprintsOf, fingerprintsText, hashesOf, type HashedRun } from '../fingerprints.ts';
import { npz } from '../npy.ts';
import { parquetTable, tableMetadata } from '../parquet.ts';
import { casesOf, type Cases, type Wanted } from '../reproduce/cases.ts';
import { reproduceScript } from '../reproduce/script.ts';
import { marginsName, matrixArrays } from './matrices.ts';
import { readmeText } from './readme.ts';
import type { RecordedRun } from './run.ts';

/** A picture of the archive. */
export interface Figure {
  /** Without its ending. */
  readonly name: string;
  readonly svg: string;
  /** Its numbers as CSV; absent where they are the recording's. */
  readonly csv?: string;
}

export interface StudyContent {
  readonly study: Study;
  /** Address of the page with the study. */
  readonly link: string;
  /** In the plan's order. */
  readonly runs: readonly RecordedRun[];
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly figures: readonly Figure[];
}

/** Bytes of data that reproduce.py carries: of the whole study, or else of one run. */
export interface ScriptBounds {
  readonly study: number;
  readonly run: number;
}

const BOUNDS: ScriptBounds = { study: 24e6, run: 64e6 };

/** Is told what is being written, and which share is done. */
export type ArchiveProgress = (what: string, share: number) => void;

/** A study as one zip, in pieces; the same study is the same bytes. */
export function studyArchive(
  content: StudyContent,
  progress: ArchiveProgress = () => undefined,
  bounds = BOUNDS,
): readonly Uint8Array[] {
  const { study, link, figures, datasets, runs } = content;
  const json = studyJson(study);
  const tables = runs.map(tableOf).filter(({ epochs }) => epochs.length > 0);
  const columns = tableColumns(study, new Set(tables.flatMap(measuredScalars)));
  const archive = new Archive();
  const { arrays, shown } = matrixArrays(runs);

  progress('the script', 0.05);
  const { cases, note } = scriptCases(wantedOf(study, runs, shown), datasets, bounds);
  const drawn = figures.flatMap(({ name, svg, csv }) => [
    { name: `figures/${name}.svg`, text: svg },
    ...(csv === undefined ? [] : [{ name: `figures/${name}.csv`, text: csv }]),
  ]);
  const whole = runs.filter(({ isWhole }) => isWhole).length;
  archive.add('README.txt', [
    readmeText({
      link,
      whole,
      partial: runs.length - whole,
      hasScript: cases !== null,
      scriptNote: note,
      matrices: {
        shown: shown.size,
        of: runs.filter(({ planned }) => isFront(study, planned.point)).length,
      },
      hasFlow: runs.some(({ planned }) => planned.experiment.method.kind === 'flow'),
      isMeasured: runs.some(({ probes }) => probes.length > 0),
      figures: drawn.map(({ name }) => name),
    }),
  ]);
  archive.add('study.json', [json]);
  if (cases !== null) archive.add('reproduce.py', reproduceScript(cases, note));

  progress('recording.csv', 0.3);
  archive.add('recording.csv', csvParts());
  progress('recording.parquet', 0.5);
  const fingerprints = fingerprintsOf(runs.map(hashed), ENGINE_VERSION);
  const metadata = { ...tableMetadata(json, fingerprints), link };
  archive.add('recording.parquet', [parquetTable(columns, tables, metadata)]);
  archive.add('fingerprints.txt', [fingerprintsText(fingerprints)]);
  const measured = runs.flatMap(({ planned: { point, experiment }, probes }) => {
    const run = measuredRun({ point, seed: experiment.seed }, probes);
    return run === null ? [] : [run];
  });
  if (measured.length > 0) {
    const probes = measuredColumns(study, measured);
    archive.add('measured.csv', [csvHead(probes), ...measured.map((run) => csvRows(probes, run))]);
    archive.add('measured.parquet', [parquetTable(probes, measured, { study: json, link })]);
  }
  progress('matrices.npz', 0.7);
  archive.add('matrices.npz', [npz(arrays)]);
  progress('figures', 0.95);
  for (const { name, text } of drawn) archive.add(name, [text]);
  return archive.end();

  function* csvParts(): Iterable<string> {
    yield csvHead(columns);
    for (const table of tables) yield csvRows(columns, table);
  }
}

const tableOf = ({ planned: { point, experiment }, epochs, scalars, margins }: RecordedRun): TableRun => ({
  point,
  seed: experiment.seed,
  data: experiment.data,
  epochs,
  scalars,
  leastMargins: leastOfRows(margins, epochs.length),
});

/** Of a run that was stopped, of what there is of it; null for one without an epoch. */
function hashed(run: RecordedRun): HashedRun | null {
  const rows = run.epochs.length;
  if (rows === 0) return null;
  const hashes = { ...hashesOf(run, run.margins), rows };
  return run.isWhole ? hashes : { ...hashes, stopped: run.epochs[rows - 1]! };
}

/** The runs that have rows, with their places in recording.csv; those of the point in front first. */
function wantedOf(
  study: Study,
  runs: readonly RecordedRun[],
  shown: ReadonlySet<RecordedRun>,
): readonly Wanted[] {
  const wanted: { readonly isFront: boolean; readonly run: Wanted }[] = [];
  let firstRow = 0;
  for (const recorded of runs) {
    const { planned, epochs } = recorded;
    const { point, experiment } = planned;
    if (epochs.length > 0) {
      const words = pointInWords(study, point);
      const run = {
        name: `${words}, seed ${experiment.seed}`,
        experiment,
        firstRow,
        rows: epochs.length,
        lastEpoch: epochs.at(-1)!,
        margins: shown.has(recorded) ? marginsName(recorded) : null,
      };
      wanted.push({ isFront: isFront(study, point), run });
    }
    firstRow += epochs.length;
  }
  const inFront = wanted.filter((one) => one.isFront);
  return [...inFront, ...wanted.filter((one) => !one.isFront)].map(({ run }) => run);
}

const NO_SCRIPT_OF_FLOW =
  'There is no reproduce.py: gradient flow has no steps that a script could repeat. "lab verify --recompute" computes it ' +
  'again from study.json, and docs/flow.md says how.';

/** All runs by steps, or the first in front where they would take too much, or none. */
function scriptCases(
  runs: readonly Wanted[],
  datasets: ReadonlyMap<string, Dataset>,
  bounds: ScriptBounds,
): { readonly cases: Cases | null; readonly note: string } {
  if (runs.length === 0)
    return { cases: null, note: 'No run has recorded anything, so there is no reproduce.py.' };
  const wanted = runs.filter(({ experiment }) => experiment.method.kind !== 'flow');
  if (wanted.length === 0) {
    return { cases: null, note: NO_SCRIPT_OF_FLOW };
  }
  const all = casesOf(wanted, datasets, bounds.study);
  if (all !== null) return { cases: all, note: '' };
  const [first] = wanted;
  const one = casesOf([first!], datasets, bounds.run);
  const several = wanted.length > 1 ? ` The data of all ${wanted.length} runs would be too large.` : '';
  return one === null
    ? { cases: null, note: `There is no reproduce.py: the data of one run are above ${bounds.run / 1e6} MB.` }
    : { cases: one, note: `It recomputes ${first!.name} alone.${several}` };
}
