import { describe, expect, it } from 'vitest';
import { besideRecordings, besideVariants } from '../../../src/charts/data/probed.ts';
import { normalisedMargin } from '../../../src/charts/data/quantities.ts';
import { effectiveRankContent, EFFECTIVE_RANKS } from '../../../src/ui/panels/later/effective-rank.ts';
import { normalisedMarginContent } from '../../../src/ui/panels/later/normalised-margin.ts';
import { sharpnessContent, SHARPNESS_PROBES } from '../../../src/ui/panels/later/sharpness.ts';
import { probeSynthetic } from '../../charts/synthetic-probes.ts';
import { comparedRuns, syntheticRecording } from '../../charts/synthetic.ts';

const values = (content: ReturnType<typeof sharpnessContent>) =>
  content.series.map((series) => (series.kind === 'line' ? [series.label, series.values[2]] : []));

describe('the card of sharpness', () => {
  it('has λ_max at the epochs at which it was measured, with the line 2/η, and nothing before', () => {
    const run = syntheticRecording({ epochs: 9 });
    expect(sharpnessContent(besideRecordings([run], SHARPNESS_PROBES)).count).toBe(0);
    probeSynthetic([run], 0.5);
    const content = sharpnessContent(besideRecordings([run], SHARPNESS_PROBES));
    expect(content.count).toBe(10);
    expect(values(content)).toEqual([['λ_max', 1 + 1 / 3]]);
    expect(content.references).toMatchObject([{ value: 4, label: '2/η = 4.00' }]);
    expect(content.include).toEqual([4]);
  });

  it('has no line of gradient flow, which has no η', () => {
    const run = syntheticRecording({ epochs: 9 });
    probeSynthetic([run], NaN);
    const content = sharpnessContent(besideRecordings([run], SHARPNESS_PROBES));
    expect([content.count, content.references, content.include]).toEqual([10, [], []]);
  });

  it('has a line for each η that is compared', () => {
    const variants = comparedRuns({ n: 4, m: 3, epochs: 5 });
    variants.forEach(({ recordings }, k) => probeSynthetic(recordings, 0.1 * (k + 1)));
    const beside = besideVariants(variants, SHARPNESS_PROBES);
    const { references } = sharpnessContent(beside[0]!.recordings, undefined, beside);
    expect(references.map(({ value }) => value)).toEqual(variants.map((_, k) => 2 / (0.1 * (k + 1))));
  });
});

it('the card of effective ranks has those of W₊, W₋ and W, and of compared values that of W', () => {
  const run = syntheticRecording({ epochs: 9 });
  probeSynthetic([run]);
  expect(values(effectiveRankContent(besideRecordings([run], EFFECTIVE_RANKS)))).toEqual([
    ['W₊', 2 + 1 / 3],
    ['W₋', 3 + 1 / 3],
    ['W', 4 + 1 / 3],
  ]);
  const variants = comparedRuns({ n: 4, m: 3, epochs: 5 });
  probeSynthetic(variants.flatMap(({ recordings }) => recordings));
  const beside = besideVariants(variants, EFFECTIVE_RANKS);
  const { series } = effectiveRankContent(beside[0]!.recordings, undefined, beside);
  expect(series).toHaveLength(variants.length);
});

it('the card of the normalised margin has min q ÷ ‖W‖ of the recording, epoch by epoch', () => {
  const run = syntheticRecording({ n: 5, epochs: 6 });
  const [series] = normalisedMarginContent([run]).series;
  for (let t = 0; t < run.length; t++) {
    const least = Math.min(...run.margins.subarray(t * 5, (t + 1) * 5));
    expect(normalisedMargin(run)[t]).toBe(least / run.column('frobenius')[t]!);
    expect(series?.kind === 'line' && series.values[t]).toBe(normalisedMargin(run)[t]);
  }
  // A run before the last change may have let its margins go.
  const light = { ...run, column: run.column, margins: new Float64Array(0) };
  expect(normalisedMargin(light).every(Number.isNaN)).toBe(true);
});
