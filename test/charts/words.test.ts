import { describe, expect, it } from 'vitest';
import { timeSummary, timeTable } from '../../src/charts/words.ts';
import { lossContent } from '../../src/ui/panels/loss.tsx';
import { syntheticRecording } from './synthetic.ts';

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

it('timeTable lists readings at nice epochs, 25 rows at most', () => {
  const table = timeTable(lossContent([syntheticRecording({ epochs: 1000, every: 500 })]));
  expect(table.columns).toEqual(['epoch', 'loss']);
  expect(table.rows.map(([epoch]) => epoch)).toEqual([
    '0',
    '1',
    '2',
    '5',
    '10',
    '20',
    '50',
    '100',
    '200',
    '500',
    '1,000',
  ]);
});
