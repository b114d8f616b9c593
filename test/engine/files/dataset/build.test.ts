import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { buildDataset } from '../../../../src/engine/files/dataset/build.ts';
import { settingsOfFile } from '../../../../src/engine/files/dataset/settings.ts';
import type { Images } from '../../../../src/engine/files/table.ts';
import { checkSettings } from '../../../../src/settings/validate.ts';
import { DEFAULTS } from '../../../../src/settings/schema.ts';
import { tableOf } from '../propose/tables.ts';

const table = tableOf(
  ['a', 'b', 'label'],
  [
    [1, 2, 0],
    [3, null, 1],
    [5, 9, 1],
    [7, 1, 0],
  ],
);

describe('buildDataset', () => {
  it('takes the complete rows, as bytes where they are', async () => {
    const { dataset, labels } = await buildDataset([table]);
    expect(dataset).toMatchObject({ count: 3, dim: 2, name: 't.csv' });
    expect(dataset.values).toEqual(Uint8Array.of(1, 2, 5, 9, 7, 1));
    expect([...dataset.labels]).toEqual([0, 1, 0]);
    expect(dataset.labelNames).toBeUndefined();
    expect(labels).toEqual([
      { code: 0, name: '0', rows: 2 },
      { code: 1, name: '1', rows: 1 },
    ]);
  });

  it('names it by SHA-256 of its content, as before, without the browser’s', async () => {
    const { dataset } = await buildDataset([table]);
    const whole = Buffer.concat(
      [Uint32Array.of(3, 2, 1), dataset.values, dataset.labels].map((part) =>
        Buffer.from(part.buffer, part.byteOffset, part.byteLength),
      ),
    );
    expect(dataset.id).toBe(createHash('sha256').update(whole).digest('hex').slice(0, 16));
  });

  it('fills gaps with means where a person wants that', async () => {
    const { dataset } = await buildDataset([table], { incomplete: 'mean' });
    expect([...dataset.values]).toEqual([1, 2, 3, 4, 5, 9, 7, 1]);
    const broken = await buildDataset(
      [
        tableOf(
          ['a', 'label'],
          [
            [1, 0],
            [null, 1],
            [2, 1],
          ],
        ),
      ],
      { incomplete: 'mean' },
    );
    expect([...broken.dataset.values]).toEqual([1, 1.5, 2]);
  });

  it('numbers names by code units and −1, 1 by number, and keeps the names', async () => {
    const words = await buildDataset([
      tableOf(
        ['x', 'label'],
        [
          [0.5, 'M'],
          [1, 'B'],
        ],
      ),
    ]);
    expect([...words.dataset.labels]).toEqual([1, 0]);
    expect(words.dataset.labelNames).toEqual(['B', 'M']);
    const signs = await buildDataset([
      tableOf(
        ['x', 'label'],
        [
          [0.5, 1],
          [1, -1],
        ],
      ),
    ]);
    expect(signs.dataset.labelNames).toEqual(['-1', '1']);
  });

  it('makes indicators of words', async () => {
    const { dataset } = await buildDataset(
      [
        tableOf(
          ['x', 'c', 'label'],
          [
            [0.5, 'r', 0],
            [1, 'g', 1],
          ],
        ),
      ],
      { indicators: [1] },
    );
    expect([...dataset.values]).toEqual([0.5, 0, 1, 1, 1, 0]);
  });

  it('says of a file without a label what to do, and trains on nothing', async () => {
    const continuous = tableOf(
      null,
      Array.from({ length: 40 }, (_, k) => [Math.sin(k), Math.cos(k)]),
    );
    await expect(buildDataset([continuous])).rejects.toThrow('Choose the column of labels');
  });

  it('keeps images as they are, several files one after another', async () => {
    const images: Images = {
      kind: 'images',
      format: 'cifar-10',
      name: 'b',
      shape: [1, 1, 3],
      values: Uint8Array.of(1, 2, 3, 4, 5, 6),
      count: 2,
      total: 2,
      labels: ['cat', 'dog'],
      indexOf: (row) => row,
      notes: [],
    };
    const { dataset, image } = await buildDataset([images, { ...images, name: 'c' }]);
    expect(dataset).toMatchObject({ count: 4, dim: 3, labelNames: ['cat', 'dog'] });
    expect([...dataset.values]).toEqual([1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6]);
    expect(image).toEqual({ width: 1, height: 1, channels: 3 });
  });
});

describe('the experiment of a file', () => {
  it('has the classes and normalisation that were proposed, never another file’s', async () => {
    const rows = Array.from({ length: 100 }, (_, k) => [k % 7, k / 10, k % 2 ? 'yes' : 'no']);
    const choice = { label: 2 };
    const built = await buildDataset([tableOf(['a', 'b', 'c'], rows)], choice);
    const settings = settingsOfFile(built, choice);
    expect(settings).toEqual({
      data: 'dataset',
      file: built.dataset.id,
      reading: 'l3',
      positive: '~yes',
      negative: '~no',
      normalisation: 'standardise',
      n: 80,
      testPoints: 20,
    });
    expect(checkSettings({ ...DEFAULTS, ...settings })).toEqual([]);
  });
  it('names digits by number', async () => {
    const rows = Array.from({ length: 30 }, (_, k) => [k / 10, k % 3]);
    const settings = settingsOfFile(await buildDataset([tableOf(null, rows)]));
    expect([settings.positive, settings.negative]).toEqual(['1.2', '0']);
  });
});
