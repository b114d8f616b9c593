/**
 * Computes the papers' figures in their own size, and every number that is stated of them.
 *
 *     npm run check:figures -- [--out DIR] [--runs N] [preset...]
 *
 * Runs that are in DIR already are not computed again, as with `lab run --out`.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SCALARS } from '../src/core/observe/quantities.ts';
import { PRESETS, printedOf, studyOf, type Preset } from '../src/settings/presets.ts';
import { changeBase } from '../src/settings/study/edit.ts';
import { ClaimCheck, claimLine, measuredClaims, type CheckedClaim } from './check-claims.ts';
import { checkPreset } from './check-presets.ts';
import { isOfPairs } from '../src/settings/presets/claims.ts';
import { PRINTED_CLAIMS } from './printed-claims.ts';
import { RunFiles } from './run-files.ts';
import { runTask } from './run-task.ts';
import { studyTask, type Task } from './task.ts';
import { THREADS } from './threads.ts';

const OUTPUT = { out: console.log, err: console.error, isTerminal: process.stderr.isTTY };

/** Whole figures, and what else has a size beside the quick one. */
const FIGURES = PRESETS.filter(({ id, printed }) => id.startsWith('figure-') || printed !== undefined);

/** The claims of a figure in its paper's size: its sentence's where that is its only one. */
const claimsOf = (preset: Preset) =>
  preset.printed === undefined ? measuredClaims(preset) : (PRINTED_CLAIMS[preset.id] ?? []);

/** Measures the claims in the runs that a folder has. */
async function checkTask(task: Task, preset: Preset, folder: string): Promise<readonly CheckedClaim[]> {
  const files = new RunFiles(join(folder, 'runs'));
  const check = new ClaimCheck(task.study, claimsOf(preset));
  const row = new Float64Array(SCALARS.length);
  for (const { point, hash } of task.runs) {
    const kept = await files.read(hash);
    kept?.numbers.epochs.forEach((epoch, t) => {
      kept.numbers.scalars.forEach((column, k) => (row[k] = column[t]!));
      check.epoch(point, epoch, row);
    });
  }
  return check.checked();
}

/** @param runs so many seeds; undefined for the paper's number */
async function checkFigure(preset: Preset, out: string, runs: number | undefined): Promise<void> {
  const printed = printedOf(preset) ?? studyOf(preset);
  const study = runs === undefined ? printed : changeBase(printed, { runs });
  if (claimsOf(preset).some(({ quantity }) => isOfPairs(quantity))) {
    // Files of runs have no pairs.
    const settings = { ...preset.settings, ...preset.printed, runs: study.base.runs };
    report(checkPreset({ ...preset, settings, claimed: claimsOf(preset) }), true);
    return;
  }
  const task = studyTask(study);
  const folder = join(out, preset.id);
  const seeds = runs === undefined ? '' : ` of the paper’s ${printed.base.runs}`;
  OUTPUT.out(`\n${preset.id}: ${preset.source}; ${study.base.runs} seeds${seeds}`);
  const began = Date.now();
  const { whole } = await runTask(task, folder, null, OUTPUT);
  OUTPUT.out(`${((Date.now() - began) / 1000).toFixed(1)} s on ${THREADS} threads`);
  const checked = await checkTask(task, preset, folder);
  report(checked, whole);
}

function report(checked: readonly CheckedClaim[], whole: boolean): void {
  for (const one of checked) OUTPUT.out(`  ${claimLine(one)}`);
  if (!whole || checked.length === 0 || checked.some(({ holds }) => !holds)) process.exitCode = 1;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string', default: '.cache/figures' }, runs: { type: 'string' } },
});
const unknown = positionals.find((id) => !FIGURES.some((figure) => figure.id === id));
if (unknown !== undefined)
  throw new RangeError(
    `there is no figure “${unknown}”; there are ${FIGURES.map(({ id }) => id).join(', ')}`,
  );
const runs = values.runs === undefined ? undefined : Number(values.runs);
if (runs !== undefined && !(Number.isInteger(runs) && runs >= 1))
  throw new RangeError(`--runs ${values.runs} is not a whole number from 1`);
for (const preset of FIGURES) {
  if (positionals.length === 0 || positionals.includes(preset.id))
    await checkFigure(preset, values.out, runs);
}
