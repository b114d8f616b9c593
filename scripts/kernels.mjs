/**
 * Compiles workers/kernels/assembly (AssemblyScript) into workers/kernels/binary.ts, a module that holds the
 * WebAssembly in a string, a character a byte: the same import in Vite, Vitest and Node, nothing to fetch, nothing binary
 * in the repository. Compressed it is a quarter less than base64, of which gzip sees no repetitions.
 * Does nothing when the module was made of these very sources by this very compiler.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { main, ROOT, Unusable } from './process.mjs';

const FOLDER = join(ROOT, 'workers/kernels/assembly');
const OUTPUT = join(ROOT, 'workers/kernels/binary.ts');
const OPTIONS = [
  ...['-O3', '--converge', '--noAssert', '--runtime', 'stub', '--enable', 'simd'],
  ...['--importMemory', '--noExportMemory', '--zeroFilledMemory'],
  // Pairs of doubles are passed between functions of the module, never in or out of it.
  ...['--disableWarning', '112'],
];

/** How the module is written: a change of it makes the module again. */
const FORMAT = 'latin1';

/** Functions whose comment says `@inline` are inlined: TypeScript, and so Prettier, has no decorators on functions. */
const withInlining = (text) =>
  text.replace(/(@inline(?:(?!\*\/)[\s\S])*\*\/\n)((?:export )?function)/g, '$1@inline\n$2');

function readSources() {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.ts'));
  return new Map(names.sort().map((name) => [name, withInlining(readFileSync(join(FOLDER, name), 'utf8'))]));
}

function fingerprintOf(sources, compiler) {
  const hash = createHash('sha256').update(JSON.stringify([FORMAT, compiler, OPTIONS, ...sources]));
  return hash.digest('hex').slice(0, 32);
}

function isCurrent(head) {
  try {
    return readFileSync(OUTPUT, 'utf8').startsWith(head);
  } catch {
    return false;
  }
}

/** @throws Unusable with the compiler's messages */
async function compile(sources) {
  const asc = await import('assemblyscript/asc');
  let binary = null;
  const { error, stderr } = await asc.main(['index.ts', '--outFile', 'kernels.wasm', ...OPTIONS], {
    readFile: (name) => sources.get(name) ?? null,
    writeFile: (_name, contents) => void (binary = contents),
    listFiles: () => [],
  });
  const messages = stderr.toString();
  if (error !== null || messages !== '') {
    throw new Unusable(`The kernels do not compile:\n${messages || String(error)}`);
  }
  return Buffer.from(binary).toString('latin1');
}

export async function buildKernels() {
  const sources = readSources();
  const { version } = JSON.parse(
    readFileSync(join(ROOT, 'node_modules/assemblyscript/package.json'), 'utf8'),
  );
  const head = `// Made by scripts/kernels.mjs of workers/kernels/assembly, ${fingerprintOf(sources, version)}.\n`;
  if (isCurrent(head)) return;
  const characters = await compile(sources);
  // Several tools may get here at once: each writes a file of its own, and the last one stays.
  const own = `${OUTPUT}.${process.pid}`;
  writeFileSync(own, `${head}export const KERNELS =\n  ${JSON.stringify(characters)};\n`);
  renameSync(own, OUTPUT);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main(buildKernels);
}
