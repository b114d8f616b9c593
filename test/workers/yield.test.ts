import { expect, it } from 'vitest';
import { createYieldToMessages } from '../../workers/yield.ts';

it('lets all go on that wait at once, in the order in which they came', async () => {
  const yieldToMessages = createYieldToMessages();
  const gone: number[] = [];
  await Promise.all([1, 2, 3].map((k) => yieldToMessages().then(() => void gone.push(k))));
  expect(gone).toEqual([1, 2, 3]);
});
