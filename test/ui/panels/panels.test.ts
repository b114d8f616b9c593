import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/core/observe/recorder.ts';
import { errorsContent } from '../../../src/ui/panels/later/errors.ts';
import { isPlane, PANELS, panelsFor } from '../../../src/ui/panels/index.ts';
import { marginsContent } from '../../../src/ui/panels/margins.tsx';
import { blockMeans } from '../../../src/ui/panels/matrix-means.ts';
import { rhoLinesContent } from '../../../src/ui/panels/rho-lines.tsx';
import { rhoTracks } from '../../../src/ui/panels/rho-tracks.ts';
import { createBands } from '../../../src/charts/data/means.ts';
import { stableRankAt, stableRankContent } from '../../../src/ui/panels/stable-rank.tsx';
import { TOLD } from '../../../src/ui/panels/told/index.ts';
import { probeSynthetic } from '../../charts/synthetic-probes.ts';
import { sliceSynthetic } from '../../charts/synthetic-slices.ts';
import { syntheticRecording } from '../../charts/synthetic.ts';

const runs = [1, 2, 3].map((seed) => syntheticRecording({ seed, n: 6, m: 5, epochs: 200, every: 2 }));
const signalRuns = [1, 2, 3].map((seed) =>
  syntheticRecording({ seed, n: 6, m: 5, epochs: 200, every: 2, signal: true }),
);
probeSynthetic([...runs, ...signalRuns]);
sliceSynthetic(runs);
const needsSignal = new Set(
  panelsFor('signal-noise').filter((panel) => !panelsFor('two-xor').includes(panel)),
);

const spectraOf = (snapshots: readonly Snapshot[]): number =>
  snapshots.filter(({ singularValues }) => singularValues.length > 0).length;

describe('PANELS', () => {
  it('come in reading order with ids of their own', () => {
    expect(panelsFor('gaussian-mixture').map((panel) => panel.id)).toEqual([
      'stable-rank',
      'loss',
      'activation',
      'rho',
      'rho-lines',
      'margins',
      'neuron-norms',
      'spectrum',
      'errors',
      'decision',
      'network',
      'pattern',
      'flips',
      'last-flip',
      'margin-gap',
      'normalised-margin',
      'limit',
      'limit-points',
      'effective-rank',
      'gradient-norm',
      'sharpness',
      'phi',
    ]);
    expect(new Set(PANELS.map((panel) => panel.id)).size).toBe(PANELS.length);
  });

  it('begin with the decision where all of input space is a plane', () => {
    expect(isPlane({ data: 'gaussian-mixture', d: 2 })).toBe(true);
    expect(isPlane({ data: 'dataset', d: 2 })).toBe(false);
    const ids = panelsFor('gaussian-mixture', [], true).map((panel) => panel.id);
    expect(ids.slice(0, 4)).toEqual(['stable-rank', 'loss', 'decision', 'network']);
    expect(new Set(ids)).toEqual(new Set(panelsFor('gaussian-mixture').map((panel) => panel.id)));
  });

  it('begin with what was learned for data with a signal, and leave it out for others', () => {
    const ids = panelsFor('signal-noise').map((panel) => panel.id);
    expect(ids.slice(0, 4)).toEqual(['signal-noise', 'accuracy', 'signal-plane', 'gamma-rho']);
    expect(ids).not.toContain('errors');
    expect([...needsSignal].map((panel) => panel.id)).toEqual(ids.slice(0, 4));
  });

  // Those have no epochs: against.test.ts, network.test.ts.
  for (const panel of PANELS.filter(({ id, of }) => of !== 'points' && id !== 'network')) {
    it(`${panel.id} has words and a table with a full row for every epoch that it shows`, () => {
      const shown = needsSignal.has(panel) ? signalRuns : runs;
      const { columns, count, epochs, row: rowAt } = TOLD[panel.id].table(shown, 1);
      const { length, snapshots } = shown[1]!;
      if (epochs === undefined) expect(count).toBe(shown[1]!.facts!.n);
      else {
        expect([length, snapshots.length, spectraOf(snapshots)]).toContain(count);
        expect(epochs[count - 1]).toBe(200);
      }
      for (const row of Array.from({ length: count }, (_, index) => rowAt(index))) {
        expect(row.length).toBe(columns.length);
        expect(row.every((cell) => cell !== '' && !cell.includes('not finite'))).toBe(true);
      }
      expect(TOLD[panel.id].summary(shown, 1)).toMatch(/epoch 200/);
    });

    it(`${panel.id} has words and an empty table before the first epoch`, () => {
      for (const recordings of [[], [syntheticRecording({ length: 0, ended: false })]]) {
        expect(TOLD[panel.id].table(recordings).count).toBe(0);
        expect(TOLD[panel.id].summary(recordings)).toMatch(/nothing yet/);
      }
    });
  }
});

