/**
 * What a fresh clone needs before anything of it runs, with nothing but Node and npm there: the packages of the
 * lock file, the compiled kernels and, for the browser tests, a Chromium. Plain Node, no packages: it runs before there are any.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildKernels } from './kernels.mjs';
import { main, ROOT, run, Unusable } from './process.mjs';

const OLDEST_NODE = [20, 19];

/** @throws Unusable when this Node is older than the tools need */
function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Unusable(
    `Node ${process.versions.node} is older than ${OLDEST_NODE.join('.')}, which Vite needs: install a newer one from https://nodejs.org`,
  );
}

const readPackages = (path) => JSON.parse(readFileSync(join(ROOT, path), 'utf8')).packages;

/**
 * Whether node_modules is what package-lock.json says. npm writes node_modules/.package-lock.json of all that it
 * installed; contents are compared because a git checkout sets no meaningful times.
 */
export function isInstalled() {
  if (!existsSync(join(ROOT, 'node_modules/.package-lock.json'))) return false;
  const wanted = readPackages('package-lock.json');
  const present = readPackages('node_modules/.package-lock.json');
  const same = Object.entries(present).every(([path, entry]) => wanted[path]?.version === entry.version);
  // Packages for another operating system are in the lock file only, and optional.
  const complete = Object.entries(wanted).every(
    ([path, entry]) => path === '' || path in present || entry.optional === true,
  );
  return same && complete;
}

export async function installPackages() {
  checkNode();
  if (!isInstalled()) {
    console.log('Installing the packages of package-lock.json (npm ci) …');
    await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  }
  await buildKernels();
}

const KNOWN_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of a Chromium: $CHROMIUM_PATH, one that is installed, Playwright's own; null where there is none. */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Unusable(`CHROMIUM_PATH = ${named}: there is no such file`);
  }
  const installed = KNOWN_PLACES.find((path) => existsSync(path));
  if (installed !== undefined) return installed;
  const { chromium } = await import('playwright-core');
  const own = chromium.executablePath();
  return existsSync(own) ? own : null;
}

/**
 * The browser for the tests; as root on a Debian it is installed when there is none.
 * @throws Unusable saying what to install
 */
export async function provideBrowser() {
  const found = await findBrowser();
  if (found !== null) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium for the browser tests (apt-get install chromium) …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { env });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env });
    const installed = await findBrowser();
    if (installed !== null) return installed;
  }
  throw new Unusable(
    'The browser tests need a Chromium and found none. Install one (Debian: sudo apt-get install chromium; ' +
      'elsewhere: npx playwright install chromium), or name one: CHROMIUM_PATH=/path/to/chromium npm test',
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main(installPackages);
}
