/**
 * Computes every number of the presets' sentences from the presets themselves.
 *
 *     npm run check:presets [images.gz labels.gz]     (the files of the presets that train on one)
 */
import { isFront } from '../src/settings/study/study.ts';
import { readdir } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Dataset } from '../src/core/experiment.ts';
import { SCALARS, type ScalarName } from '../src/core/observe/quantities.ts';
import { PRESETS, studyOf, type Preset } from '../src/settings/presets.ts';
import type { Measured, Quantity } from '../src/settings/presets/claims.ts';
import { DEFAULTS, SETTING_NAMES, type Settings } from '../src/settings/schema.ts';
import { valueInWords } from '../src/settings/study/words.ts';
import { compute } from './compute.ts';
import { openPaths } from './open-paths.ts';

/** A number of a sentence, and what was measured: one number, or one a run. */
export interface CheckedClaim {
  readonly claim: Measured;
  readonly measured: readonly number[];
  readonly holds: boolean;
}

export const measuredClaims = ({ claims, also = [] }: Preset): readonly Measured[] => [
  ...claims.filter((claim) => claim.kind === 'measured'),
  ...also,
];

/** Runs the preset as the page does. `dataset`: for presets that train on a file. */
export function checkPreset(preset: Preset, dataset: Dataset | null = null): readonly CheckedClaim[] {
  const claims = measuredClaims(preset);
  const study = studyOf(preset, dataset?.id);
  const found = new Map<Measured, number[]>(claims.map((claim) => [claim, []]));
  const datasets = new Map(dataset === null ? [] : [[dataset.id, dataset]]);
  compute(study, datasets, ({ point }, epoch, scalars) => {
    const { settings } = point;
    for (const [{ at, where, quantity }, values] of found) {
      if (epoch !== (at === 'end' ? settings.epochs : at)) continue;
      const isMeant =
        where === undefined
          ? isFront(study, point)
          : SETTING_NAMES.every((name) => !(name in where) || where[name] === settings[name]);
      if (isMeant) values.push(read(quantity, scalars));
    }
  });
  return claims.map((claim) => {
    const each = found.get(claim)!;
    const mean = each.reduce((sum, value) => sum + value, 0) / each.length;
    const measured = claim.over === 'each' ? each : [mean];
    const near = (value: number): boolean => Math.abs(value - claim.claimed) <= claim.within * (1 + 1e-9);
    return { claim, measured, holds: each.length === study.base.runs && measured.every(near) };
  });
}

function read(quantity: Quantity, scalars: Float64Array): number {
  const scalar = (name: ScalarName): number => scalars[SCALARS.indexOf(name)]!;
  if (quantity === 'meanStableRank') {
    return (scalar('stableRankPositive') + scalar('stableRankNegative')) / 2;
  }
  return quantity === 'testAccuracy' ? 1 - scalar('testError') : scalar(quantity);
}

/** A line of text about a number of a sentence. */
export function claimLine({ claim, measured, holds }: CheckedClaim): string {
  const { quantity, at, where: point, over, claimed, within } = claim;
  const where = `${at === 'end' ? 'at the end' : `at epoch ${at}`}${point === undefined ? '' : `, ${inWords(point)}`}`;
  const values = measured.map((value) => Number(value.toPrecision(6))).join(', ');
  const runs = over === 'each' ? 'each run' : 'mean';
  return `${holds ? 'holds' : 'DOES NOT HOLD'}: ${quantity} ${where}: ${claimed} ± ${Number(within.toPrecision(3))}; measured (${runs}): ${values}`;
}

const inWords = (point: Partial<Settings>): string =>
  SETTING_NAMES.filter((name) => name in point)
    .map((name) => valueInWords(name, { ...DEFAULTS, ...point }))
    .join(', ');

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
