import { describe, expect, it } from 'vitest';
import { timeSummary, timeTable } from '../../../src/charts/data/words.ts';
import { lossContent } from '../../../src/ui/panels/loss.tsx';
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
    expect(timeSummary('Training loss', lossContent([]))).toBe('Training loss: no epoch yet.');
  });
});

it('timeTable has a row for every epoch, made when it is asked for', () => {
  const table = timeTable(lossContent([syntheticRecording({ epochs: 100_000, every: 50_000 })]));
  expect(table.columns).toEqual(['epoch', 'loss']);
  expect(table.count).toBe(100_001);
  expect(table.row(12_345)[0]).toBe('12,345');
});
