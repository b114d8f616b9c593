import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: (process.env.MUTATE_TESTS ?? '').split(','),
    exclude: ['test/core/problem/any-dimension.test.ts'],
    testTimeout: 20_000,
    isolate: false,
  },
});
