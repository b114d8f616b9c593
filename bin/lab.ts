/** The lab without a browser: `lab inspect FILE…`, `lab run LINK [FILE…]`. */
import { pathToFileURL } from 'node:url';
import { Command, CommanderError } from 'commander';
import type { Output } from './output.ts';

const HELP = `
Examples:
  npm run --silent lab -- inspect table.csv
  npm run --silent lab -- inspect train-images-idx3-ubyte.gz train-labels-idx1-ubyte.gz --json
  npm run --silent lab -- run '#v=1&g=0.5'
  npm run --silent lab -- run '#v=1&data=dataset&pos=~M&neg=~B' wdbc.data`;

/** Runs a command and gives its exit code. */
export async function lab(args: readonly string[], output: Output): Promise<number> {
  let code = 0;
  const program = new Command('lab')
    .description('The Implicit Bias Lab without a browser.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => output.out(text.trimEnd()),
      writeErr: (text) => output.err(text.trimEnd()),
    })
    .showHelpAfterError('(lab --help lists the commands, lab COMMAND --help what one takes)')
    .addHelpText('after', HELP);
  program
    .command('inspect')
    .description('how files would be read: label, features, rows, classes; nothing is trained')
    .argument('<file...>', 'a table, or images and their labels; in any order')
    .option('--json', 'as JSON')
    .option('--read <text>', 'how to read them, as the key "read" of a link says it (docs/settings.md)', '')
    .action(async (files: string[], options: { readonly json?: true; readonly read: string }) => {
      const { inspect } = await import('./inspect.ts');
      code = await inspect(files, { json: options.json === true, reading: options.read }, output);
    });
  program
    .command('run')
    .description('computes the runs of a link and prints how they ended')
    .argument(
      '<link>',
      'a link of the page, or its part from # on; in quotes, for the shell reads & otherwise',
    )
    .argument('[file...]', 'the files that the link was made with')
    .action(async (link: string, files: string[]) => {
      // The core and its kernels are not needed to look at files.
      const { runLink } = await import('./run.ts');
      code = await runLink(link, files, output);
    });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    throw error;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  // Whoever reads has had enough (lab … | head).
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1));
  process.exitCode = await lab(process.argv.slice(2), { out: console.log, err: console.error });
}
