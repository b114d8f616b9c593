/**
 * The command line (bin/lab.ts) from a bundle, which starts in half of the time that its sources take one by one. The
 * bundle is made anew when something that it was made of is newer.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildKernels } from './kernels.mjs';
import { main, ROOT, run } from './process.mjs';
import { isInstalled } from './setup.mjs';

const FOLDER = join(ROOT, 'node_modules/.cache/lab');
/** The bundle's name, and all that it was made of. */
const MADE = join(FOLDER, 'made.json');

const changed = (path) => statSync(join(ROOT, path), { throwIfNoEntry: false })?.mtimeMs ?? Infinity;

/** The bundle; null where there is none, or one of other sources. */
function currentBundle() {
  if (!existsSync(MADE)) return null;
  const { name, inputs } = JSON.parse(readFileSync(MADE, 'utf8'));
  const { mtimeMs } = statSync(MADE);
  return inputs.every((path) => changed(path) <= mtimeMs) ? join(FOLDER, name) : null;
}

/** Several commands may get here at once: each writes files of its own, and the last ones stay. */
function write(path, contents) {
  const own = `${path}.${process.pid}`;
  writeFileSync(own, contents);
  renameSync(own, path);
}

async function bundle() {
  const { build } = await import('esbuild');
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['bin/lab.ts'],
    entryNames: '[name]-[hash]',
    outdir: FOLDER,
    write: false,
    metafile: true,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // Packages that are no ES modules ask for Node's own by it.
    banner: {
      js: "import { createRequire as requireFor } from 'node:module';\nconst require = requireFor(import.meta.url);",
    },
  });
  mkdirSync(FOLDER, { recursive: true });
  for (const { path, contents } of outputFiles) write(path, contents);
  const [entry] = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === 'bin/lab.ts');
  const inputs = [...Object.keys(metafile.inputs), 'package-lock.json', 'scripts/lab.mjs'];
  write(MADE, JSON.stringify({ name: basename(entry), inputs }));
  return join(ROOT, entry);
}

await main(async () => {
  // What a command prints is its own: what setting up says goes among the errors.
  if (isInstalled()) await buildKernels();
  else await run(process.execPath, ['scripts/setup.mjs'], { out: 2 });
  const path = currentBundle() ?? (await bundle());
  // A program that was started finds its own name there.
  process.argv[1] = path;
  await import(pathToFileURL(path).href);
});
