import { expect, it } from 'vitest';
import { datasetId } from '../../../../src/engine/files/dataset/id.ts';
import { buildWanted } from '../../../../src/engine/files/dataset/wanted.ts';
import { tableOf } from '../propose/tables.ts';

const table = tableOf(
  ['always', 'a', 'label'],
  [
    [3, 1, 0],
    [3, 5, 1],
    [3, 2, 1],
  ],
);
const before = await datasetId({
  count: 3,
  dim: 2,
  values: Uint8Array.of(3, 1, 3, 5, 3, 2),
  labels: Int32Array.of(0, 1, 1),
});

it('a link of before finds its data again, with the columns that are left out now', async () => {
  const { dataset } = await buildWanted([table], {}, before);
  expect([dataset.id, dataset.dim]).toEqual([before, 2]);
});

it('a link that wants other data gets what is proposed', async () => {
  const { dataset } = await buildWanted([table], {}, '0123456789abcdef');
  expect(dataset.dim).toBe(1);
  expect((await buildWanted([table], {}, '')).dataset.id).toBe(dataset.id);
});

it('a link of the first proposals finds the columns that were features then, and not the numbers that were words', async () => {
  const rows = Array.from({ length: 12 }, (_, k) => [k * 1.5, k * 10, Number(k % 2 === 0), k % 2]);
  const plain = tableOf(['a', 'p', 'label_yes', 'label_no'], rows);
  const columns = plain.columns.map((column) =>
    column.name === 'p' ? { ...column, notation: 'percent' as const } : column,
  );
  const percents = { ...plain, columns };
  const first = await datasetId({
    count: 12,
    dim: 2,
    values: Float64Array.from(rows.flatMap(([a, , , no]) => [a!, no!])),
    labels: Int32Array.from(rows, ([, , yes]) => yes!),
  });
  expect((await buildWanted([percents], {}, '')).proposal.features).toEqual(['a', 'p']);
  const { dataset, proposal } = await buildWanted([percents], {}, first);
  expect([dataset.id, proposal.features]).toEqual([first, ['a', 'label_no']]);
});
