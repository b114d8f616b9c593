import { describe, expect, it } from 'vitest';
import { createTypedMemory } from '../../../src/ui/controls/typed-memory.ts';
import { storageWith } from '../text-storage.ts';

describe('a half-typed number', () => {
  it('is there again after a reload, over the value it was typed over', () => {
    const storage = storageWith(null);
    createTypedMemory(() => storage)
      .getState()
      .keep('gamma', '0.1', '0.');
    const reloaded = createTypedMemory(() => storage).getState();
    expect(reloaded.textOf('gamma', '0.1')).toBe('0.');
    expect(reloaded.textOf('gamma', '0.5')).toBeNull();
    expect(reloaded.textOf('eta', '0.1')).toBeNull();
  });

  it('is forgotten when it has become a value or was discarded', () => {
    const storage = storageWith(null);
    const memory = createTypedMemory(() => storage);
    memory.getState().keep('gamma', '0.1', '0.');
    memory.getState().keep('gamma', '0.1', null);
    expect(createTypedMemory(() => storage).getState().texts).toEqual({});
  });

  it.each(['null', '{', '{"state":{"texts":{"gamma":{"text":3}}},"version":0}'])('is none in %s', (text) => {
    expect(createTypedMemory(() => storageWith(text)).getState().texts).toEqual({});
  });
});
