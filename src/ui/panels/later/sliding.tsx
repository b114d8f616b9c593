import type { ReactElement } from 'react';
import type { Snapshot } from '../../../core/observe/recorder.ts';
import type { Recording } from '../../../engine/recording.ts';
import { formatCount, formatPercent, formatValue } from '../../../charts/data/format.ts';
import type { HatchKey } from '../../../charts/card/picture.ts';
import { momentInWords } from '../../../charts/data/moment.ts';
import { chosenRun } from '../../../charts/data/statistics.ts';
import { paintShares, stripMeans } from '../../../charts/matrix/cells.ts';
import { hatch } from '../../../charts/matrix/hatch.ts';
import { meanOf, type MatrixPicture } from '../../../charts/matrix/picture.ts';
import type { Palette } from '../../../charts/hooks/usePalette.ts';
import type { Table } from '../../../charts/data/words.ts';
import { mixed, packed, parseRgb } from '../../../charts/scales/colours.ts';
import { SILENT, type PatternColours } from '../pattern-colours.ts';

/** What the keys call the third state. */
const STAYS = 'stays on its kink';

/** 1 where a pair stays on its kink; only of a flow. */
const stays = (sliding: Float32Array): Uint8Array => Uint8Array.from(sliding, (slope) => (slope < 0 ? 0 : 1));

/** 1 where a neuron fires, and does not stay on its kink. */
export const firing = ({ active, sliding }: Snapshot): Uint8Array =>
  sliding === null ? active : active.map((fires, at) => (sliding[at]! < 0 ? fires : 0));

/** How many pairs move along their kink, and how many rest on it with φ′ = 0. */
interface SlidingCount {
  readonly slide: number;
  readonly rest: number;
}

const counts = new WeakMap<Snapshot, SlidingCount>();

export function slidingCount(snapshot: Snapshot): SlidingCount {
  const known = counts.get(snapshot);
  if (known !== undefined) return known;
  let [slide, rest] = [0, 0];
  for (const slope of snapshot.sliding ?? []) {
    if (slope > 0) slide++;
    else if (slope === 0) rest++;
  }
  counts.set(snapshot, { slide, rest });
  return { slide, rest };
}

/** The same picture of a flow, with what stays on its kink as a third state; of other runs as it is. */
export function slidingPicture(picture: MatrixPicture, colours: PatternColours): MatrixPicture {
  const { snapshots, order, facts } = picture;
  if (!snapshots[0]?.sliding) return picture;
  const pairs = facts.shape.rows.length * facts.shape.columns.length;
  const ever = snapshots.map(slidingCount);
  const slides = ever.some(({ slide }) => slide > 0);
  const rests = ever.some(({ rest }) => rest > 0);
  return {
    ...picture,
    paint: (pixels, index, rows, columns) => {
      if (colours.of === 'flips') picture.paint(pixels, index, rows, columns);
      else {
        const shares = stripMeans(firing(snapshots[index]!), order, rows, columns);
        paintShares(pixels, shares, rows.split * columns.count, colours.ramps);
      }
    },
    over: (image, index, geometry) => {
      const { rows, columns } = geometry;
      const snapshot = snapshots[index]!;
      const colourOf = stripesOf(
        colours,
        stripMeans(snapshot.flips.soFar, order, rows, columns),
        rows.split * columns.count,
      );
      const shares = stripMeans(stays(snapshot.sliding!), order, rows, columns);
      hatch(
        image,
        geometry,
        Uint32Array.from(shares, (share, at) => (share >= 0.5 ? colourOf(at) : 0)),
      );
    },
    read: (index, entries) => reading(picture.read(index, entries), snapshots[index]!, entries, colours.of),
    note: (index) =>
      [note(slidingCount(snapshots[index]!), pairs, slides, rests), picture.note(index)]
        .filter((part) => part !== '')
        .join(' '),
  };
}

/**
 * The colour of the stripes of a strip: that of its class where it fires; over flips what is farther from its own.
 * @param split strips of positive neurons
 */
