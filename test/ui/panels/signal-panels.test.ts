import { describe, expect, it } from 'vitest';
import type { LineSeries } from '../../../src/charts/data/content.ts';
import { accuracyContent } from '../../../src/ui/panels/accuracy.tsx';
import { frontName, runName } from '../../../src/ui/panels/bundles.ts';
import { largestGammas } from '../../../src/ui/panels/told/gamma-rho.ts';
import { PANELS, panelsFor } from '../../../src/ui/panels/index.ts';
import { lossContent } from '../../../src/ui/panels/loss.tsx';
import { signalNoiseContent } from '../../../src/ui/panels/signal-noise.tsx';
import { trailRuns } from '../../../src/ui/panels/later/SignalPlane.tsx';
import { stableRankContent } from '../../../src/ui/panels/stable-rank.tsx';
import { TOLD } from '../../../src/ui/panels/told/index.ts';
import { createBands } from '../../../src/charts/data/means.ts';
import { probeSynthetic } from '../../charts/synthetic-probes.ts';
import { sliceSynthetic } from '../../charts/synthetic-slices.ts';
import { comparedRuns, syntheticRecording } from '../../charts/synthetic.ts';

const variants = comparedRuns({ n: 6, m: 5, epochs: 100 });
probeSynthetic(variants.flatMap(({ recordings }) => recordings));
sliceSynthetic(variants.flatMap(({ recordings }) => recordings));
const pegr = variants[1]!.recordings;
const line = (series: readonly unknown[], index: number): LineSeries => series[index] as LineSeries;

describe('panels of compared modes', () => {
  for (const panel of panelsFor('signal-noise').filter(({ id, of }) => of !== 'points' && id !== 'network')) {
    it(`${panel.id} has words and a table`, () => {
      const { columns, count, row: rowAt } = TOLD[panel.id].table(pegr, 1, variants);
      expect(count).toBeGreaterThan(3);
      for (const row of Array.from({ length: count }, (_, index) => rowAt(index))) {
        expect(row.length).toBe(columns.length);
        expect(row.every((cell) => cell !== '')).toBe(true);
      }
      expect(TOLD[panel.id].summary(pegr, 1, variants)).toMatch(/epoch 100/);
    });
  }

  it('all have an empty table before the first epoch', () => {
    const waiting = variants.map((variant) => ({
      ...variant,
      recordings: [syntheticRecording({ length: 0, ended: false })],
    }));
    for (const panel of PANELS.filter(({ of }) => of !== 'points')) {
      expect(TOLD[panel.id].table(waiting[1]!.recordings, 0, waiting).count).toBe(0);
      expect(TOLD[panel.id].summary(waiting[1]!.recordings, 0, waiting)).toMatch(/nothing yet/);
    }
  });

  it('say which mode a single run is of, and only then', () => {
    expect(runName(pegr, 1, variants)).toBe('PEGR, run 2 of 2');
    expect(runName(pegr, 1)).toBe('run 2 of 2');
    expect(runName(variants[0]!.recordings.slice(0, 1), 0, variants)).toBe('no regularisation');
    expect(frontName(pegr, variants.slice(1, 2))).toBe('');
  });
});

it('signal and noise are two curves, or six where modes are compared', () => {
  expect(signalNoiseContent(pegr).series.map(({ label }) => label)).toEqual(['signal', 'noise']);
  expect(signalNoiseContent(pegr, createBands(), variants).series.length).toBe(6);
});

describe('loss', () => {
  it('has data loss and penalty apart when there is one', () => {
    const { series } = lossContent(pegr);
    expect(series.map(({ label }) => label)).toEqual(['data loss L', 'penalty λR']);
    const [first, second] = pegr.map((run) => run.column('penalty')[30]!);
    // λ = 0.5; two additions.
    expect(line(series, 1).values[30]).toBeCloseTo((0.5 * (first! + second!)) / 2, 12);
    expect(lossContent(variants[0]!.recordings).series.map(({ label }) => label)).toEqual(['loss']);
  });

  it('has the penalty of the mode in front beside the losses of all', () => {
    const labels = lossContent(pegr, createBands(), variants).series.map(({ label }) => label);
    expect(labels).toEqual(['none', 'PEGR', 'FGR', 'penalty λR, PEGR']);
    const without = lossContent(variants[0]!.recordings, createBands(), variants).series;
    expect(without.map(({ label }) => label)).toEqual(['none', 'PEGR', 'FGR']);
  });
});

describe('accuracy', () => {
  it('is one minus the error, between 0 and 100 %, with the coin flip at one half', () => {
    const { series, include, references, percent } = accuracyContent(pegr.slice(0, 1));
    expect(series.map(({ label }) => label)).toEqual(['test points', 'training points']);
    expect(line(series, 0).values[9]).toBe(1 - pegr[0]!.column('testError')[9]!);
    expect([include, references[0]?.value, percent]).toEqual([[0, 1], 0.5, true]);
  });

  it('is that of the training points where there are no others', () => {
    const bare = {
      ...pegr[0]!,
      column: (name: Parameters<(typeof pegr)[0]['column']>[0]) =>
        name === 'testError' ? new Float64Array(101).fill(-1) : pegr[0]!.column(name),
    };
    expect(accuracyContent([bare]).series.map(({ label }) => label)).toEqual(['training points']);
  });
});

it('the stable rank of a compared mode is the mean of W₊ and W₋, as the big number is', () => {
  const { series } = stableRankContent(pegr, 'linear', createBands(), variants);
  const ranks = pegr.flatMap((r) => [
    r.column('stableRankPositive')[40]!,
    r.column('stableRankNegative')[40]!,
  ]);
  expect(line(series, 1).values[40]).toBeCloseTo(ranks.reduce((a, b) => a + b) / 4, 12);
});

it('the stable rank of a compared mode is that of W where that is the headline, and the axis says which', () => {
  const { series, valueLabel } = stableRankContent(pegr, 'linear', createBands(), variants, 'all');
  const ranks = pegr.map((r) => r.column('stableRankAll')[40]!);
  expect(line(series, 1).values[40]).toBeCloseTo(ranks.reduce((a, b) => a + b) / 2, 12);
  expect(valueLabel).toBe('stable rank, W, all neurons');
});

describe('the plane of signal and noise', () => {
  it('has a pane for each compared mode, one of them in front', () => {
    const runs = trailRuns(pegr, 1, variants);
    expect(runs.map(({ name }) => name)).toEqual(['none, run 2 of 2', 'PEGR, run 2 of 2', 'FGR, run 2 of 2']);
    expect(runs.map(({ front }) => front)).toEqual([false, true, false]);
  });

  it('has one pane for one mode', () => {
    expect(trailRuns(pegr, 0, variants.slice(1, 2)).map(({ look, front }) => [look, front])).toEqual([
      [null, true],
    ]);
    expect(trailRuns([], 0).map(({ recording }) => recording)).toEqual([null]);
  });
});

it('the largest signal coefficient of each class is found', () => {
  const { neurons } = pegr[0]!.snapshots.at(-1)!;
  const gamma = [...neurons!.gamma];
  expect(largestGammas(pegr, 0, -1)).toEqual([Math.max(...gamma.slice(0, 5)), Math.max(...gamma.slice(5))]);
  expect(largestGammas([syntheticRecording()], 0, -1)).toEqual([]);
});
