import { expect, it } from 'vitest';
import { propose } from '../../../../src/engine/files/propose/propose.ts';
import type { Cell } from '../../../../src/engine/files/table.ts';
import { tableOf } from './tables.ts';

const table = (rows: number, cells: (k: number) => readonly Cell[]) =>
  tableOf(
    ['a', 'b', 'c', 'label'],
    Array.from({ length: rows }, (_, k) => cells(k)),
  );

it('columns go where hardly a row is complete, so that most is kept, and that is said', () => {
  const halves = table(20, (k) => [
    k % 2 ? null : k * 1.5,
    k % 2 ? k * 2.5 : null,
    (k * k) % 7,
    k % 3 ? 1 : 0,
  ]);
  const { rows, features, leftOut } = propose([halves]);
  expect([rows, features]).toEqual([20, ['c']]);
  expect(leftOut).toEqual([
    { column: 'a', why: '10 of 20 cells are missing: more rows are complete without it' },
    { column: 'b', why: '10 of 20 cells are missing: more rows are complete without it' },
  ]);
});

it('of columns with gaps those stay with which most cells are kept', () => {
  const gaps = table(30, (k) => [
    k % 3 ? null : k * 1.5,
    k % 3 === 1 ? k + 0.5 : null,
    k === 4 ? null : k * k,
    k % 2,
  ]);
  // Of 30 rows c has 29; a and b are mostly empty. Without them c and its 29 rows.
  expect(propose([gaps])).toMatchObject({ rows: 29, features: ['c'] });
  const alike = table(30, (k) => [
    k % 10 ? k * 1.5 : null,
    k % 10 === 0 ? null : k + 0.5,
    k % 2 ? null : k * k,
    k % 2,
  ]);
  expect(propose([alike]).features).toEqual(['a', 'b', 'c']);
});

it('rows go where many are complete', () => {
  const some = table(20, (k) => [k % 5 < 2 ? null : k * 1.5, 2 * k + 0.5, (k * k) % 7, k % 2]);
  expect(propose([some])).toMatchObject({ rows: 12, droppedRows: 8, features: ['a', 'b', 'c'] });
});

it('a person may put such a column back, or fill its gaps', () => {
  const halves = table(20, (k) => [
    k % 2 ? null : k * 1.5,
    k % 2 ? k * 2.5 : null,
    (k * k) % 7,
    k % 3 ? 1 : 0,
  ]);
  expect(propose([halves], { include: [0] })).toMatchObject({ features: ['a', 'c'], rows: 10 });
  expect(propose([halves], { incomplete: 'mean' })).toMatchObject({ features: ['a', 'b', 'c'], rows: 20 });
});

it('rows without a label are told apart from rows with a gap', () => {
  const few = table(20, (k) => [k === 3 ? null : k * 1.5, k + 0.5, (k * k) % 7, k < 12 ? k % 2 : null]);
  expect(propose([few]).notes).toContain('9 of 20 rows are incomplete (8 without a label): left out.');
  const none = table(20, (k) => [k * 1.5, k + 0.5, (k * k) % 7, k === 0 ? null : k % 2]);
  expect(propose([none]).notes).toContain('1 of 20 rows is without a label: left out.');
});

it('a column that is mostly empty is the label by its name only, or where nothing else is', () => {
  const rows = Array.from({ length: 40 }, (_, k) => [k % 2, k * 1.5, k < 10 ? k % 2 : null]);
  expect(propose([tableOf(['a', 'b', 'c'], rows)]).label).toBe('a');
  expect(propose([tableOf(['a', 'b', 'label'], rows)])).toMatchObject({ label: 'label', rows: 10 });
  const alone = rows.map(([, b, c]) => [b! + 0.25, b!, c!]);
  expect(propose([tableOf(['a', 'b', 'c'], alone)]).label).toBe('c');
});
