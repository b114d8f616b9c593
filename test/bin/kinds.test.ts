import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lab } from '../../bin/lab.ts';

/** More files of the kinds of test/fixtures/field, and the label and features that each has. */
const KINDS: readonly (readonly [
  what: string,
  text: string | Buffer,
  label: string | null,
  features: string,
])[] = [
  ['tabs with a decimal comma in every row', 'x\ty\tlabel\n1,5\t2\ta\n2,5\t3\tb\n', 'label', 'x y'],
  ['two columns with decimal commas', 'größe;label\n1,5;u\n2,5;b\n', 'label', 'größe'],
  ['Latin-1', Buffer.from('größe;label\n1,5;ä\n2,5;b\n', 'latin1'), 'label', 'größe'],
  ['a header of two running numbers', '0,1\n5.1,a\n7.0,b\n', '1', '0'],
  ['row names of pandas', ',a,label\n0,1.5,0\n1,3,1\n2,4,1\n', 'label', 'a'],
  ['row names of R', 'a b label\n1 1.5 2 0\n2 3 4 1\n3 5 6 0\n', 'label', 'a b'],
  ['a title and a blank line', 'My data 2020\n\na,b,label\n1,2,0\n3,5,1\n', 'label', 'a b'],
  ['an identifier by its name', 'id,diagnosis,radius\n7,M,17.9\n9,B,13.5\n4,M,19.6\n', 'diagnosis', 'radius'],
  [
    'an identifier in front, one twice',
    '1000025,5,2\n1002945,4,4\n1002945,3,2\n1016277,6,4\n1017023,4,2\n1017122,8,4\n1018099,1,2\n1018561,2,4\n1033078,2,2\n1035283,1,4\n1036172,2,2\n',
    'column 3',
    'column 2',
  ],
  [
    'names of classes, each once',
    '5.1,3.5,setosa\n7.0,3.2,versicolor\n6.3,3.3,virginica\n',
    'column 3',
    'column 1 column 2',
  ],
  [
    'pixels with the digit last',
    '0,0,255,12,5\n0,13,255,0,0\n1,0,17,0,4\n0,9,255,3,5\n',
    'column 5',
    'column 1 column 2 column 3 column 4',
  ],
  ['pixels with a header', 'label,pixel0,pixel1\n5,0,255\n0,13,255\n4,0,17\n', 'label', 'pixel0 pixel1'],
  [
    'a number that runs on',
    Array.from({ length: 200 }, (_, k) => `${Math.sin(k)},${(k * 37) % 121}`).join('\n'),
    null,
    'column 1 column 2',
  ],
];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lab-kinds-'));
});
afterAll(() => rm(folder, { recursive: true }));

it.each(KINDS)('%s', async (_, text, label, features) => {
  const file = join(folder, 'a.csv');
  await writeFile(file, text);
  const out: string[] = [];
  await lab(['inspect', file, '--json'], { out: (line) => out.push(line), err: () => undefined });
  const printed = JSON.parse(out.join('\n')) as { label: string; features: string[] };
  expect([printed.label, printed.features.join(' ')]).toEqual([label, features]);
});
