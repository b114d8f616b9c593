import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { settingsDocs } from '../../scripts/write-settings-docs.ts';

it('docs/settings.md is what scripts/write-settings-docs.ts would write', async () => {
  const committed = await readFile(new URL('../../docs/settings.md', import.meta.url), 'utf8');
  expect(committed).toBe(await settingsDocs());
});