describe('stable rank', () => {
  it('is shown minus one on the excess axis', () => {
    const plain = stableRankContent(runs, 'linear').series[0]!;
    const excess = stableRankContent(runs, 'excess').series[0]!;
    if (plain.kind !== 'line' || excess.kind !== 'line') throw new Error('not lines');
    expect(excess.values[7]).toBe(plain.values[7]! - 1);
    expect(stableRankContent(runs, 'excess').axis).toBe('log');
  });

  it('has the big number at the epoch at or before the playhead: mean over W₊, W₋ and the runs', () => {
    const at = stableRankAt(runs, 3.7)!;
    expect(at.epoch).toBe(3);
    const all = runs.flatMap((r) => [r.column('stableRankPositive')[3]!, r.column('stableRankNegative')[3]!]);
    // Six additions.
    expect(at.value).toBeCloseTo(all.reduce((a, b) => a + b) / 6, 12);
    expect(stableRankAt([], 0)).toBeNull();
  });

  it('has the big number of the whole W where that is the headline, and draws its curve as strongly', () => {
    const all = runs.map((r) => r.column('stableRankAll')[3]!);
    expect(stableRankAt(runs, 3, 'all')!.value).toBeCloseTo(all.reduce((a, b) => a + b) / 3, 12);
    const widths = (headline: 'mean' | 'all') =>
      stableRankContent(runs, 'linear', createBands(), [], headline).series.map((series) =>
        series.kind === 'line' ? series.width : NaN,
      );
    expect(widths('mean')).toEqual([3, 3, 2]);
    expect(widths('all')).toEqual([2, 2, 3]);
  });

  it('may be relative to its start, run by run, for every matrix, in the table and in the big number', () => {
    const all = createBands();
    const [positive, , whole] = stableRankContent(runs, 'linear', all, [], 'mean', 'start').series;
    if (positive?.kind !== 'line' || whole?.kind !== 'line') throw new Error('not lines');
    expect([positive.values[0], whole.values[0]]).toEqual([1, 1]);
    const shares = runs.map((r) => r.column('stableRankAll')[7]! / r.column('stableRankAll')[0]!);
    expect(whole.values[7]).toBeCloseTo(shares.reduce((a, b) => a + b) / 3, 12);
    expect(stableRankAt(runs, 7, 'all', 'start')!.value).toBeCloseTo(whole.values[7]!, 12);
    // Far below the 1 that no stable rank is below, and with a band there.
    expect(whole.band!.low[200]).toBeLessThan(0.2);
    // Of the same storage the stable rank itself is another mean.
    const [plain] = stableRankContent(runs, 'linear', all).series;
    expect(plain?.kind === 'line' && plain.values[0]! > 1).toBe(true);
  });

  it('has a band for several runs and none for one', () => {
    expect(stableRankContent(runs, 'linear').series[0]).toMatchObject({ band: { count: 201 } });
    expect(stableRankContent(runs.slice(0, 1), 'linear').series[0]).toMatchObject({ band: null });
    expect(stableRankContent(runs, 'linear').runs).toBe('mean ± 3 sd of 3 runs');
  });
});

