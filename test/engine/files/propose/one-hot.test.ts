import { expect, it } from 'vitest';
import { propose } from '../../../../src/engine/files/propose/propose.ts';
import { tableOf } from './tables.ts';

const rows = (count: number, classes: number) =>
  Array.from({ length: count }, (_, k) => [
    (k * k) % 7,
    ...Array.from({ length: classes }, (__, c) => Number(k % classes === c)),
  ]);

it('a label in several columns of 0 and 1 is one of them, and the others tell it: left out', () => {
  const named = propose([tableOf(['a', 'class_cat', 'class_dog', 'class_cow'], rows(12, 3))]);
  expect(named).toMatchObject({ label: 'class_cat', features: ['a'] });
  expect(named.leftOut.map(({ column }) => column)).toEqual(['class_dog', 'class_cow']);
  expect(named.leftOut[0]!.why).toBe('tells the label: of it and "class_cat" one is 1 in each row');
  const nameless = propose([tableOf(null, rows(12, 3))]);
  expect([nameless.features, nameless.leftOut.length]).toEqual([['column 1'], 2]);
});

it('two columns that are each the other’s opposite are so by their names only', () => {
  expect(propose([tableOf(['a', 'label_yes', 'label_no'], rows(12, 2))]).features).toEqual(['a']);
  expect(propose([tableOf(['a', 'b', 'label'], rows(12, 2))]).features).toEqual(['a', 'b']);
  expect(propose([tableOf(null, rows(12, 2))]).features).toHaveLength(2);
});

it('columns of 0 and 1 of which some row has none or two are features', () => {
  const other = rows(12, 3).map((row, k) => (k === 5 ? [1, 0, 0, 0] : row));
  expect(propose([tableOf(['a', 'class_cat', 'class_dog', 'class_cow'], other)]).features).toHaveLength(3);
  expect(propose([tableOf(['a', 'class_cat', 'class_dog', 'class_cow'], rows(6, 3))]).features).toHaveLength(
    3,
  );
});
