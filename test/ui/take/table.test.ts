import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Picture } from '../../../src/charts/card/picture.ts';
import type { TimeContent } from '../../../src/charts/data/content.ts';
import { matrixOrder } from '../../../src/charts/matrix/order.ts';
import { networkPicture } from '../../../src/charts/network/picture.ts';
import { csvOf } from '../../../src/ui/take/table.ts';
import { syntheticRecording } from '../../charts/synthetic.ts';
import { syntheticSlice } from '../../charts/synthetic-slices.ts';

const COUNT = 1_200;
const values = Float64Array.from({ length: COUNT }, (_, k) => Math.exp(-k / 7) / 3);
const part = { colour: 'accent', dash: 'solid', width: 2, read: () => 'rounded' } as const;

const content: TimeContent = {
  epochs: Float64Array.from({ length: COUNT }, (_, k) => 2 * k),
  count: COUNT,
  axis: 'log',
  valueLabel: '',
  include: [],
  references: [],
  guide: null,
  runs: '',
  growing: false,
  series: [
    {
      ...part,
      kind: 'line',
      label: '=loss',
      values,
      band: { mean: values, low: values.map((v) => v / 3), high: values, count: COUNT },
    },
    {
      ...part,
      kind: 'bundle',
      label: 'margin',
      matrix: Float64Array.from({ length: 3 * COUNT }, (_, k) => (k % 3 === 2 ? Number.NaN : k / 7)),
      stride: 3,
      columns: Int32Array.of(0, 2),
    },
  ],
};

const picture: Picture = {
  layout: 'across',
  panes: [{ kind: 'time', name: '', content, time: 'linear', last: 2 * COUNT, timeLabels: true }],
  valueLabel: '',
  legend: { title: '', entries: [] },
  colours: null,
};

describe('the numbers of a chart over time as CSV', () => {
  const { data } = Papa.parse<readonly string[]>([...csvOf(picture, 0)].join('').trimEnd());
  const [head, ...rows] = data;

  it('are every epoch, in the digits that read back as the same doubles', () => {
    expect(rows).toHaveLength(COUNT);
    expect(rows.map(([epoch]) => Number(epoch))).toEqual([...content.epochs]);
    expect(Float64Array.from(rows, (row) => Number(row[1]))).toEqual(values);
    expect(Float64Array.from(rows, (row) => Number(row[2]))).toEqual(values.map((v) => v / 3));
    expect(rows.map((row) => Number(row[4]))).toEqual(rows.map((_, k) => (3 * k) / 7));
  });

  it('have a column for each curve of the theory, after those recorded, and nothing where it has no value', () => {
    const guide = {
      label: 'Lemma G.4: at most',
      dash: 'dashed',
      epochs: Float64Array.of(4, 6),
      values: Float64Array.of(1 / 3, 1 / 7),
      faint: false,
    } as const;
    const short = { ...content, count: 5, guides: [guide] };
    const [pane] = picture.panes;
    if (pane?.kind !== 'time') throw new Error('not a pane over time');
    const text = [...csvOf({ ...picture, panes: [{ ...pane, content: short }] }, 0)].join('').trimEnd();
    const [names, ...cells] = Papa.parse<readonly string[]>(text).data;
    expect(names!.at(-1)).toBe('Lemma G.4: at most');
    expect(cells.map((row) => row.at(-1))).toEqual(['', '', String(1 / 3), String(1 / 7), '']);
  });

  it('have a column for each curve and edge of a band, no formula, and nothing where nothing was measured', () => {
    expect(head).toEqual([
      'epoch',
      "'=loss",
      "'=loss, least of the band",
      "'=loss, greatest of the band",
      'margin 1',
      'margin 3',
    ]);
    expect(rows[5]![5]).toBe('');
  });
});

it('the numbers of a slice are its samples, and its neurons at the playhead; of the network, for whom its neurons fire', () => {
  const recording = syntheticRecording({ n: 6, m: 5, epochs: 10 });
  const slice = syntheticSlice(recording);
  const { labels } = recording.facts!;
  const taken = (pane: Picture['panes'][number]) =>
    Papa.parse<readonly string[]>([...csvOf({ ...picture, panes: [pane] }, 7)].join('').trimEnd()).data;
  const [head, ...rows] = taken({ kind: 'slice', name: '', slice, labels, axes: ['v', 'u'] });
  expect(head!.slice(1)).toEqual(['epoch', 'what', 'number', 'class', 'v', 'u']);
  expect(rows.map((row) => row[2]).filter((what) => what === 'sample').length).toBe(6);
  const { arrows } = slice.places[7]!;
  expect(rows.at(-1)!.slice(1)).toEqual([
    '7',
    'neuron',
    '10',
    '-1',
    String(arrows.at(-2)),
    String(arrows.at(-1)),
  ]);
  const network = taken({ kind: 'network', name: '', picture: networkPicture(recording)! });
  expect(network.length).toBe(11);
  expect(network[0]!.slice(1)).toEqual(['epoch', 'neuron', 'class', 'fires for samples']);
});

it('the numbers of a matrix have φ′ of what stays on its kink by gradient flow, and no such column of other runs', () => {
  const recording = syntheticRecording({ seed: 1, n: 2, m: 1, epochs: 2, every: 1 });
  const linesOf = (sliding: Float32Array | null): readonly string[] => {
    const facts = recording.facts!;
    const matrix = {
      facts,
      order: matrixOrder(facts),
      snapshots: recording.snapshots.map((snapshot) => ({ ...snapshot, sliding })),
      paint: () => undefined,
      marked: () => [],
      read: () => '',
      note: () => '',
    };
    const panes = [{ kind: 'matrix', name: '', picture: matrix }] as const;
    return [...csvOf({ ...picture, panes }, 2)].join('').trimEnd().split('\n');
  };
  const [head, ...rows] = linesOf(Float32Array.of(-1, 0.375, 0, -1));
  expect(head).toBe('pane,epoch,neuron,sample,ρ,active,φ′ on its kink');
  expect(rows.map((row) => row.split(',').at(-1))).toEqual(['', '0.375', '0', '']);
  expect(linesOf(null)[0]).toBe('pane,epoch,neuron,sample,ρ,active');
});
