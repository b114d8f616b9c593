import { expect, it } from 'vitest';
import { derivedColumn } from '../../../src/charts/data/derived.ts';
import { syntheticRecording } from '../synthetic.ts';

it('a derived column grows with its recording, and each epoch is computed once', () => {
  const recording = { ...syntheticRecording({ epochs: 99 }), length: 10 };
  let computed = 0;
  const doubled = () =>
    derivedColumn(recording, 'twice the loss', (run) => {
      const loss = run.column('loss');
      return (t) => {
        computed++;
        return 2 * loss[t]!;
      };
    });
  expect(doubled().length).toBe(10);
  recording.length = 100;
  const column = doubled();
  expect([column.length, computed]).toEqual([100, 100]);
  expect(column[57]).toBe(2 * recording.column('loss')[57]!);
  expect(derivedColumn(recording, 'something else', () => () => 7)[3]).toBe(7);
});
