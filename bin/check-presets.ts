/**
 * Computes every number of the presets' sentences from the presets themselves.
 *
 *     npm run check:presets [images.gz labels.gz]     (the files of the presets that train on one)
 */
import { readdir } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Dataset } from '../src/core/experiment.ts';
import { PRESETS, studyOf } from '../src/settings/presets.ts';
import { changeBase } from '../src/settings/study/edit.ts';
import {
  ClaimCheck,
  claimLine,
  measuredClaims,
  type CheckedClaim,
  type CheckedPreset,
} from './check-claims.ts';
import { compute } from './compute.ts';
import { openPaths } from './open-paths.ts';

/** Runs the preset as the page does, as far as its claims go. `dataset`: for presets that train on a file. */
export function checkPreset(preset: CheckedPreset, dataset: Dataset | null = null): readonly CheckedClaim[] {
  const claims = measuredClaims(preset);
  const whole = studyOf(preset, dataset?.id);
  const epochs = Math.max(0, ...claims.map(({ at }) => (at === 'end' ? whole.base.epochs : at)));
  const study = changeBase(whole, { epochs: Math.min(whole.base.epochs, epochs) });
  const check = new ClaimCheck(study, claims);
  const datasets = new Map(dataset === null ? [] : [[dataset.id, dataset]]);
  compute(
    study,
    datasets,
    ({ point }, epoch, scalars) => check.epoch(point, epoch, scalars),
    ({ point }, snapshot, facts) => check.snapshot(point, snapshot, facts),
  );
  return check.checked();
}

async function check(paths: readonly string[]): Promise<void> {
  const given = paths.length > 0 ? (await openPaths(paths)).dataset : null;
  const shipped = await openShipped();
  for (const preset of PRESETS) {
    console.log(`\n${preset.id}: ${preset.summary}`);
    const dataset = shipped.get(preset.settings.file ?? '') ?? given;
    if (preset.settings.data === 'dataset' && dataset === null) {
      console.warn(
        '  SKIPPED: it trains on a file that was not given (npm run check:presets images.gz labels.gz)',
      );
      continue;
    }
    for (const checked of checkPreset(preset, dataset)) {
      console.log(`  ${claimLine(checked)}`);
      if (!checked.holds) process.exitCode = 1;
    }
  }
}

/** The data that come with the page, by fingerprint. */
export async function openShipped(): Promise<ReadonlyMap<string, Dataset>> {
  const folder = new URL('../public/data/', import.meta.url);
  const names = (await readdir(folder)).filter((name) => !name.endsWith('.md'));
  const opened = await Promise.all(names.map((name) => openPaths([fileURLToPath(new URL(name, folder))])));
  return new Map(opened.map(({ dataset }) => [dataset.id, dataset]));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await check(process.argv.slice(2));
