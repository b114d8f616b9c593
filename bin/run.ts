/**
 * The lab without a browser: computes the runs of a link and prints how they ended, one by one and over all runs of a
 * mode.
 *
 *     npx tsx bin/run.ts '#v=1&g=0.5'
 *     npx tsx bin/run.ts '#v=1&data=dataset&…' images.gz labels.gz     (or table.csv)
 */
import { ENGINE_VERSION } from '../src/core/experiment.ts';
import { etaAdvice } from '../src/settings/eta-advice.ts';
import { decodeLink } from '../src/settings/link.ts';
import { MODE_NAMES } from '../src/settings/modes.ts';
import { compute, type ComputedRun } from './compute.ts';
import { openPaths } from './open-paths.ts';
import { summarise, summaryLines } from './summary.ts';

function endOf({ outcome }: ComputedRun): string {
  if (outcome.kind === 'finished') return 'finished';
  const { quantity, epoch, eta, suggestedEta } = outcome;
  return `diverged: ${quantity} was not finite at epoch ${epoch} with η = ${eta}; ${etaAdvice(suggestedEta)}`;
}

function print(run: ComputedRun): void {
  console.log(`\nseed ${run.seed}, ${MODE_NAMES[run.mode]}: ${endOf(run)}; at epoch ${run.epoch}`);
  for (const name of run.measured) console.log(`  ${name.padEnd(20)} ${run.scalars[name]}`);
  console.log(`  ${'fingerprint'.padEnd(20)} ${run.fingerprint}`);
}

const [link = '', ...paths] = process.argv.slice(2);
const { settings, fingerprint: claimed, notes } = decodeLink(link);
for (const note of notes) console.error(`note: ${note.message}`);

try {
  const dataset = paths.length > 0 ? await openPaths(paths) : null;
  const named = dataset !== null && settings.file === '' ? { ...settings, file: dataset.id } : settings;
  const { runs, fingerprint } = compute(named, new Map(dataset === null ? [] : [[dataset.id, dataset]]));
  runs.forEach(print);
  if (runs.length > 1) for (const each of summarise(runs)) console.log(`\n${summaryLines(each).join('\n')}`);
  console.log(`\nengine ${ENGINE_VERSION}, fingerprint ${fingerprint}`);
  if (claimed !== null) {
    console.log(claimed === fingerprint ? 'reproduced' : `differs: the link says ${claimed}`);
    if (claimed !== fingerprint) process.exitCode = 1;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
