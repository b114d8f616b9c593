/** The lab without a browser: `lab inspect`, `lab run`, `lab presets`, `lab claims`, `lab limit`, `lab verify`. */
import { pathToFileURL } from 'node:url';
import { isMainThread, parentPort } from 'node:worker_threads';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { DEFAULT_PATTERN, PATTERNS, type Pattern } from './limit-patterns.ts';
import type { Output } from './output.ts';
import type { OnInterrupt, RunOptions } from './run.ts';

const HELP = `
Examples:
  npm run --silent lab -- inspect table.csv
  npm run --silent lab -- inspect train-images-idx3-ubyte.gz train-labels-idx1-ubyte.gz --json
  npm run --silent lab -- run '#v=1&g=0.5'
  npm run --silent lab -- run '#v=1&data=dataset&pos=~M&neg=~B' wdbc.data
  npm run --silent lab -- run --preset kou-figure-4 --out recorded --runs 20
  npm run --silent lab -- run --preset kou-figure-4 --out recorded --claims
  npm run --silent lab -- limit '#v=1&g=0.5' --json
  npm run --silent lab -- verify recorded --recompute`;

const RUN_HELP = `
The runs of --out are files in DIR/runs, each there once it is whole: the same command again computes what is missing.
Ctrl-C stops: the tables then have what was recorded so far; the same command begins a stopped run again.
A run that diverges is a result. Exit code: 1 when a run failed, or the link's fingerprint was not reproduced; else 0.
docs/command-line.md has the columns.`;

const VERIFY_HELP = `
Exit code: 1 when something differs, or nothing is there to compare with; else 0. docs/fingerprint.md says what is hashed.`;

const LIMIT_HELP = `
Patterns:
  aligned  ${PATTERNS.aligned}: the limit of leaky ReLU networks
           (F Theorem 3.2, K Lemma 5.6), known from the data alone
  final    ${PATTERNS.final}: what ReLU needs, as its pattern depends on W(0)
Of a study it is the experiment in front with its first seed. docs/limit.md has problem, algorithm, residuals and tolerances.`;

interface RunArguments extends RunOptions {
  readonly preset?: string;
}

/** 1000, 1,000 or 1e3. */
const wholeNumber =
  (least: number) =>
  (text: string): number => {
    const value = Number(text.replaceAll(',', ''));
    if (/^\d+(,\d{3})*(e\d+)?$/i.test(text) && value >= least) return value;
    throw new InvalidArgumentError(`It is not a whole number from ${least}.`);
  };

/** What is wrong with what a person gave is said in words; the exit code is 1 then. */
async function told(output: Output, command: () => Promise<number>): Promise<number> {
  try {
    return await command();
  } catch (error) {
    output.err(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

/** Runs a command and gives its exit code. */
export async function lab(
  args: readonly string[],
  output: Output,
  onInterrupt?: OnInterrupt,
): Promise<number> {
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
    .description('computes a study; prints how its runs ended, or with --out keeps all that they record')
    .argument(
      '[study]',
      'a link of the page, or its part from # on, in quotes, for the shell reads & otherwise; a study.json; or an experiment with explicit data in the format of test/fixtures',
    )
    .argument('[file...]', 'the files that the study was made with')
    .option('--preset <id>', 'a preset of the page in place of a study; lab presets lists them')
    .option('--out <dir>', 'the folder for study.json, recording.csv, recording.parquet and fingerprints.txt')
    .option(
      '--measure',
      'measures sharpness, effective ranks and the distance from the limit of every run, too: measured.csv and .parquet',
    )
    .option('--claims', 'judges the papers’ claims on every run, too: claims.json; lab claims lists them')
    .option(
      '--conjecture <text>',
      'judges your own inequality, too, in place of the study’s: "SR(W+) - 1 <= 2/log(t)"; with --claims',
    )
    .option('--runs <n>', 'so many seeds, whatever the study says', wholeNumber(1))
    .option('--epochs <t>', 'so many epochs, whatever the study says', wholeNumber(0))
    .addHelpText('after', RUN_HELP)
    .action(async (study: string | undefined, files: string[], { preset, ...options }: RunArguments) => {
      // The core and its kernels are not needed to look at files.
      const [{ run }, { openSource, presetSource }] = await Promise.all([
        import('./run.ts'),
        import('./study-source.ts'),
      ]);
      code = await told(output, async () => {
        if (preset !== undefined) {
          const all = study === undefined ? files : [study, ...files];
          return run(presetSource(preset), all, options, output, onInterrupt);
        }
        if (study === undefined) throw new RangeError('name a study, or a preset: --preset ID');
        return run(await openSource(study), files, options, output, onInterrupt);
      });
    });
  program
    .command('presets')
    .description('lists the presets of the page')
    .option('--json', 'as JSON: id, question, source, settings, axes, link')
    .action(async (options: { readonly json?: true }) => {
      const { listPresets } = await import('./presets.ts');
      listPresets(options.json === true, output);
    });
  program
    .command('claims')
    .description('lists what the papers claim and runs are held against')
    .option('--json', 'as JSON: id, claims_id, paper, number, kind, form, statement')
    .action(async (options: { readonly json?: true }) => {
      const { listClaims } = await import('./claims.ts');
      listClaims(options.json === true, output);
    });
  program
    .command('limit')
    .description(
      'the max-margin problem that training goes to in direction, solved for a frozen activation pattern',
    )
    .argument(
      '<study>',
      'as lab run takes it: a link, a study.json, or a file in the format of test/fixtures',
    )
    .argument('[file...]', 'the files that the study was made with')
    .addOption(
      new Option('--pattern <pattern>', 'who fires for whom')
        .choices(Object.keys(PATTERNS))
        .default(DEFAULT_PATTERN),
    )
    .option('--json', 'as JSON: lambda, objective, kkt, stable_rank')
    .addHelpText('after', LIMIT_HELP)
    .action(
      async (
        study: string,
        files: string[],
        options: { readonly pattern: Pattern; readonly json?: true },
      ) => {
        const { limit } = await import('./limit.ts');
        const { pattern, json } = options;
        code = await told(output, () => limit(study, files, { pattern, json: json === true }, output));
      },
    );
  program
    .command('verify')
    .description('checks the fingerprints of a recording')
    .argument(
      '<file>',
      'recording.csv, recording.parquet, the zip of a study, or the folder of lab run --out',
    )
    .argument('[data...]', 'with --recompute: the files that the study was made with')
    .option('--recompute', 'computes the runs again and compares')
    .addHelpText('after', VERIFY_HELP)
    .action(async (file: string, data: string[], options: { readonly recompute?: true }) => {
      const { verify } = await import('./verify.ts');
      code = await told(output, () => verify(file, data, options.recompute === true, output));
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
  if (isMainThread) {
    // Whoever reads has had enough (lab … | head).
    process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1));
    const output = { out: console.log, err: console.error, isTerminal: process.stderr.isTTY };
    process.exitCode = await lab(process.argv.slice(2), output, (callback) => {
      // Pressed again, it ends at once.
      process.once('SIGINT', callback);
      return () => process.off('SIGINT', callback);
    });
  } else if (parentPort !== null) {
    // A thread of the bundle (threads.ts).
    const { serveTraining } = await import('./training-thread.ts');
    serveTraining(parentPort);
  }
}
