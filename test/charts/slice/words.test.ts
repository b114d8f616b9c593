import { describe, expect, it } from 'vitest';
import {
  axisLabels,
  directionLabel,
  parallelNote,
  sliceSummary,
  sliceTable,
} from '../../../src/charts/slice/words.ts';
import { placeAt, sliceGeometry } from '../../../src/charts/slice/scene.ts';
import { syntheticRecording } from '../synthetic.ts';
import { syntheticSlice } from '../synthetic-slices.ts';

const recording = syntheticRecording({ n: 6, m: 5, epochs: 40 });
const slice = syntheticSlice(recording);
const labels = recording.facts!.labels;

describe('a slice in words', () => {
  it('names directions, and what of the second is orthogonal to the first', () => {
    expect(['mu', 'x12', 'v', 's1'].map((name) => directionLabel(name as 'v'))).toEqual([
      'μ',
      'x₁₂',
      'v',
      'first singular direction of W',
    ]);
    expect(axisLabels(slice.frame)).toEqual(['v', 'u, its part ⟂ v']);
    expect(axisLabels({ ...slice.frame, degrees: 90 })).toEqual(['v', 'u']);
  });

  it('says when both directions are nearly one line, whichever way they point', () => {
    expect(parallelNote(slice.frame)).toBe('');
    expect(parallelNote({ ...slice.frame, degrees: 176.4 })).toBe('v and u are 176° apart: nearly one line');
    expect(parallelNote({ ...slice.frame, degrees: 3 })).toContain('nearly one line');
  });

  it('counts the samples on their side while that is quick', () => {
    expect(sliceSummary(slice, labels)).toMatch(
      /at epoch 40: f has the sign of its class at \d of 6 projected/,
    );
    const large = { ...slice, frame: { ...slice.frame, neurons: 1e6 } };
    expect(sliceSummary(large, labels)).not.toContain('projected samples');
  });

  it('has a row for each epoch that was projected', () => {
    const table = sliceTable(slice, labels);
    expect(table.count).toBe(41);
    expect(table.row(40)[0]).toBe('40');
    expect(table.row(40).length).toBe(table.columns.length);
  });
});

describe('what is shown of a slice', () => {
  const box = { width: 320, height: 400, em: 13 };

  it('is as large as fits, and has all samples in it', () => {
    const { width, height, left, top, across, up } = sliceGeometry(slice, box);
    expect(left + width).toBeLessThanOrEqual(box.width);
    expect(top + height).toBeLessThanOrEqual(box.height);
    const half = Math.min(across.domain[1], up.domain[1]);
    expect(slice.frame.samples.every((value) => Math.abs(value) < half)).toBe(true);
    expect([across.position(0), up.position(up.domain[1])]).toEqual([width / 2, 0]);
    expect(across.invert(across.position(0.3))).toBeCloseTo(0.3, 12);
  });

  it('goes on where its box does, a unit being as long in both directions', () => {
    const geometry = sliceGeometry(slice, { width: 320, height: 460, em: 13 });
    const unit = geometry.side / 2 / geometry.half;
    expect(geometry.height).toBeGreaterThan(geometry.width + 40);
    expect(geometry.top + geometry.height + 2.9 * 13).toBeCloseTo(460, 9);
    for (const { position } of [geometry.across, geometry.up])
      expect(Math.abs(position(1) - position(0))).toBeCloseTo(unit, 9);
  });

  it('has the place at or before an epoch', () => {
    expect([-1, 0, 12.5, 99].map((t) => placeAt(slice.places, t))).toEqual([0, 0, 12, 40]);
  });
});
