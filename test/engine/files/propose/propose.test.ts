import { describe, expect, it } from 'vitest';
import { propose } from '../../../../src/engine/files/propose/propose.ts';
import type { Images, Labels } from '../../../../src/engine/files/table.ts';
import { tableOf } from './tables.ts';

const labelOf = (...args: Parameters<typeof tableOf>) => propose([tableOf(...args)]).label;

describe('the label', () => {
  it('is the first column where it has few values and the last is continuous', () => {
    expect(
      labelOf(null, [
        [1, 14.23, 1065],
        [1, 13.2, 1050],
        [2, 12.37, 520],
        [2, 12.33, 680],
      ]),
    ).toBe('column 1');
  });
  it('is the digit of a table of pixels, first or last', () => {
    const rows = [
      [5, 0, 0, 255, 12],
      [0, 0, 13, 255, 0],
      [4, 1, 0, 17, 0],
      [5, 0, 9, 255, 3],
    ];
    expect(labelOf(null, rows)).toBe('column 1');
    expect(
      labelOf(
        null,
        rows.map(([digit, ...pixels]) => [...pixels, digit!]),
      ),
    ).toBe('column 5');
  });
  it('is by name before place, whatever has fewer values', () => {
    const rows = [
      [0, 3, 1.5],
      [1, 1, 2.5],
      [0, 2, 0.5],
      [1, 3, 2.5],
      [1, 2, 1.2],
      [0, 1, 7.1],
    ];
    expect(labelOf(['flag', 'Class', 'x'], rows)).toBe('Class');
    expect(labelOf(['flag', 'k', 'x'], rows)).toBe('flag');
  });
  it('is never a continuous column, and what to do is said', () => {
    const rows = Array.from({ length: 400 }, (_, k) => [Math.sin(k), (k * 37) % 121, Math.cos(k)]);
    const { label, labels, positive, notes } = propose([tableOf(['a', 'target', 'b'], rows)]);
    expect([label, labels.size, positive]).toEqual([null, 0, []]);
    expect(notes.join()).toContain('Choose the column of labels');
  });
  it('has names with as many classes as a tenth of the rows', () => {
    const rows = Array.from({ length: 300 }, (_, k) => [k / 7, `kind ${k % 30}`]);
    expect(propose([tableOf(null, rows)]).labels.size).toBe(30);
  });
  it('of a small file may be another in each row where it is called so, or numbered, or a word at the end', () => {
    const numbers = [
      [5.1, 3.5],
      [7, 3.2],
      [6.3, 3.3],
    ];
    const rows = (labels: (string | number)[]) => numbers.map((row, k) => [...row, labels[k]!]);
    expect(labelOf(['a', 'b', 'species'], rows(['x', 'y', 'z']))).toBe('species');
    expect(labelOf(null, rows(['x', 'y', 'z']))).toBe('column 3');
    expect(labelOf(null, [...rows([0, 1, 2]), [5, 3, 0]])).toBe('column 3');
    expect(labelOf(['a', 'b', 'c'], rows([151, 75, 141]))).toBeNull();
  });
  it('is not y between other columns', () => {
    const rows = [
      [0.5, 1, 'red'],
      [1.5, 2, 'blue'],
      [2.5, 2, 'red'],
      [1.1, 1, 'blue'],
    ];
    expect(labelOf(['x', 'y', 'colour'], rows)).toBe('colour');
  });
  it('is the first column of LIBSVM, and no index is left out', () => {
    const table = {
      ...tableOf(
        ['label', 'column 1', 'column 2'],
        [
          [1, 0.5, 0],
          [-1, 0, 0],
        ],
      ),
      format: 'libsvm' as const,
    };
    expect(propose([table])).toMatchObject({ label: 'label', features: ['column 1', 'column 2'] });
  });
  it('is what the file says, wherever it stands and whatever else has fewer values', () => {
    const table = tableOf(
      ['poly', 'a', 'b'],
      Array.from({ length: 30 }, (_, k) => [k % 3, k % 2, k / 7]),
    );
    const declared = (k: number): typeof table => ({
      ...table,
      columns: table.columns.map((column, at) => (at === k ? { ...column, declared: 'label' } : column)),
    });
    expect(propose([declared(0)], {}).label).toBe('poly');
    expect(propose([declared(2)], {})).toMatchObject({ label: null });
    expect(propose([declared(2)], {}).labelWhy).toContain(
      'The file says that "b" is the label, but its numbers run on',
    );
  });

  it('has as many classes as a file lists that calls it so', () => {
    const table = tableOf(
      ['f', 'class', 'x'],
      Array.from({ length: 60 }, (_, k) => ['a', `c${k % 24}`, k / 7]),
    );
    const columns = table.columns.map((column, k) =>
      k === 1 ? { ...column, declared: 'nominal' as const } : column,
    );
    expect(propose([{ ...table, columns }], {}).label).toBe('class');
  });

  it('is who survived, not in which class', () => {
    const rows = Array.from({ length: 30 }, (_, k) => [k % 2, k / 7, k % 3]);
    expect(propose([tableOf(['survived', 'fare', 'class'], rows)], {}).label).toBe('survived');
  });

  it('of one value is told as such', () => {
    const one = tableOf(
      ['a', 'label'],
      Array.from({ length: 9 }, (_, k) => [k * 1.5, 1]),
    );
    expect(propose([one]).labelWhy).toBe('"label" is the label: it is called so and has one value only.');
  });
  it('is what a person chooses', () => {
    const table = tableOf(
      ['a', 'b', 'label'],
      [
        [1, 2, 0],
        [3, 2, 1],
        [5, 1, 0],
      ],
    );
    expect(propose([table], { label: 1 })).toMatchObject({
      label: 'b',
      features: ['a', 'label'],
      positive: ['2'],
    });
  });
});

