import { expect, it } from 'vitest';
import { runFlow } from '../../src/core/run-flow.ts';
import { laterFlow } from '../../workers/later-flow.ts';

it('gives gradient flow once its code is there, and asks for that once', async () => {
  let asked = 0;
  const flow = laterFlow(() => {
    asked++;
    return Promise.resolve({ runFlow });
  });
  expect(flow()).toBeNull();
  await Promise.resolve();
  expect(flow()).toBe(runFlow);
  expect(asked).toBe(1);
});

it('says that the code of gradient flow did not come, and asks again for the next run', async () => {
  let asked = 0;
  const flow = laterFlow(() => {
    asked++;
    return asked === 1 ? Promise.reject(new Error('offline')) : Promise.resolve({ runFlow });
  });
  flow();
  await new Promise((resolve) => setTimeout(resolve));
  expect(() => flow()).toThrow('the code of gradient flow could not be loaded');
  flow();
  await new Promise((resolve) => setTimeout(resolve));
  expect(flow()).toBe(runFlow);
});
