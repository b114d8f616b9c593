import { describe, expect, it } from 'vitest';
import { matrixOrder, rowsByPattern } from '../../../src/charts/matrix/order.ts';
import { syntheticRecording } from '../synthetic.ts';

const recording = syntheticRecording({ n: 6, m: 4, epochs: 20, every: 5 });
const facts = recording.facts!;

describe('matrixOrder', () => {
  it('puts positive neurons on top and samples with y = +1 first', () => {
    const order = matrixOrder(facts);
    const neurons = [...order.rows].map((k) => facts.shape.rows[k]!);
    expect(neurons.slice(0, order.positiveRows).every((r) => r < 4)).toBe(true);
    expect(neurons.slice(order.positiveRows).every((r) => r >= 4)).toBe(true);
    const labels = [...order.columns].map((k) => facts.labels[facts.shape.columns[k]!]!);
    expect(labels.slice(0, order.positiveColumns).every((y) => y === 1)).toBe(true);
    expect(labels.slice(order.positiveColumns).every((y) => y === -1)).toBe(true);
    expect([...order.columns].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('is the same object for the same run, in either order of rows', () => {
    const { snapshots } = recording;
    expect(matrixOrder(facts)).toBe(matrixOrder(facts, 'drawn', snapshots));
    expect(matrixOrder(facts, 'pattern', snapshots)).toBe(matrixOrder(facts, 'pattern', snapshots));
    expect(matrixOrder(facts, 'pattern', [])).toBe(matrixOrder(facts));
  });

  it('is the same object while a run grows and its pattern stays', () => {
    const growing = syntheticRecording({ n: 6, m: 4, epochs: 20, every: 5, seed: 7 });
    const [first] = growing.snapshots;
    const again = { ...first!, epoch: 1 };
    const before = matrixOrder(growing.facts!, 'pattern', [first!]);
    expect(matrixOrder(growing.facts!, 'pattern', [first!, again])).toBe(before);
  });

  it('sorts by the last snapshot, whichever is shown', () => {
    const order = matrixOrder(facts, 'pattern', recording.snapshots);
    expect(order.rows).toEqual(rowsByPattern(matrixOrder(facts), recording.snapshots.at(-1)!.active));
  });
});

describe('rowsByPattern', () => {
  const order = {
    rows: Int32Array.of(0, 1, 2, 3, 4, 5, 6),
    // y = +1 are the stored columns 1 and 2.
    columns: Int32Array.of(1, 2, 0),
    positiveRows: 4,
    positiveColumns: 2,
    stride: 3,
  };

  it('puts equal rows together, by the own class’s points first, ties by index, the dead last', () => {
    // prettier-ignore
    const active = Uint8Array.of(
      0, 0, 0,
      0, 1, 1,
      0, 1, 0,
      0, 1, 1,
      0, 0, 1,
      1, 0, 0,
      0, 0, 0,
    );
    expect([...rowsByPattern(order, active)]).toEqual([1, 3, 2, 0, 5, 4, 6]);
  });

  it('leaves rows that are all alike as they are, and each within its class', () => {
    expect([...rowsByPattern(order, new Uint8Array(21).fill(1))]).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});