it('margins have one curve for each sample, by label', () => {
  const { series } = marginsContent(runs, 0);
  const columns = series.flatMap((s) => (s.kind === 'bundle' ? [...s.columns] : []));
  expect(columns.sort()).toEqual([0, 1, 2, 3, 4, 5]);
  expect(series.map((s) => s.label)).toEqual(['y = +1', 'y = −1']);
  expect(new Set(series.map((s) => s.dash)).size).toBe(2);
});

it('errors leave out the test error where there are no test points', () => {
  const tested = errorsContent(runs).series.map((s) => s.label);
  expect(tested).toEqual(['test', 'training']);
  const bare = syntheticRecording({ epochs: 5 });
  const none = {
    ...bare,
    column: (name: Parameters<typeof bare.column>[0]) =>
      name === 'testError' ? new Float64Array(6).fill(-1) : bare.column(name),
  };
  expect(errorsContent([none]).series.map((s) => s.label)).toEqual(['training']);
});

describe('coefficients', () => {
  const recording = runs[0]!;
  const facts = recording.facts!;

  it('tracks are the means over the neurons of the own and of the other class', () => {
    const tracks = rhoTracks(recording, facts);
    const snapshot = recording.snapshots[7]!;
    const { n, neurons, labels } = facts;
    for (let i = 0; i < n; i++) {
      let [own, other] = [0, 0];
      for (let r = 0; r < neurons; r++) {
        const j = r < neurons / 2 ? 1 : -1;
        if (j === labels[i]) own += snapshot.rho[r * n + i]!;
        else other += snapshot.rho[r * n + i]!;
      }
      // Sums of five numbers of size one.
      expect(tracks.means[7 * 2 * n + i]).toBeCloseTo(own / 5, 12);
      expect(tracks.means[7 * 2 * n + n + i]).toBeCloseTo(other / 5, 12);
    }
    expect(tracks.largest[7]).toBe(Math.max(...snapshot.rho));
    expect(tracks.smallest[7]).toBe(Math.min(...snapshot.rho));
  });

  it('the scale of ρ is the largest of the whole run so far', () => {
    const largest = Math.max(...recording.snapshots.flatMap((s) => [...s.rho].map(Math.abs)));
    expect(rhoTracks(recording, facts).peak).toBe(largest);
  });

  it('the scale is that of γ where it is larger', () => {
    const signal = syntheticRecording({ n: 4, m: 3, epochs: 9, signal: true });
    const [first] = signal.snapshots;
    const neurons = { ...first!.neurons!, gamma: Float64Array.of(1, -70, 2, 0, 0, 0) };
    expect(rhoTracks({ ...signal, snapshots: [{ ...first!, neurons }] }, signal.facts!).peak).toBe(70);
  });

  it('tracks take in new snapshots and keep the old', () => {
    const growing = { ...recording, snapshots: recording.snapshots.slice(0, 3) as readonly Snapshot[] };
    const before = Array.from(rhoTracks(growing, facts).means.subarray(0, 36));
    growing.snapshots = recording.snapshots;
    const tracks = rhoTracks(growing, facts);
    expect(tracks.count).toBe(recording.snapshots.length);
    expect(Array.from(tracks.means.subarray(0, 36))).toEqual(before);
    expect(Array.from(tracks.means.subarray(0, tracks.count * 12))).toEqual(
      Array.from(rhoTracks(recording, facts).means.subarray(0, tracks.count * 12)),
    );
  });

  it('lines are against the epochs of the snapshots', () => {
    const content = rhoLinesContent(runs, 0);
    expect(content.count).toBe(recording.snapshots.length);
    expect(content.epochs[3]).toBe(6);
  });

  it('blockMeans averages each class of neurons over each label', () => {
    const shape = { rows: Int32Array.of(0, 1), columns: Int32Array.of(0, 1) };
    const small = { ...facts, neurons: 2, labels: Float64Array.of(-1, 1), shape };
    expect(blockMeans([1, 2, 3, 4], small)).toEqual([2, 1, 4, 3]);
  });
});