describe('the columns', () => {
  const rows = Array.from({ length: 10 }, (_, k) => [
    k + 1,
    k % 2 ? 'red' : 'blue',
    3,
    k * 1.5,
    k < 6 ? null : 1.2 * k,
    k % 2,
  ]);
  const table = tableOf(['nr', 'colour', 'three', 'x', 'rare', 'label'], rows);
  it('of words, one value, running numbers and little are left out, and that is said', () => {
    const { features, leftOut, rows: used } = propose([table]);
    expect(features).toEqual(['x']);
    expect(leftOut).toEqual([
      { column: 'nr', why: 'a running number of the rows' },
      { column: 'colour', why: 'words' },
      { column: 'three', why: 'always 3' },
      { column: 'rare', why: 'mostly empty: 6 of 10 cells are missing' },
    ]);
    expect(used).toBe(10);
  });
  it('of words are named for what they are: dates, numbers that are not read, identifiers', () => {
    const words = (of: (k: number) => string) =>
      propose([
        tableOf(
          ['w', 'x', 'label'],
          Array.from({ length: 10 }, (_, k) => [of(k), k * 1.5, k % 2]),
        ),
      ]).leftOut[0]!.why;
    expect(words((k) => `2020-01-0${k}`)).toBe('dates or times');
    expect(words((k) => `0${k}.12.2020`)).toBe('dates or times');
    expect(words((k) => `1${k}:30`)).toBe('dates or times');
    expect(words((k) => `2020-01-0${k} 10:30:00`)).toBe('dates or times');
    expect(words((k) => `${k + 1},234`)).toBe('numbers that are not read as they are written: "1,234"');
    expect(words((k) => `5f${k}a`)).toBe('an identifier: every row another');
    expect(words((k) => `a${k % 3}`)).toBe('words');
  });
  it('come back, go out and become indicators as chosen', () => {
    const { features, leftOut } = propose([table], { include: [0], exclude: [3], indicators: [1] });
    expect(features).toEqual(['nr', 'colour = blue', 'colour = red']);
    expect(leftOut).toContainEqual({ column: 'x', why: 'put aside by you' });
  });
  it('keep the only numbers there are', () => {
    expect(
      propose([
        tableOf(
          ['a', 'label'],
          [
            [1, 0],
            [2, 1],
            [3, 0],
          ],
        ),
      ]).features,
    ).toEqual(['a']);
  });
  it('of words alone become indicators', () => {
    const words = Array.from({ length: 20 }, (_, k) => [k % 2 ? 'p' : 'e', k % 3 ? 'x' : 'b']);
    const { label, features } = propose([tableOf(['class', 'cap'], words)]);
    expect([label, features]).toEqual(['class', ['cap = b', 'cap = x']]);
  });
  it('stay all of them where they are the pixels of a picture', () => {
    const pixels = Array.from({ length: 20 }, (_, k) => [
      k % 10,
      ...Array.from({ length: 64 }, (__, p) => (p < 8 ? 0 : (k * p) % 17)),
    ]);
    const { label, features, leftOut, normalisation } = propose([tableOf(null, pixels)]);
    expect([label, features.length, leftOut, normalisation]).toEqual(['column 1', 64, [], 'standardise']);
  });
});

