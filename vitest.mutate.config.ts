import { defineConfig } from 'vitest/config';

/** The tests that `npm run mutate` asks after each change, one room's at a time (scripts/mutate/rooms.mjs). */
export default defineConfig({
  test: {
    environment: 'node',
    include: process.env['MUTATE_TESTS']?.split(' ') ?? [],
    testTimeout: 20_000,
    isolate: false,
  },
});
