import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { glob } from 'tinyglobby';
import { build } from 'vite';

const OUT = '.mutate';
const VITEST = fileURLToPath(new URL('./vitest.mjs', import.meta.url));

/** Tests read files beside their own sources, wherever what is made of them lies. */
const ownAddress = {
  name: 'own-address',
  enforce: 'pre',
  transform: (code, id) =>
    code.includes('import.meta.url') && !id.includes('node_modules')
      ? code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
      : undefined,
};

/**
 * Makes modules for Node of the tests below `root` and all that they import of it, changes included.
 *
 * @param patterns of tests
 * @returns `{ file, url }` of each test, file from the root
 */
export async function bundleTests(root, patterns) {
  const files = (await glob(patterns, { cwd: root })).sort();
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [ownAddress],
    resolve: { alias: [{ find: /^vitest$/, replacement: VITEST }] },
    build: {
      ssr: true,
      target: 'node20',
      outDir: join(root, OUT),
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(files.map((file, k) => [`test-${k}`, join(root, file)])),
        external: [VITEST],
        // What only a change would call stays.
        treeshake: false,
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
  return files.map((file, k) => ({
    file: relative('.', file),
    url: pathToFileURL(join(root, OUT, `test-${k}.mjs`)).href,
  }));
}
