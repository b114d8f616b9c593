/** Running the tools of this repository from its root; plain Node. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Something the user has to put right; shown without a stack. */
export class Unusable extends Error {}

/**
 * Runs a command to its end.
 * @param held shows its output at its end, whole: for commands that run side by side. Otherwise as it comes.
 * @param out where its output is written (2: among the errors), when it is not held
 * @throws Unusable when it could not be started or did not end with 0
 */
export function run(command, args, { env = process.env, held = false, out = 'inherit' } = {}) {
  return new Promise((resolve, reject) => {
    // npm is a .cmd file on Windows, which only a shell can start; no argument here holds a space.
    const shell = process.platform === 'win32';
    const stdio = held ? ['ignore', 'pipe', 'pipe'] : ['ignore', out, 'inherit'];
    const child = spawn(command, args, { cwd: ROOT, env, shell, stdio });
    const pieces = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece) => pieces.push(piece));
    child.on('error', (error) => reject(new Unusable(`${command}: ${error.message}`)));
    child.on('close', (code, signal) => {
      process.stdout.write(Buffer.concat(pieces));
      if (code === 0) resolve();
      else reject(new Unusable(`${command} ${args.join(' ')} ended with ${signal ?? code}`));
    });
  });
}

/** A tool of node_modules, by the path of its JavaScript: no shell and no npx in between. */
export const runTool = (script, args, options) =>
  run(process.execPath, [`node_modules/${script}`, ...args], options);

/** A port of localhost that is free now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Runs a script's main part; an Unusable is a message and exit code 1. */
export async function main(body) {
  try {
    await body();
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  }
}
