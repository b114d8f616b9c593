import { readdirSync } from 'node:fs';
import { ESLint } from 'eslint';
import { describe, expect, it, vi } from 'vitest';
// @ts-expect-error: plain JavaScript, since ESLint reads it before anything is compiled
import * as layers from '../../eslint.layers.js';

const { CORE_LAYERS, PAGE_LAYERS, CHART_LAYERS } = layers as Record<
  'CORE_LAYERS' | 'PAGE_LAYERS' | 'CHART_LAYERS',
  readonly string[][]
>;

// The first text of a thread waits for all of that thread to be type-checked, beside the linter of `npm test`.
vi.setConfig({ testTimeout: 120_000 });
// Under CI typescript-eslint takes the text from the disk, once; here the text is another each time.
process.env['TSESTREE_SINGLE_RUN'] = 'false';
const eslint = new ESLint();

/**
 * The rules that the real configuration reports for this text, if it stood in that file. The file must exist: the
 * type-checked rules look it up in its tsconfig.
 */
async function rulesBrokenBy(text: string, filePath: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(text, { filePath });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

const PATHS = 'import-x/no-restricted-paths';

describe('imports only go up', () => {
  it.each([
    ['src/core/model/loss.ts', '../../settings/schema.ts', 'core, of settings'],
    ['src/core/problem/problem.ts', '../model/loss.ts', 'a data model, of the model'],
    ['src/core/model/loss.ts', '../objective.ts', 'the model, of the objective'],
    ['src/core/objective.ts', './space/space.ts', 'the objective, of a space'],
    ['src/core/space/space.ts', '../method/stepper.ts', 'a space, of a method'],
    ['src/core/method/stepper.ts', '../observe/recorder.ts', 'a method, of what is observed'],
    ['src/core/observe/recorder.ts', '../run.ts', 'what is observed, of the front door'],
    ['src/settings/schema.ts', '../protocol/frames.ts', 'settings, of the protocol'],
    ['src/protocol/frames.ts', '../engine/batch.ts', 'the protocol, of the engine'],
    ['src/engine/batch.ts', '../state/view.ts', 'the engine, of the state'],
    ['src/state/view.ts', '../charts/scales/scales.ts', 'the state, of the charts'],
    ['src/engine/batch.ts', '../../workers/training-service.ts', 'the page, of a worker'],
    ['workers/training-service.ts', '../src/engine/batch.ts', 'a worker, of the engine'],
    ['workers/training-service.ts', '../src/state/view.ts', 'a worker, of the state'],
    ['src/core/objective.ts', '../../bin/run.ts', 'the product, of a script'],
  ])('in %s, %s is forbidden (%s)', async (file, imported) => {
    expect(await rulesBrokenBy(`export * from '${imported}';`, file)).toContain(PATHS);
    expect(await rulesBrokenBy(`import type {} from '${imported}';`, file)).toContain(PATHS);
  });

  it.each([
    ['src/core/objective.ts', './model/loss.ts'],
    ['src/core/run.ts', './observe/recorder.ts'],
    ['src/engine/batch.ts', '../protocol/frames.ts'],
    ['workers/training-service.ts', '../src/protocol/commands.ts'],
  ])('in %s, %s is allowed', async (file, imported) => {
    expect(await rulesBrokenBy(`export * from '${imported}';`, file)).not.toContain(PATHS);
  });

  it('type annotations cannot go round it', async () => {
    const text = "export let x: import('../settings/schema.ts').Settings | undefined;";
    expect(await rulesBrokenBy(text, 'src/core/objective.ts')).toContain(
      '@typescript-eslint/consistent-type-imports',
    );
  });

  it('every folder and file of src has its place in the layers', () => {
    const listed = new Set(
      [...CORE_LAYERS, ...PAGE_LAYERS, ...CHART_LAYERS, ['src/charts/charts.css']].flat(),
    );
    const present = ['src', 'src/core', 'src/charts'].flatMap((folder) =>
      readdirSync(folder).map((name) => `${folder}/${name}`),
    );
    expect(present.filter((path) => !listed.has(path))).toEqual([]);
  });

  it('the core imports no package', async () => {
    const broken = await rulesBrokenBy("export * from 'valibot';", 'src/core/objective.ts');
    expect(broken).toContain('no-restricted-imports');
  });

  it('the protocol holds no code', async () => {
    expect(await rulesBrokenBy('export const x = 1;', 'src/protocol/frames.ts')).toContain(
      'no-restricted-syntax',
    );
  });
});

describe('no two files import each other in a circle', () => {
  const CIRCLE = 'circles/none';

  it.each([
    ["import '../floating/index.ts';", 'for what it does'],
    ["import { Tip } from '../floating/index.ts'; Tip();", 'a value'],
    ["import type { Tip } from '../floating/index.ts';", 'a type'],
    ["export { Tip } from '../floating/index.ts';", 'to pass it on'],
    ["export * from '../floating/index.ts';", 'to pass all on'],
    ["export type { Tip } from '../floating/index.ts';", 'to pass a type on'],
    ["export const load = () => import('../floating/index.ts');", 'to load it later'],
    ["export let tip: typeof import('../floating/index.ts') | null;", 'in an annotation'],
  ])('%s is forbidden in a file that floating needs (%s)', async (text) => {
    expect(await rulesBrokenBy(text, 'src/ui/parts/tips.ts')).toContain(CIRCLE);
  });

  it('a circle through several files names them all', async () => {
    const [result] = await eslint.lintText("import type {} from '../floating/index.ts';", {
      filePath: 'src/ui/parts/chunk.ts',
    });
    const message = result?.messages.find(({ ruleId }) => ruleId === CIRCLE)?.message;
    expect(message).toMatch(
      /parts\/chunk\.ts → src\/ui\/floating\/index\.ts → .* → src\/ui\/parts\/chunk\.ts/,
    );
  });

  it('a file may not import itself', async () => {
    expect(await rulesBrokenBy("export * from './tips.ts';", 'src/ui/parts/tips.ts')).toContain(CIRCLE);
  });

  it('what loads a chunk at the composition root is allowed', async () => {
    const text = "export const load = () => import('./ui/floating/index.ts');";
    expect(await rulesBrokenBy(text, 'src/main.tsx')).not.toContain(CIRCLE);
  });
});

describe('what is loaded later tells when it does not come', () => {
  it.each([
    ["export const load = () => import('./chart.ts');", 'no-restricted-syntax'],
    [
      "import { lazy } from 'react'; export const Part = lazy(() => Promise.reject(new Error()));",
      'no-restricted-imports',
    ],
  ])('%s is forbidden', async (text, rule) => {
    expect(await rulesBrokenBy(text, 'src/ui/App.tsx')).toContain(rule);
  });

  it('a chunk and the loader that is handed in are allowed', async () => {
    for (const call of ['createChunk', 'handInFloating']) {
      const text = `declare const ${call}: (load: () => unknown) => void; ${call}(() => import('./useLook.ts'));`;
      expect(await rulesBrokenBy(text, 'src/ui/App.tsx')).not.toContain('no-restricted-syntax');
    }
  });
});

describe('the page holds a handle of a file’s rows, never the rows', () => {
  it.each([
    ["import type { Dataset } from '../../core/experiment.ts';", 'src/ui/data/dataset-store.ts'],
    ["import type { BuiltDataset } from '../files/dataset/build.ts';", 'src/engine/pool.ts'],
  ])('%s is forbidden in %s', async (text, file) => {
    expect(await rulesBrokenBy(text, file)).toContain('no-restricted-imports');
  });

  it('what reads files, in its own worker, has them', async () => {
    const text = "import type { Dataset } from '../../core/experiment.ts';";
    expect(await rulesBrokenBy(text, 'src/engine/files/conversation.ts')).not.toContain(
      'no-restricted-imports',
    );
  });
});

describe('the core and the workers depend on nothing that differs between browsers', () => {
  const folders = [['src/core/objective.ts'], ['workers/training-service.ts']];

  describe.each(folders)('%s', (file) => {
    it.each([
      ...['exp', 'log', 'log1p', 'expm1', 'log2', 'log10', 'sin', 'cos', 'tan', 'asin', 'acos', 'atan'],
      ...['atan2', 'sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh', 'pow', 'hypot', 'cbrt', 'random'],
    ])('Math.%s is forbidden', async (name) => {
      const broken = await rulesBrokenBy(`export const f = Math.${name};`, file);
      expect(broken).toContain('no-restricted-syntax');
    });

    it.each([
      ["export const f = Math['exp'];"],
      ['export const { exp } = Math;'],
      ['const M = Math; export const f = M.exp;'],
      ['export const f = (x: number) => x ** 2;'],
      ['export let x = 2; x **= 3;'],
      ['export const f = (x: number) => x.toLocaleString();'],
    ])('%s is forbidden', async (text) => {
      expect(await rulesBrokenBy(text, file)).toContain('no-restricted-syntax');
    });

    it.each([
      ['Date.now()'],
      ['performance.now()'],
      ['crypto.randomUUID()'],
      ['document.title'],
      ['window.name'],
      ['globalThis.name'],
      ['navigator.hardwareConcurrency'],
      ["fetch('x')"],
    ])('%s is forbidden', async (expression) => {
      const broken = await rulesBrokenBy(`export const x: unknown = ${expression};`, file);
      expect(broken).toContain('no-restricted-globals');
    });

    it('the exact functions of Math are allowed', async () => {
      const text = 'export const f = (x: number) => Math.sqrt(Math.abs(Math.fround(x))) * Math.SQRT2;';
      expect(await rulesBrokenBy(text, file)).toEqual([]);
    });
  });

  it('the core has no timers', async () => {
    const broken = await rulesBrokenBy('export const f = setTimeout;', 'src/core/objective.ts');
    expect(broken).toContain('no-restricted-globals');
  });

  it('only the entry of the worker has a clock', async () => {
    const text = 'export const f = () => performance.now();';
    expect(await rulesBrokenBy(text, 'workers/training.worker.ts')).not.toContain('no-restricted-globals');
  });
});

describe('code that nobody can rely on', () => {
  it.each([
    ['export const f = (x: any) => String(x);', '@typescript-eslint/no-explicit-any'],
    ['const unused = 1;', '@typescript-eslint/no-unused-vars'],
    ['export default 1;', 'import-x/no-default-export'],
  ])('%s is forbidden', async (text, rule) => {
    expect(await rulesBrokenBy(text, 'src/engine/batch.ts')).toContain(rule);
  });
});
