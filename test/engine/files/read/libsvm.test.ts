import { describe, expect, it } from 'vitest';
import { readLibsvm } from '../../../../src/engine/files/read/libsvm.ts';
import { namesOf, OPTIONS, readTable, rowsOf, sourceOf, text } from './reading.ts';

describe('readLibsvm', () => {
  it('fills what is not written with zeros', async () => {
    const table = await readTable(
      text('+1 1:0.7 3:1\n-1 2:.5 # a comment\r\n\n# another\n-1\n'),
      'heart_scale',
    );
    expect(table).toMatchObject({ format: 'libsvm', total: 3 });
    expect(namesOf(table)).toEqual(['label', 'column 1', 'column 2', 'column 3']);
    expect(rowsOf(table)).toEqual([
      [1, 0.7, 0, 1],
      [-1, 0, 0.5, 0],
      [-1, 0, 0, 0],
    ]);
    expect(table.columns[0]!.declared).toBe('label');
    expect(table.lineOf(2)).toBe(5);
  });

  it('reads indices from 0 and queries, and says so', async () => {
    const table = await readTable(text('2 qid:1 0:1 1:2\n1 qid:2 1:nan\n'), 'x');
    expect(rowsOf(table)).toEqual([
      [2, 1, 2],
      [1, 0, null],
    ]);
    expect(table.notes.join(' ')).toMatch(/Indices begin at 0.*qid/);
  });

  it.each([
    ['1,3 1:1\n2 1:1', 'x, row 1: it has several labels, "1,3"'],
    ['1 1:1\n1:1 2:1', 'x, row 2: it begins with "1:1", not with a label'],
    ['1 1:1\n\nfoo 2:1', 'x, row 3: its label "foo" is not a number'],
    ['1 1:1\n1 2:0x10', 'x, row 2: the value of "2:0x10" is not a number'],
    ['1 1:1\n1 2:1e-400', 'x, row 2: the value of "2:1e-400" is not a number'],
    ['1 1:1\n1 a:1', 'x, row 2: "a:1" is not index:value'],
    ['1 1:1\n1 1:1 1:2', 'x, row 2: an index stands there twice'],
    ['1 1:1\n1 40000:1', 'x, row 2: feature 40,000 is named; at most 20,000'],
  ])('names the row of %j', async (content, message) => {
    await expect(readLibsvm(sourceOf(text(content), 'x'), OPTIONS)).rejects.toThrow(message);
  });
});
