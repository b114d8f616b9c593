import { describe, expect, it } from 'vitest';
import { shownPart, snapshotAt, spectrumAt } from '../../../src/charts/data/snapshots.ts';
import { syntheticRecording } from '../synthetic.ts';

const recording = syntheticRecording({ n: 6, m: 4, epochs: 20, every: 5 });

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

it('says which part of a large matrix is shown, and nothing when it is all', () => {
  expect(shownPart(recording.facts!)).toEqual({ rows: null, columns: null });
  const large = syntheticRecording({ n: 4, m: 5000, epochs: 1, rows: 256 }).facts!;
  expect(shownPart(large).rows).toBe('showing 256 of 10,000 neurons');
});
