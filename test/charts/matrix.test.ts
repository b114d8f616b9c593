import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blocks,
  cellAt,
  cellOrigin,
  LEAD,
  matrixGeometry,
  matrixOrder,
  neuronName,
  sampleName,
  shownPart,
  snapshotAt,
  spectrumAt,
} from '../../src/charts/matrix.ts';
import { syntheticRecording } from './synthetic.ts';

const recording = syntheticRecording({ n: 6, m: 4, epochs: 20, every: 5 });
const facts = recording.facts!;
const order = matrixOrder(facts);

describe('matrixOrder', () => {
  it('puts positive neurons on top and samples with y = +1 first', () => {
    const neurons = [...order.rows].map((k) => facts.shape.rows[k]!);
    expect(neurons.slice(0, order.positiveRows).every((r) => r < 4)).toBe(true);
    expect(neurons.slice(order.positiveRows).every((r) => r >= 4)).toBe(true);
    const labels = [...order.columns].map((k) => facts.labels[facts.shape.columns[k]!]!);
    expect(labels.slice(0, order.positiveColumns).every((y) => y === 1)).toBe(true);
    expect(labels.slice(order.positiveColumns).every((y) => y === -1)).toBe(true);
    expect([...order.columns].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('is the same object for the same run', () => {
    expect(matrixOrder(facts)).toBe(order);
  });
});

describe('matrixGeometry', () => {
  const most = { width: 1e4, height: 1e4 };

  it('never draws rows that are now one pixel tall, now two', () => {
    const geometry = matrixGeometry(order, { width: 300, height: 8 * 1.7 + 3 }, 3, most);
    expect(geometry.cellHeight).toBe(1);
  });

  it('keeps cells within their largest sides', () => {
    const geometry = matrixGeometry(order, { width: 3000, height: 3000 }, 3, { width: 50, height: 20 });
    expect([geometry.cellWidth, geometry.cellHeight]).toEqual([50, 20]);
  });

  it('finds every cell again from a point within it, and none between the classes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 900 }),
        fc.integer({ min: 20, max: 900 }),
        fc.integer({ min: 0, max: 7 }),
        fc.integer({ min: 0, max: 5 }),
        (width, height, row, column) => {
          const geometry = matrixGeometry(order, { width, height }, 3, most);
          const { x, y } = cellOrigin(order, geometry, row, column);
          const found = cellAt(order, geometry, x + geometry.cellWidth / 2, y + geometry.cellHeight / 2);
          expect(found).toEqual({ row, column });
          const between = order.positiveRows * geometry.cellHeight + 1;
          expect(cellAt(order, geometry, 1, between)).toBeNull();
        },
      ),
    );
  });

  it('sets the lead apart on the left, and finds it under the pointer', () => {
    const geometry = matrixGeometry(order, { width: 300, height: 200 }, 3, most, 60);
    expect(cellOrigin(order, geometry, 2, LEAD)).toEqual({ x: 0, y: 2 * geometry.cellHeight });
    expect(cellAt(order, geometry, 30, 2.5 * geometry.cellHeight)).toEqual({ row: 2, column: LEAD });
    expect(cellAt(order, geometry, 61, 5)).toBeNull();
    expect(cellOrigin(order, geometry, 0, 0).x).toBe(geometry.start);
    expect(cellAt(order, geometry, geometry.start + 1, 5)).toEqual({ row: 0, column: 0 });
    // Rounding of six widths.
    expect(geometry.width).toBeCloseTo(300, 9);
  });

  it('has four blocks that hold all cells', () => {
    const parts = blocks(order, matrixGeometry(order, { width: 300, height: 300 }, 3, most));
    expect(parts.length).toBe(4);
    expect(parts.reduce((sum, part) => sum + part.rows * part.columns, 0)).toBe(48);
  });
});

it('neurons and samples are counted from 1 in their class, as in the papers', () => {
  expect(neuronName(16, 200)).toBe('neuron +17');
  expect(neuronName(116, 200)).toBe('neuron −17');
  expect(sampleName(3, Float64Array.of(1, 1, 1, -1))).toBe('sample 4 (y = −1)');
});

it('says which part of a large matrix is shown, and nothing when it is all', () => {
  expect(shownPart(facts)).toEqual({ rows: null, columns: null });
  const large = syntheticRecording({ n: 4, m: 5000, epochs: 1, rows: 256 }).facts!;
  expect(shownPart(large).rows).toBe('showing 256 of 10,000 neurons');
});

describe('snapshots', () => {
  it('the one shown is at or before the playhead', () => {
    const epochs = [0, 4, 5, 7, 20, 1e9].map(
      (t) => recording.snapshots[snapshotAt(recording.snapshots, t)]!.epoch,
    );
    expect(epochs).toEqual([0, 0, 5, 5, 20, 20]);
    expect(snapshotAt([], 3)).toBe(-1);
  });

  it('a spectrum is looked for further back where an epoch has none', () => {
    const bare = recording.snapshots.map((s, k) =>
      k === 0 ? s : { ...s, singularValues: new Float64Array(0) },
    );
    expect(spectrumAt(bare, 3)).toBe(0);
    expect(spectrumAt(bare.slice(1), 2)).toBe(-1);
  });
});
