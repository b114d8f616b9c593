/**
 * Who may import whom (DESIGN §4), types included: each layer may import those above it in its list, never below.
 * test/tooling/lint-rules.test.ts checks that every folder of src/ has its place here.
 */

/** The order inside src/core; a row is one layer, whose members may import each other. */
export const CORE_LAYERS = [
  [
    'src/core/experiment.ts',
    'src/core/slices.ts',
    'src/core/xxh64.ts',
    'src/core/fingerprint.ts',
    'src/core/recording-fingerprint.ts',
  ],
  ['src/core/random', 'src/core/special', 'src/core/linalg', 'src/core/kernels'],
  ['src/core/problem'],
  ['src/core/model'],
  ['src/core/limit'],
  ['src/core/objective.ts', 'src/core/regularizer.ts'],
  ['src/core/space'],
  ['src/core/method'],
  ['src/core/observe', 'src/core/outcome.ts'],
  ['src/core/probe'],
  ['src/core/claims'],
  [
    'src/core/suggest-eta.ts',
    'src/core/facts.ts',
    'src/core/run-flow.ts',
    'src/core/train-by.ts',
    'src/core/run.ts',
  ],
];

/** The rooms of src/charts. */
export const CHART_LAYERS = [
  ['src/charts/data'],
  ['src/charts/scales'],
  ['src/charts/marks', 'src/charts/hooks'],
  ['src/charts/legend', 'src/charts/matrix', 'src/charts/still'],
  [
    'src/charts/time',
    'src/charts/spectrum',
    'src/charts/plane',
    'src/charts/against',
    'src/charts/function',
    'src/charts/samples',
    'src/charts/slice',
    'src/charts/network',
  ],
  ['src/charts/card'],
];

/** What both threads build on. */
const SHARED_LAYERS = [['src/core'], ['src/settings'], ['src/protocol']];

/** The page's side. */
export const PAGE_LAYERS = [
  ...SHARED_LAYERS,
  ['src/export'],
  ['src/engine'],
  ['src/state'],
  ['src/charts'],
  ['src/ui'],
  ['src/main.tsx'],
];

/** The worker's side, and the command line's. */
const WORKER_LAYERS = [...SHARED_LAYERS, ['workers']];
const COMMAND_LINE_LAYERS = [...SHARED_LAYERS, ['bin']];

/** Folders that are only ever entry points: nothing in src/ or workers/ imports them. */
const OUTSIDE = ['bin', 'bench', 'scripts', 'test'];

/** @param {string[][]} layers */
function directions(layers) {
  return layers.flatMap((members, index) =>
    layers.slice(index + 1).map((below) => ({
      target: members.map((path) => `./${path}`),
      from: below.map((path) => `./${path}`),
      message: `${members.join(', ')} may not import from ${below.join(', ')}: imports only go up (DESIGN §4).`,
    })),
  );
}

/** @param {string[][]} layers */
const pathsOf = (layers) => layers.flat().map((path) => `./${path}`);
const pageOnly = pathsOf(PAGE_LAYERS.slice(SHARED_LAYERS.length));

/** Zones of import-x/no-restricted-paths. */
export const ZONES = [
  ...directions(CORE_LAYERS),
  ...directions(CHART_LAYERS),
  ...directions(PAGE_LAYERS),
  ...directions(WORKER_LAYERS),
  ...directions(COMMAND_LINE_LAYERS),
  {
    target: pageOnly,
    from: ['./workers'],
    message: 'The page names a worker by its URL and never imports it (DESIGN §4).',
  },
  {
    target: './workers',
    from: pageOnly.filter((path) => path !== './src/engine' && path !== './src/export'),
    message: 'Workers know nothing of the page (DESIGN §4).',
  },
  {
    target: './workers',
    from: './src/engine',
    // Files are read off the page's thread.
    except: ['./files'],
    message: 'Of the engine, workers only read files.',
  },
  {
    target: './bin',
    from: pageOnly.filter((path) => path !== './src/engine' && path !== './src/export'),
    message: 'The command line knows nothing of the page (DESIGN §4).',
  },
  {
    target: './bin',
    from: './src/engine',
    // Reading files is the same without a browser, and so is giving runs to workers.
    except: [
      './files',
      './pool.ts',
      './worker-client.ts',
      './timers.ts',
      './recording-store.ts',
      './pace.ts',
    ],
    message: 'Of the engine, the command line reads files, and has the pool and its pace.',
  },
  {
    target: ['./src', './workers'],
    from: OUTSIDE.map((path) => `./${path}`),
    message: 'Tests, benches and scripts import the product, never the other way.',
  },
];
