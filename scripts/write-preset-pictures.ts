/**
 * Draws the presets' small pictures, src/settings/preset-pictures.ts, from their own recordings.
 *
 *     npm run docs:presets [images.gz labels.gz]     (the files of the presets that train on one)
 */
import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { openShipped } from '../bin/check-presets.ts';
import { compute } from '../bin/compute.ts';
import { openPaths } from '../bin/open-paths.ts';
import type { Dataset } from '../src/core/experiment.ts';
import { accuracyHeight, flipsHeight, rankHeight, sampledIndices } from '../src/charts/data/small-picture.ts';
import { SCALARS } from '../src/core/observe/quantities.ts';
import { PRESET_PICTURES } from '../src/settings/preset-pictures.ts';
import { PRESETS, studyOf, type Preset } from '../src/settings/presets.ts';
import { changeBase } from '../src/settings/study/edit.ts';
import { isCurve } from '../src/settings/study/study.ts';
import { pictureText } from '../src/settings/presets/picture.ts';
import { DEFAULT_VIEW, type View } from '../src/settings/view.ts';

const FILE = new URL('../src/settings/preset-pictures.ts', import.meta.url);

/** Curves by mode, or by their place among values (`0 of 7`); `alone` where none are compared. */
type Picture = Readonly<Record<string, string>>;

/** The heights of a preset's curves, of its first run. `dataset`: for presets that train on a file. */
export function drawPicture(preset: Preset, dataset: Dataset | null = null): Picture {
  const study = changeBase(studyOf(preset, dataset?.id), { runs: 1 });
  const settings = study.base;
  const [first] = study.axes;
  const byAccuracy =
    first !== undefined && (first.setting === 'regularizer' || settings.data === 'signal-noise');
  const view = { ...DEFAULT_VIEW, ...preset.view };
  const ofRanks = view.cells === 'flips' ? flipsHeight : rankHeight(view);
  const height = byAccuracy ? accuracyHeight : ofRanks;
  const curves = new Map<string, [epoch: number, height: number][]>();
  const datasets = new Map(dataset === null ? [] : [[dataset.id, dataset]]);
  compute(study, datasets, ({ point }, epoch, scalars) => {
    if (!isCurve(study, point)) return;
    const name =
      first === undefined
        ? 'alone'
        : first.setting === 'regularizer'
          ? point.settings.regularizer
          : `${point.at![0]} of ${first.values.length}`;
    const curve = curves.get(name) ?? [];
    curve.push([epoch, height((scalar) => scalars[SCALARS.indexOf(scalar)]!)]);
    curves.set(name, curve);
  });
  const sampled = [...curves].map(([name, curve]) => [name, sample(curve, view, settings.epochs)] as const);
  const [bottom, top] = byAccuracy
    ? [0, 1]
    : rangeOf(
        sampled.flatMap(([, heights]) => heights),
        view,
      );
  const scaled = (heights: readonly number[]) => heights.map((y) => (y - bottom) / (top - bottom));
  return Object.fromEntries(sampled.map(([name, heights]) => [name, pictureText(scaled(heights))]));
}

/** As the chart's axis: a linear one begins at 0. */
const rangeOf = (heights: readonly number[], { stableRankAxis }: View): readonly [number, number] => [
  stableRankAxis === 'linear' ? 0 : Math.min(...heights),
  Math.max(...heights),
];

/** The curve's heights, evenly spaced on the view's time axis. */
function sample(
  curve: readonly (readonly [epoch: number, height: number])[],
  view: View,
  epochs: number,
): readonly number[] {
  const recorded = Float64Array.from(curve, ([epoch]) => epoch);
  return sampledIndices(recorded, view, epochs).map((index) => curve[index]![1]);
}

async function write(paths: readonly string[]): Promise<void> {
  const given = paths.length > 0 ? (await openPaths(paths)).dataset : null;
  const shipped = await openShipped();
  const pictures = PRESETS.map((preset) => {
    const dataset = shipped.get(preset.settings.file ?? '') ?? given;
    const waits = preset.settings.data === 'dataset' && dataset === null;
    if (waits) console.warn(`KEPT AS IT WAS, its file was not given: ${preset.id}`);
    return [preset.id, waits ? (PRESET_PICTURES[preset.id] ?? {}) : drawPicture(preset, dataset)];
  });
  const text = `/** Written by scripts/write-preset-pictures.ts from the presets' recordings: read with pictureOf. */
export const PRESET_PICTURES: Readonly<Record<string, Readonly<Record<string, string>>>> = ${JSON.stringify(Object.fromEntries(pictures))};`;
  await writeFile(
    FILE,
    await format(text, { ...(await resolveConfig(FILE.pathname)), parser: 'typescript' }),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await write(process.argv.slice(2));