function stripesOf(colours: PatternColours, flips: Float64Array, split: number): (at: number) => number {
  if (colours.of === 'signs') {
    const { positive, negative } = colours.ramps;
    return (at) => (at < split ? positive : negative).at(-1)!;
  }
  const { scale, ramp } = colours;
  const [light, dark] = [0, 1].map((unit) => packed(parseRgb(ramp(unit))));
  return (at) => (scale.unit(flips[at]!) > 0.5 ? light! : dark!);
}

/** "stays on its kink, φ′ = 0.37"; of several pairs, which share of them does. */
function reading(
  plain: string,
  snapshot: Snapshot,
  entries: readonly number[],
  of: PatternColours['of'],
): string {
  const sliding = snapshot.sliding!;
  const share = meanOf(stays(sliding), entries);
  if (share === 0) return plain;
  const said =
    entries.length === 1
      ? `stays on its kink, φ′ = ${formatValue(sliding[entries[0]!]!, 2)}`
      : `${formatPercent(share)} stay on their kink`;
  if (of === 'flips') return `${plain}; ${said}`;
  return share === 1 ? said : `${formatPercent(meanOf(firing(snapshot), entries))} fire, ${said}`;
}

/** How many pairs stay on their kink, and what it means; with the same words at every point of a run, so that nothing moves. */
function note({ slide, rest }: SlidingCount, pairs: number, slides: boolean, rests: boolean): string {
  const of = ` of ${formatCount(pairs)} pairs`;
  const sliding = `${formatCount(slide)}${of} slide: both sides of the kink push towards it, so the flow stays on it with a slope φ′ between γ and 1 (Clarke); gradient descent jumps to and fro across it for ever.`;
  const resting = `${formatCount(rest)}${slides ? '' : of} rest on the kink: φ′ = 0.`;
  return [...(slides ? [sliding] : []), ...(rests ? [resting] : [])].join(' ');
}

/** " Of 400 pairs 69 stay on their kink at log t = 5.298, which is neither."; '' where none can. */
export function slidingInWords(recordings: readonly Recording[], run = 0): string {
  const snapshot = chosenRun(recordings, run)?.snapshots.at(-1);
  if (!snapshot?.sliding) return '';
  const { slide, rest } = slidingCount(snapshot);
  return ` Of ${formatCount(snapshot.sliding.length)} pairs ${formatCount(slide + rest)} stay on their kink at ${momentInWords(snapshot.epoch)}, which is neither.`;
}

/** A table of the picture with how many pairs stay on their kinks, of a flow; of other runs as it is. */
export function slidingTable(table: Table, recordings: readonly Recording[], run = 0): Table {
  const snapshots = chosenRun(recordings, run)?.snapshots ?? [];
  if (!snapshots[0]?.sliding) return table;
  return {
    ...table,
    columns: [...table.columns, 'pairs on their kink'],
    row: (index) => {
      const { slide, rest } = slidingCount(snapshots[index]!);
      return [...table.row(index), formatCount(slide + rest)];
    },
  };
}

/** The third state in a file's key. */
export function slidingHatch(
  runs: readonly (Recording | null)[],
  of: PatternColours['of'],
  palette: Palette,
): HatchKey | null {
  if (!runs.some((recording) => recording?.snapshots[0]?.sliding)) return null;
  const names = of === 'flips' ? (['ink'] as const) : (['positive', 'negative'] as const);
  return {
    label: STAYS,
    colours: names.map((name) => [mixed(palette.rgb('card'), palette.rgb(name), SILENT), palette.rgb(name)]),
  };
}

/** The third state in the key, in the colours of both classes; of flips in ink. */
export function SlidingKey({ of }: { readonly of: PatternColours['of'] }): ReactElement {
  const names = of === 'flips' ? ['ink'] : ['positive', 'negative'];
  return (
    <span>
      {names.map((name) => {
        const silent = `color-mix(in srgb, var(--${name}) ${100 * SILENT}%, var(--card))`;
        return (
          <span
            key={name}
            className="matrix-swatch"
            style={{
              background: `repeating-linear-gradient(135deg, var(--${name}) 0 2px, ${silent} 2px 4px)`,
            }}
          />
        );
      })}
      {STAYS}, ⟨w, x⟩ = 0
    </span>
  );
}
