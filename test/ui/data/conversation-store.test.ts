import { describe, expect, it } from 'vitest';
import { NoAnswer } from '../../../src/engine/asked-worker.ts';
import type { FilesClient } from '../../../src/engine/files-client.ts';
import { Conversation } from '../../../src/engine/files/conversation.ts';
import { buildWanted, propose, readFiles } from '../../../src/engine/files/open.ts';
import { createConversationStore } from '../../../src/ui/data/conversation-store.ts';

const FILE = new File(['x,kind\n1,a\n2,b\n3,a\n4,b\n5,a\n6,b\n'], 't.csv');

function opened() {
  const conversation = new Conversation({
    readFiles,
    propose,
    buildWanted,
    breathe: () => Promise.resolve(),
  });
  const client = Object.assign(conversation, { close: () => undefined }) as unknown as FilesClient;
  return { client, store: createConversationStore(client) };
}

describe('the conversation’s store', () => {
  it('goes from closed over reading to asking, and back', async () => {
    const { store } = opened();
    const opening = store.getState().open([FILE]);
    expect(store.getState().stage).toMatchObject({ kind: 'reading', names: 't.csv' });
    await opening;
    const { stage } = store.getState();
    expect(stage).toMatchObject({ kind: 'asking', busy: false });
    if (stage.kind === 'asking')
      expect([...stage.sides]).toEqual([
        ['b', 1],
        ['a', -1],
      ]);
    store.getState().close();
    expect(store.getState().stage.kind).toBe('closed');
  });

  it('keeps the classes while the labels are the same', async () => {
    const { store } = opened();
    await store.getState().open([FILE]);
    store.getState().setSides(new Map([['a', 1]]));
    await store.getState().choose({ incomplete: 'mean' });
    const { stage } = store.getState();
    expect(stage.kind === 'asking' && [...stage.sides]).toEqual([['a', 1]]);
  });

  it('stays where it was, and says why, when a choice cannot be followed', async () => {
    const { store } = opened();
    await store.getState().open([FILE]);
    await store.getState().choose({ exclude: [0] });
    expect(store.getState().stage).toMatchObject({ kind: 'asking', busy: false, choice: {} });
    const { stage } = store.getState();
    expect(stage.kind === 'asking' && stage.problem).toMatch(/^t\.csv has no column of numbers/);
  });

  it('drops the answer of a file that a later one overtook', async () => {
    const { store } = opened();
    const other = new File(['x,y\n1,0\n2,1\n'], 'later.csv');
    await Promise.all([store.getState().open([FILE]), store.getState().open([other])]);
    expect(store.getState().files).toEqual([other]);
  });

  it('closes when reading was cancelled, and tells when the worker stopped', async () => {
    const { client, store } = opened();
    client.read = () => Promise.reject(new NoAnswer('cancelled', true));
    await store.getState().open([FILE]);
    expect(store.getState().stage.kind).toBe('closed');
    client.read = () => Promise.reject(new NoAnswer('out of memory', false));
    await store.getState().open([FILE]);
    expect(store.getState().stage).toMatchObject({
      kind: 'failed',
      message: 'What reads files stopped: out of memory. Try again, or reload the page.',
    });
  });
});
