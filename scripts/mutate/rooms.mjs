/**
 * What is changed, and by which tests that should be noticed: those that are about it, and fast. A room is one run of
 * Stryker; its files are patterns of Stryker's `mutate`, its tests patterns of Vitest's `include`.
 *
 * Not yet: src/core/space, observe/observer.ts and method/stepper.ts; src/core/linalg.
 */
export const ROOMS = [
  { name: 'special', files: ['src/core/special/*.ts'], tests: ['test/core/special/*.test.ts'] },
  { name: 'random', files: ['src/core/random/*.ts'], tests: ['test/core/random/*.test.ts'] },
  {
    name: 'model',
    files: ['src/core/model/*.ts', 'src/core/method/batches.ts'],
    tests: ['test/core/model/*.test.ts', 'test/core/method/batches.test.ts'],
  },
  {
    name: 'hash',
    files: [
      'src/core/{xxh64,fingerprint,recording-fingerprint,slices}.ts',
      'src/core/kernels/{in-room,copies}.ts',
    ],
    tests: [
      'test/core/{xxh64,fingerprint,recording-fingerprint,slices}.test.ts',
      'test/core/kernels/*.test.ts',
    ],
  },
  { name: 'claims', files: ['src/core/claims/*.ts'], tests: ['test/core/claims/*.test.ts'] },
  {
    name: 'problem',
    files: ['src/core/problem/*.ts'],
    // Without those whose statistics and spies take seconds.
    tests: ['test/core/problem/!(any-dimension|slices).test.ts'],
  },
  {
    name: 'objective',
    files: ['src/core/{objective,regularizer}.ts'],
    tests: ['test/core/{objective,regularizer}.test.ts'],
  },
  {
    name: 'observe',
    files: [
      'src/core/observe/!(observer).ts',
      '!src/core/observe/{stable-rank,moved-row-norms}.ts',
      '!src/core/observe/*-view.ts',
    ],
    tests: ['test/core/observe/!(stable-rank).test.ts'],
  },
  {
    name: 'rank',
    files: ['src/core/observe/{stable-rank,moved-row-norms}.ts', 'src/core/observe/*-view.ts'],
    tests: ['test/core/observe/stable-rank.test.ts'],
  },
  {
    name: 'run',
    files: ['src/core/{run,suggest-eta}.ts'],
    tests: ['test/core/{run,suggest-eta}.test.ts'],
  },
  {
    name: 'loops',
    files: ['src/core/kernels/*-loops.ts', 'src/core/kernels/activations.ts'],
    tests: ['test/workers/kernels/kernels.test.ts'],
  },
  {
    name: 'page',
    files: [
      'src/settings/switch-off.ts',
      'src/state/link-sync.ts',
      'src/charts/data/decimate.ts',
      'src/charts/scales/colours.ts',
    ],
    tests: [
      'test/settings/switch-off.test.ts',
      'test/state/link-sync.test.ts',
      'test/charts/data/decimate.test.ts',
      'test/charts/scales/colours.test.ts',
    ],
  },
];
