import Papa from 'papaparse';
import type { AgainstContent } from '../../charts/against/series.ts';
import { outcomeInWords } from '../../charts/against/words.ts';
import type {
  FunctionPane,
  NetworkPane,
  Pane,
  Picture,
  SlicePane,
  TimePane,
} from '../../charts/card/picture.ts';
import { guideAt } from '../../charts/data/theory.ts';
import type { SamplesContent } from '../../charts/samples/content.ts';
import { firesFor } from '../../charts/network/picture.ts';
import { placeAt } from '../../charts/slice/scene.ts';
import { snapshotAt } from '../../charts/data/snapshots.ts';
import type { Snapshot } from '../../core/observe/recorder.ts';
import type { SnapshotShape } from '../../core/observe/snapshot-shape.ts';
import { useClock } from '../../state/clock.ts';
import { CSV_FORMULA } from '../../export/csv.ts';

type Cell = string | number;

/** What names a row of an epoch: of a run by gradient flow the number of the recorded time, and its logarithm. */
const timeHead = (): readonly string[] =>
  useClock.getState().clock?.logTime ? ['epoch', 'logT'] : ['epoch'];
const timeCells = (epoch: number): readonly number[] => {
  const logTime = useClock.getState().clock?.logTime;
  return logTime ? [epoch, logTime(epoch)] : [epoch];
};

/** Rows that are written at a time. */
const BLOCK = 500;

/**
 * The numbers of a card in full precision, as lines of CSV: of charts over time every epoch, with the band's edges; of a
 * matrix every cell at the epoch under the playhead; of outcomes a row for each varied value.
 */
export function* csvOf({ panes }: Picture, epoch: number): Iterable<string> {
  const times = panes.filter((pane) => pane.kind === 'time');
  let rows: Cell[][] = [];
  for (const row of times.length === panes.length ? timeRows(times) : paneRows(panes, epoch)) {
    rows.push(row);
    if (rows.length < BLOCK) continue;
    yield lines(rows);
    rows = [];
  }
  if (rows.length > 0) yield lines(rows);
}

const lines = (rows: Cell[][]): string =>
  `${Papa.unparse(rows, { newline: '\n', escapeFormulae: CSV_FORMULA })}\n`;

interface Column {
  readonly name: string;
  readonly at: (index: number) => number | undefined;
}

/** Panes of the same runs have the same epochs. */
function* timeRows(panes: readonly TimePane[]): Iterable<Cell[]> {
  const columns = panes.flatMap((pane) =>
    columnsOf(pane).map(({ name, at }) => ({
      name: pane.name === '' ? name : `${pane.name}: ${name}`,
      at,
    })),
  );
  yield [...timeHead(), ...columns.map(({ name }) => name)];
  const { epochs, count } = panes[0]!.content;
  for (let k = 0; k < count; k++)
    yield [...timeCells(epochs[k]!), ...columns.map(({ at }) => written(at(k)))];
}

function columnsOf({ content }: TimePane): readonly Column[] {
  const guides = (content.guides ?? []).map((guide): Column => ({
    name: guide.label,
    at: (k) => guideAt(guide, content.epochs[k]!),
  }));
  const recorded = content.series.flatMap((series): readonly Column[] => {
    if (series.kind === 'bundle') {
      const { matrix, stride } = series;
      return Array.from(series.columns, (column) => ({
        name: `${series.label} ${column + 1}`,
        at: (k: number) => matrix[k * stride + column]!,
      }));
    }
    const { label, values, band, members = [] } = series;
    return [
      { name: label, at: (k) => values[k]! },
      ...(band === null
        ? []
        : [
            { name: `${label}, least of the band`, at: (k: number) => band.low[k]! },
            { name: `${label}, greatest of the band`, at: (k: number) => band.high[k]! },
          ]),
      ...members.map((member, r) => ({ name: `${label}, run ${r + 1}`, at: (k: number) => member[k]! })),
    ];
  });
  return [...recorded, ...guides];
}

/** A row a sample. */
function samplesRows({ labels, points, rings }: SamplesContent): Rows {
  const rows = Array.from(labels, (y, i): Cell[] => [i + 1, y, written(points[i]), written(rings[i])]);
  return { head: ['sample', 'y', 'value', 'outline'], rows };
}

/** What has no number at an epoch is an empty cell. */
const written = (value: number | undefined): Cell =>
  value === undefined || Number.isNaN(value) ? '' : value;

function* paneRows(panes: readonly Pane[], epoch: number): Iterable<Cell[]> {
  let head: string | null = null;
  for (const pane of panes) {
    const rows = rowsOf(pane, epoch);
    const text = rows.head.join();
    if (text !== head) yield ['pane', ...rows.head];
    head = text;
    for (const row of rows.rows) yield [pane.name, ...row];
  }
}

interface Rows {
  readonly head: readonly string[];
  readonly rows: Iterable<Cell[]>;
}

