/**
 * What is changed, and by which tests that should be noticed: those that are about it, and fast. A room is one run of
 * Stryker; its files are patterns of Stryker's `mutate`, its tests patterns of Vitest's `include`.
 *
 * Not yet: src/core/linalg.
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
  {
    name: 'method',
    files: ['src/core/method/{alike,grouping,stepper}.ts'],
    tests: ['test/core/method/{alike,grouping,stepper}.test.ts'],
  },
  {
    name: 'space',
    files: ['src/core/space/*.ts'],
    tests: ['test/core/space/*.test.ts'],
  },
  {
    name: 'members',
    files: ['src/core/space/groups/{members,sites,table}.ts'],
    tests: ['test/core/space/groups/{members,table}.test.ts'],
  },
  {
    name: 'groups',
    files: ['src/core/space/groups/{crossings,groups}.ts'],
    tests: ['test/core/space/groups/!(drift|random-problems).test.ts', 'test/core/method/grouping.test.ts'],
  },
  {
    name: 'observe-groups',
    files: ['src/core/observe/groups/*.ts'],
    tests: ['test/core/observe/groups/*.test.ts', 'test/core/space/groups/groups.test.ts'],
  },
  {
    name: 'probe',
    files: ['src/core/probe/*.ts'],
    tests: ['test/core/probe/*.test.ts'],
  },
  { name: 'slice', files: ['src/core/probe/slice/*.ts'], tests: ['test/core/probe/slice/*.test.ts'] },
  { name: 'limit', files: ['src/core/limit/*.ts'], tests: ['test/core/limit/*.test.ts'] },
  {
    name: 'flow',
    files: ['src/core/method/flow/**/*.ts'],
    tests: ['test/core/method/flow/**/*.test.ts'],
  },
  { name: 'claims', files: ['src/core/claims/*.ts'], tests: ['test/core/claims/*.test.ts'] },
  ...['kou', 'frei', 'meng'].map((paper) => ({
    name: paper,
    files: [`src/core/claims/${paper}/*.ts`],
    tests: [`test/core/claims/${paper}/*.test.ts`],
  })),
  {
    name: 'own-claims',
    files: ['src/core/claims/{lab,conjecture}/*.ts'],
    tests: ['test/core/claims/conjecture.test.ts', 'test/core/claims/kou/kou.test.ts'],
  },
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
      'src/core/observe/!(observer|excess|row-measures|live-run|flow-points).ts',
      '!src/core/observe/{stable-rank,moved-row-norms}.ts',
      '!src/core/observe/*-view.ts',
    ],
    tests: ['test/core/observe/!(stable-rank|observer|excess|live-run).test.ts'],
  },
  {
    name: 'observer',
    files: ['src/core/observe/{observer,excess,live-run,flow-points}.ts'],
    tests: ['test/core/observe/{observer,excess,live-run}.test.ts'],
  },
  {
    name: 'rank',
    files: ['src/core/observe/{stable-rank,moved-row-norms,row-measures}.ts', 'src/core/observe/*-view.ts'],
    tests: ['test/core/observe/stable-rank.test.ts'],
  },
  {
    name: 'run',
    files: ['src/core/{run,train-by,facts,suggest-eta}.ts'],
    tests: ['test/core/{run,train-by,suggest-eta}.test.ts'],
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