describe('incomplete rows', () => {
  const table = tableOf(null, [
    [5, 1, 1, 2],
    [8, null, 1, 4],
    [3, 2, null, 2],
    [4, 1, 1, 4],
  ]);
  it('are left out and counted', () => {
    const { rows, droppedRows, label, notes } = propose([table]);
    expect([rows, droppedRows, label]).toEqual([2, 2, 'column 4']);
    expect(notes).toContain('2 of 4 rows are incomplete: left out.');
  });
  it('stay where their gaps become means', () => {
    expect(propose([table], { incomplete: 'mean' })).toMatchObject({ rows: 4, droppedRows: 0 });
  });
});

describe('the classes', () => {
  it('are the two labels, +1 the later of them', () => {
    const two = (...labels: [string | number, string | number]) => {
      const { positive, negative, classesAreGuess } = propose([
        tableOf(null, [
          [0.5, labels[0]],
          [1.5, labels[1]],
        ]),
      ]);
      return [positive, negative, classesAreGuess];
    };
    expect(two(1, 0)).toEqual([['1'], ['0'], false]);
    expect(two(-1, 1)).toEqual([['1'], ['-1'], false]);
    expect(two('M', 'B')).toEqual([['M'], ['B'], false]);
  });
  it('of more labels are two groups of about as many rows, and a guess', () => {
    const rows = Array.from({ length: 100 }, (_, k) => [k / 3, k % 10]);
    const { positive, negative, classesAreGuess } = propose([tableOf(null, rows)]);
    expect([negative, positive, classesAreGuess]).toEqual([
      ['0', '1', '2', '3', '4'],
      ['5', '6', '7', '8', '9'],
      true,
    ]);
  });
});

describe('the normalisation', () => {
  const of = (rows: number[][]) => propose([tableOf(['a', 'b', 'label'], rows)]).normalisation;
  it('divides by 255 only whole numbers from 0 to 255 that go beyond 100', () => {
    expect(
      of([
        [0, 255, 0],
        [13, 9, 1],
      ]),
    ).toBe('divide-255');
    expect(
      of([
        [0, 256, 0],
        [13, 9, 1],
      ]),
    ).toBe('standardise');
    expect(
      of([
        [0.02, 0.03, 0],
        [0.9, 0.8, 1],
      ]),
    ).toBe('standardise');
    expect(
      of([
        [0, 1, 0],
        [1, 0, 1],
      ]),
    ).toBe('standardise');
  });
});

describe('files that belong together', () => {
  const images: Images = {
    kind: 'images',
    format: 'idx',
    name: 'i',
    shape: [1, 2],
    values: Uint8Array.of(0, 255, 9, 0),
    count: 2,
    total: 2,
    labels: null,
    indexOf: (row) => row,
    notes: [],
  };
  const labels = (values: number[]): Labels => ({
    kind: 'labels',
    format: 'idx',
    name: 'l',
    values,
    notes: [],
  });
  it('are images and labels in any order', () => {
    const expected = {
      rows: 2,
      label: 'l',
      features: ['pixel 1', 'pixel 2'],
      normalisation: 'divide-255',
      positive: ['7'],
    };
    expect(propose([images, labels([3, 7])])).toMatchObject(expected);
    expect(propose([labels([3, 7]), images])).toMatchObject(expected);
  });
  it('have as many labels as rows, or both counts are told', () => {
    expect(() => propose([images, labels([3])])).toThrow(/2 images but l 1 labels/);
  });
  it('are a table and a table of one column', () => {
    const data = tableOf(null, [
      [0, 0, 5, 13],
      [0, 1, 2, 0],
    ]);
    expect(propose([{ ...tableOf(null, [[0], [1]]), name: 'target.csv' }, data])).toMatchObject({
      rows: 2,
      label: 'target.csv',
      positive: ['1'],
    });
  });
});
