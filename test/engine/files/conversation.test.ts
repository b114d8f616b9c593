import { describe, expect, it } from 'vitest';
import type { BuildAnswer } from '../../../src/engine/files/conversation-api.ts';
import { Conversation } from '../../../src/engine/files/conversation.ts';
import { datasetId } from '../../../src/engine/files/dataset/id.ts';
import { buildWanted, propose, readFiles } from '../../../src/engine/files/open.ts';
import { Datasets } from '../../../workers/datasets.ts';
import { generatedDigits } from '../../browser/idx-files.ts';

const talk = (): Conversation =>
  new Conversation({
    readFiles,
    propose,
    buildWanted,
    breathe: () => Promise.resolve(),
  });
/** What crosses the thread, but for the Blobs: of those a handle does. */
const withoutBytes = (answer: BuildAnswer): BuildAnswer =>
  JSON.parse(
    JSON.stringify(answer, (_key, value: unknown) => (value instanceof Blob ? { size: value.size } : value)),
  ) as BuildAnswer;
const nothing = (): void => undefined;
const csv = (text: string, name = 't.csv'): File => new File([text], name);
const { images, labels } = generatedDigits(20);
const IMAGES = new File([new Uint8Array(images)], 'x-images');
const LABELS = new File([new Uint8Array(labels)], 'x-labels');
const TABLE = csv('age,sex,fare,survived\n22,male,7.25,0\n38,female,?,1\n26,female,8,1\n35,male,8.05,0\n');

describe('Conversation', () => {
  it('shows a table’s first rows, the label’s column first, and why a column is left out', async () => {
    const answer = await talk().read([TABLE], [], {}, nothing);
    if (answer.kind !== 'preview') throw new Error(answer.kind);
    const { columns, rows, proposal, columnCount, dim } = answer.preview;
    expect(columns.map(({ name, role }) => [name, role])).toEqual([
      ['survived', 'label'],
      ['age', 'feature'],
      ['sex', 'left-out'],
      ['fare', 'feature'],
    ]);
    expect(columns[2]!.why).toBe('words');
    expect(rows[1]).toEqual({ line: 3, cells: ['1', '38', 'female', null] });
    expect([proposal.droppedRows, columnCount, dim]).toEqual([1, 4, 2]);
  });

  it('answers every choice about the same files', async () => {
    const conversation = talk();
    await conversation.read([TABLE], [], {}, nothing);
    const answer = await conversation.look({ label: 1, incomplete: 'mean' }, 0);
    expect(answer).toMatchObject({ kind: 'preview', preview: { proposal: { label: 'sex', rows: 4 } } });
    const built = await conversation.build({ indicators: [1] }, '');
    expect(built).toMatchObject({ kind: 'built', built: { dataset: { count: 3, dim: 4 } } });
  });

  it('reads a table for a link of before as it was read then, with its constant column', async () => {
    const conversation = talk();
    const table = csv('a,same,label\n1,7,0\n2,7,1\n3,7,1\n');
    await conversation.read([table], [], {}, nothing);
    const then = await conversation.build({ include: [1] }, '');
    if (then.kind !== 'built') throw new Error(then.kind);
    const { id } = then.built.dataset;
    expect(await conversation.build({}, id)).toMatchObject({ built: { dataset: { id, dim: 2 } } });
    expect(await conversation.build({}, '')).toMatchObject({ built: { dataset: { dim: 1 } } });
  });

  it('reads the bytes again where header or delimiter are chosen', async () => {
    const conversation = talk();
    await conversation.read([csv('1,2,0\n3,4,1\n5,6,0\n7,8,1\n')], [], {}, nothing);
    const rows = async (header: boolean): Promise<unknown> => {
      const answer = await conversation.look({ header }, 0);
      return answer.kind === 'preview' ? answer.preview.proposal.total : answer;
    };
    expect(await rows(true)).toBe(3);
    expect(await rows(false)).toBe(4);
  });

  it('keeps half of a pair until its other half is given, whichever comes first', async () => {
    expect(await talk().read([LABELS], [], {}, nothing)).toMatchObject({ kind: 'half', has: 'labels' });
    const conversation = talk();
    expect(await conversation.read([IMAGES], [], {}, nothing)).toEqual({
      kind: 'half',
      has: 'images',
      name: 'x-images',
      count: 20,
    });
    const answer = await conversation.read([LABELS], [IMAGES], {}, nothing);
    expect(answer).toMatchObject({ kind: 'preview', paired: true, preview: { shape: [8, 8], dim: 64 } });
    if (answer.kind === 'preview') expect(answer.preview.pictures).toHaveLength(12);
  });

  it('leaves a half behind that has nothing to do with the next file', async () => {
    const answer = await talk().read([TABLE], [IMAGES], {}, nothing);
    expect(answer).toMatchObject({ kind: 'preview', paired: false, preview: { names: ['t.csv'] } });
  });

  it('hands the rows over as a handle: the page gets no bytes of them, and who trains gets all', async () => {
    const rows = Array.from({ length: 5_000 }, (_, k) => `${k / 8},${k % 7},${k % 2}`);
    const conversation = talk();
    await conversation.read([csv(`a,b,label\n${rows.join('\n')}\n`)], [], {}, nothing);
    const answer = await conversation.build({}, '');
    if (answer.kind !== 'built') throw new Error(answer.kind);
    expect(JSON.stringify(withoutBytes(answer)).length).toBeLessThan(4_000);
    const { dataset } = answer.built;
    const datasets = new Datasets();
    datasets.provide(structuredClone(dataset));
    const opened = (await datasets.open(dataset.id))!;
    expect(await datasetId(opened)).toBe(dataset.id);
    expect([opened.values[2 * 4_999], opened.values[2 * 4_999 + 1], opened.labels[4_999]]).toEqual([
      4_999 / 8,
      4_999 % 7,
      1,
    ]);
  });

  it('can be asked again after images were handed over', async () => {
    const conversation = talk();
    await conversation.read([IMAGES, LABELS], [], {}, nothing);
    const first = await conversation.build({}, '');
    expect(first).toMatchObject({ kind: 'built', built: { dataset: { count: 20, bytesPerValue: 1 } } });
    const again = await conversation.build({}, '');
    expect(withoutBytes(again)).toEqual(withoutBytes(first));
  });

  it('answers with what is wrong with a file', async () => {
    const answer = await talk().read([csv('a,b\n"open,1\n2,0\n', 'open.csv')], [], {}, nothing);
    expect(answer).toMatchObject({ kind: 'problem' });
    if (answer.kind === 'problem') expect(answer.message).toMatch(/open\.csv.*quote/);
  });
});
