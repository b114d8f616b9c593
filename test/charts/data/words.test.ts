import { describe, expect, it } from 'vitest';
import { timeSummary, timeTable } from '../../../src/charts/data/words.ts';
import { withTheory } from '../../../src/charts/data/theory.ts';
import { lossContent } from '../../../src/ui/panels/loss.tsx';
import { normalisedMarginContent } from '../../../src/ui/panels/later/normalised-margin.ts';
import { syntheticRecording } from '../synthetic.ts';

describe('timeSummary', () => {
  it('says how each series changes from the first to the last epoch', () => {
    const content = lossContent([syntheticRecording({ epochs: 50 })]);
    expect(timeSummary('Training loss', content)).toMatch(
      /^Training loss: loss falls from 0\.\d+ at epoch 0 to 0\.\d+ at epoch 50\.$/,
    );
  });

  it('is a sentence for one epoch and for none', () => {
    expect(timeSummary('Training loss', lossContent([syntheticRecording({ length: 1 })]))).toMatch(
      /at epoch 0: loss 0\./,
    );
    expect(timeSummary('Training loss', lossContent([]))).toBe('Training loss: nothing yet.');
  });
});

it('timeTable has a row for every epoch, made when it is asked for', () => {
  const table = timeTable(lossContent([syntheticRecording({ epochs: 100_000, every: 50_000 })]));
  expect(table.columns).toEqual(['epoch', 'loss']);
  expect(table.count).toBe(100_001);
  expect(table.row(12_345)[0]).toBe('12,345');
});

describe('a cell of a table', () => {
  it('is – at epochs at which a curve of the theory was not computed, and “not finite” where it was, and is not', () => {
    const guide = {
      label: 'at most',
      dash: 'dotted',
      epochs: Float64Array.of(1, 2),
      values: Float64Array.of(0.5, Infinity),
      faint: false,
    } as const;
    const content = withTheory(lossContent([syntheticRecording({ epochs: 3 })]), {
      guides: [guide],
      marks: [],
      note: '',
    });
    const table = timeTable(content);
    expect([0, 1, 2, 3].map((index) => table.row(index)[2])).toEqual(['–', '0.5000', 'not finite', '–']);
  });

  it('is – where a mean is of what was not measured, of one run and of several', () => {
    const run = { ...syntheticRecording({ epochs: 3 }), margins: new Float64Array(0) };
    const other = { ...syntheticRecording({ epochs: 3 }), margins: new Float64Array(0) };
    for (const runs of [[run], [run, other]])
      expect(timeTable(normalisedMarginContent(runs)).row(1)).toEqual(['1', '–']);
  });
});
