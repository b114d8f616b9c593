import eslint from '@eslint/js';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { circles } from './eslint.circles.js';
import { ZONES } from './eslint.layers.js';

const EXACT_MATH =
  'abs|min|max|floor|ceil|round|trunc|sqrt|imul|sign|clz32|fround|PI|E|LN2|LN10|LOG2E|LOG10E|SQRT2|SQRT1_2';

/** JavaScript does not fix the bits of these (DESIGN §3): a recording must not depend on them. */
const INEXACT_SYNTAX = [
  {
    selector: `MemberExpression[object.name="Math"]:not([property.name=/^(${EXACT_MATH})$/])`,
    message: 'Not the same bits in every browser: use src/core/special, or an exact Math function.',
  },
  {
    selector: 'MemberExpression[object.name="Math"][computed=true]',
    message: 'Name the Math function, so that the linter can see which it is.',
  },
  {
    selector: ':not(MemberExpression) > Identifier[name="Math"]',
    message: 'Call Math by its name, so that the linter can see which function it is.',
  },
  {
    selector: 'BinaryExpression[operator="**"], AssignmentExpression[operator="**="]',
    message: 'x ** y is not the same bits in every browser: multiply, or use src/core/special.',
  },
  {
    selector: 'CallExpression > MemberExpression[property.name=/^toLocale/]',
    message: 'Depends on the locale.',
  },
];

/** Clocks, the platform and its globals are arguments of the core, never reached for. */
const CLOCKS = ['Date', 'performance', 'Intl', 'crypto', 'requestAnimationFrame', 'requestIdleCallback'];
const TIMERS = ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'MessageChannel'];
const PLATFORM = [
  ...['window', 'self', 'globalThis', 'document', 'navigator', 'location', 'history', 'localStorage'],
  ...['sessionStorage', 'fetch', 'process', 'console', 'alert', 'postMessage', 'Worker', 'URLSearchParams'],
];
const ban = (names) =>
  names.map((name) => ({ name, message: 'A run is a function of its experiment alone (DESIGN §3).' }));

const TYPES_ONLY = {
  selector:
    'VariableDeclaration, FunctionDeclaration, ClassDeclaration, TSEnumDeclaration, ImportDeclaration[importKind="value"]',
  message: 'src/protocol holds types only: what crosses the thread, no code.',
};

/** What is loaded later can fail to come: src/ui/parts/chunk.ts and Later.tsx tell it, and try again. */
const LOADED_LATER = {
  selector:
    ':not(CallExpression[callee.name=/^(createChunk|handInFloating)$/] > ArrowFunctionExpression) > ImportExpression',
  message:
    'Load code with createChunk (src/ui/parts/chunk.ts): it tells when the code does not come, and tries again.',
};

const NO_SUSPENSE = {
  name: 'react',
  importNames: ['lazy', 'Suspense'],
  message: 'Use Later (src/ui/parts).',
};

/** Hundreds of megabytes: to copy them holds up the page. */
const NO_ROWS = {
  regex: '/(experiment|build)\\.ts$',
  importNames: ['Dataset', 'BuiltDataset'],
  message: 'The page holds a handle of the rows (SealedDataset, SealedData), never the rows.',
};

/** Each thread is linted, as it is type-checked, against its own lib. */
const typed = (thread, folders) => ({
  files: folders.flatMap((folder) => (folder.endsWith('**') ? `${folder}/*.{ts,tsx}` : folder)),
  languageOptions: {
    parserOptions: { project: `./tsconfig.${thread}.json`, tsconfigRootDir: import.meta.dirname },
  },
});

export default defineConfig(
  { ignores: ['dist/', 'node_modules/', '.cache/', 'coverage/', 'test-results/', 'playwright-report/'] },
  // AssemblyScript, which its own compiler checks, and what is made of it.
  { ignores: ['workers/kernels/assembly/', 'workers/kernels/binary.ts*'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      // Reads of typed arrays in hot loops: the index was settled before the loop.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Objects here are closures, not classes: their methods have no `this`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  typed('core', ['src/{core,settings,protocol}/**']),
  typed('worker', ['workers/**']),
  typed('page', ['src/{export,engine,state,charts,ui}/**', 'src/main.tsx']),
  typed('node', ['bin/**', 'bench/**', 'scripts/**', 'test/**', '*.config.ts']),
  {
    plugins: { 'import-x': importX, circles },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx', '.js', '.mjs', '.css'] })],
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones: ZONES }],
      'import-x/no-default-export': 'error',
      'circles/none': 'error',
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  { files: ['*.config.{js,ts}'], rules: { 'import-x/no-default-export': 'off' } },
  {
    files: ['src/{export,engine,state,charts,ui}/**', 'src/main.tsx'],
    rules: {
      'no-restricted-syntax': ['error', LOADED_LATER],
      'no-restricted-imports': ['error', { paths: [NO_SUSPENSE], patterns: [NO_ROWS] }],
    },
  },
  {
    // What reads files runs in its own worker.
    files: ['src/engine/files/**'],
    rules: { 'no-restricted-imports': ['error', { paths: [NO_SUSPENSE] }] },
  },
  { files: ['**/*.tsx', 'src/{state,charts,ui}/**'], extends: [reactHooks.configs.flat.recommended] },
  {
    files: ['src/core/**'],
    rules: {
      'no-restricted-syntax': ['error', ...INEXACT_SYNTAX],
      'no-restricted-globals': ['error', ...ban([...CLOCKS, ...TIMERS, ...PLATFORM])],
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^[^.]', message: 'The core imports no package (DESIGN §4).' }] },
      ],
    },
  },
  {
    files: ['src/{settings,protocol}/**'],
    rules: { 'no-restricted-globals': ['error', ...ban([...CLOCKS, ...TIMERS, ...PLATFORM])] },
  },
  { files: ['src/protocol/**'], rules: { 'no-restricted-syntax': ['error', TYPES_ONLY] } },
  {
    files: ['workers/**'],
    rules: {
      'no-restricted-syntax': ['error', ...INEXACT_SYNTAX],
      'no-restricted-globals': ['error', ...ban([...CLOCKS, ...TIMERS, ...PLATFORM])],
    },
  },
  // What slices the work and listens in between needs a turn of the event loop; only workers' entries have a clock.
  {
    files: ['workers/training-service.ts', 'workers/yield.ts'],
    rules: { 'no-restricted-globals': ['error', ...ban([...CLOCKS, ...PLATFORM])] },
  },
  {
    files: ['workers/*.worker.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...ban([...CLOCKS.filter((name) => name !== 'performance'), ...PLATFORM]),
      ],
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: globals.node },
  },
);
