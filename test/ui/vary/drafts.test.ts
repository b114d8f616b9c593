import { describe, expect, it } from 'vitest';
import { createDrafts, type Draft } from '../../../src/ui/vary/drafts.ts';
import { storageWith } from '../text-storage.ts';

const half: Draft = { list: '0, 0.1, 0.', range: { from: '1e-', to: '', count: '5', spacing: 'log' } };

describe('what was typed about an axis and not used yet', () => {
  it('is there again after a reload', () => {
    const storage = storageWith(null);
    createDrafts(() => storage)
      .getState()
      .set('gamma', half);
    const reloaded = createDrafts(() => storage).getState();
    expect(reloaded.draftOf('gamma', 'linear')).toEqual(half);
    expect(reloaded.draftOf('eta', 'log').list).toBeNull();
  });

  it.each([
    ['nothing', 'null'],
    ['no JSON', '{'],
    ['another version’s', '{"state":{"drafts":{"gamma":{"list":3}}},"version":0}'],
  ])('is blank where what was kept is %s', (_, text) => {
    const drafts = createDrafts(() => storageWith(text)).getState();
    expect(drafts.draftOf('gamma', 'linear')).toEqual({
      list: null,
      range: { from: '', to: '', count: '5', spacing: 'linear' },
    });
  });

  it('lasts as long as the page where nothing can be kept', () => {
    const full = {
      ...storageWith(null),
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    const drafts = createDrafts(() => full).getState();
    drafts.set('gamma', half);
    expect(drafts.draftOf('gamma', 'linear')).toEqual(half);
  });
});
