/** `npm start`: sets up, builds when the sources are newer than the build, and serves the page on localhost. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { main, ROOT, runTool } from './process.mjs';
import { installPackages } from './setup.mjs';

const FIRST_PORT = 4173;
const SOURCES = ['src', 'workers', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];

/** Newest modification under a path, in milliseconds; 0 where there is nothing. */
function newest(path) {
  if (!existsSync(path)) return 0;
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  // A folder's own time tells of files that were removed.
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function isBuilt() {
  const built = newest(join(ROOT, 'dist/index.html'));
  return built > 0 && SOURCES.every((source) => newest(join(ROOT, source)) <= built);
}

/** Whether there is a screen on which a browser could open. */
function hasDesktop() {
  const { CI, DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (CI !== undefined && CI !== '' && CI !== 'false') return false;
  return process.platform !== 'linux' || Boolean(DISPLAY) || Boolean(WAYLAND_DISPLAY);
}

await main(async () => {
  await installPackages();
  if (!isBuilt()) await runTool('vite/bin/vite.js', ['build']);
  const { preview } = await import('vite');
  // Vite takes the next free port when this one is in use.
  const server = await preview({ root: ROOT, preview: { port: FIRST_PORT, open: hasDesktop() } });
  console.log(`\nImplicit Bias Lab: ${server.resolvedUrls.local[0]}   (Ctrl+C ends it)`);
});