function rowsOf(pane: Pane, epoch: number): Rows {
  switch (pane.kind) {
    case 'time':
      return {
        head: [...timeHead(), ...columnsOf(pane).map(({ name }) => name)],
        rows: withoutHead(timeRows([pane])),
      };
    case 'spectrum': {
      const values = pane.snapshots.map((snapshot) => [
        ...timeCells(snapshot.epoch),
        ...snapshot.singularValues,
      ]);
      const most = Math.max(0, ...pane.snapshots.map(({ singularValues }) => singularValues.length));
      return { head: [...timeHead(), ...Array.from({ length: most }, (_, k) => `σ${k + 1}`)], rows: values };
    }
    case 'plane': {
      const { recording } = pane.run;
      const shape = recording?.facts?.shape;
      return {
        head: [...timeHead(), 'neuron', 'signal', 'noise'],
        rows: recording && shape ? planeRows(recording.snapshots, shape) : [],
      };
    }
    case 'function':
      return { head: ['function', 'z', 'value'], rows: functionRows(pane.lines) };
    case 'samples':
      return samplesRows(pane.content);
    case 'against':
      return againstRows(pane.content);
    case 'network':
      return { head: ['epoch', 'neuron', 'class', 'fires for samples'], rows: neuronRows(pane, epoch) };
    case 'slice':
      return { head: ['epoch', 'what', 'number', 'class', ...pane.axes], rows: sliceRows(pane, epoch) };
    case 'matrix': {
      const { facts, snapshots } = pane.picture;
      const snapshot = snapshots[snapshotAt(snapshots, epoch)];
      return {
        head: [
          ...timeHead(),
          'neuron',
          'sample',
          'ρ',
          'active',
          ...(snapshot?.sliding ? ['φ′ on its kink'] : []),
        ],
        rows: snapshot ? cellRows(snapshot, facts.shape) : [],
      };
    }
  }
}

/** For how many of the shown samples each shown neuron fires. */
function* neuronRows({ picture }: NetworkPane, epoch: number): Iterable<Cell[]> {
  const { shape, neurons } = picture.facts;
  for (const row of shape.rows) {
    const own = firesFor(picture, row, epoch);
    yield [epoch, row + 1, row < neurons / 2 ? 1 : -1, own?.fires ?? ''];
  }
}

/** Samples where they are projected, and the neurons at the epoch under the playhead. */
function* sliceRows({ slice: { frame, places }, labels }: SlicePane, epoch: number): Iterable<Cell[]> {
  const place = places[placeAt(places, epoch)]!;
  for (const [i, y] of labels.entries()) {
    yield [place.epoch, 'sample', i + 1, y, frame.samples[2 * i]!, frame.samples[2 * i + 1]!];
  }
  for (let r = 0; r < frame.neurons; r++) {
    const sign = r < frame.neurons / 2 ? 1 : -1;
    yield [place.epoch, 'neuron', r + 1, sign, place.arrows[2 * r]!, place.arrows[2 * r + 1]!];
  }
}

function* functionRows(lines: FunctionPane['lines']): Iterable<Cell[]> {
  for (const { entry, points } of lines) {
    for (let k = 0; k < points.length; k += 2) {
      if (!Number.isNaN(points[k + 1])) yield [entry.label, points[k]!, points[k + 1]!];
    }
  }
}

/** The varied values of a point, its mean and spread, and the outcome of each run. */
function againstRows({ setting, spec, series }: AgainstContent): Rows {
  const places = series.flatMap((one) => one.places.map((place) => ({ curve: one.label, place })));
  const most = Math.max(0, ...places.map(({ place }) => place.outcomes.length));
  return {
    head: [
      'curve',
      setting,
      `${outcomeInWords(spec)}, mean`,
      'least of the band',
      'greatest of the band',
      'least',
      'greatest',
      ...Array.from({ length: most }, (_, r) => `run ${r + 1}`),
    ],
    rows: places.map(({ curve, place: { value, mean, low, high, outcomes } }) => {
      const values = outcomes.flatMap((outcome) => (outcome.kind === 'value' ? [outcome.value] : []));
      const extremes = values.length === 0 ? ['', ''] : [Math.min(...values), Math.max(...values)];
      const runs = outcomes.map((outcome) => (outcome.kind === 'value' ? outcome.value : outcome.kind));
      return [curve, String(value), mean ?? '', written(low), written(high), ...extremes, ...runs];
    }),
  };
}

function* withoutHead(rows: Iterable<Cell[]>): Iterable<Cell[]> {
  let k = 0;
  for (const row of rows) if (k++ > 0) yield row;
}

function* planeRows(snapshots: readonly Snapshot[], { rows }: SnapshotShape): Iterable<Cell[]> {
  for (const { epoch, neurons } of snapshots) {
    if (neurons === null) continue;
    for (let r = 0; r < rows.length; r++) {
      yield [...timeCells(epoch), rows[r]! + 1, neurons.signal[r]!, neurons.noise[r]!];
    }
  }
}

function* cellRows(
  { epoch, rho, active, sliding }: Snapshot,
  { rows, columns }: SnapshotShape,
): Iterable<Cell[]> {
  for (let r = 0, at = 0; r < rows.length; r++) {
    for (let i = 0; i < columns.length; i++, at++) {
      // Of a flow: empty where the pair is beside its kink.
      const kink = sliding === null ? [] : [sliding[at]! < 0 ? '' : sliding[at]!];
      yield [...timeCells(epoch), rows[r]! + 1, columns[i]! + 1, rho[at]!, active[at]!, ...kink];
    }
  }
}
