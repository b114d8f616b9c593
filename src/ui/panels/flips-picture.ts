import type { Snapshot } from '../../core/observe/recorder.ts';
import { flipsByClass } from '../../core/observe/pair-flips.ts';
import type { RunFacts } from '../../core/outcome.ts';
import type { Recording } from '../../engine/recording.ts';
import type { TickFormat } from '../../charts/card/picture.ts';
import { formatCount, formatPercent, formatValue } from '../../charts/data/format.ts';
import { momentInWords } from '../../charts/data/moment.ts';
import type { Palette } from '../../charts/hooks/usePalette.ts';
import { paintSigned, stripMeans } from '../../charts/matrix/cells.ts';
import type { MatrixOrder } from '../../charts/matrix/order.ts';
import { meanOf } from '../../charts/matrix/picture.ts';
import type { MatrixPicture } from '../../charts/matrix/picture.ts';
import { countScale, thresholds, type ColourScale } from '../../charts/matrix/scale.ts';
import { mixed, packedRamp } from '../../charts/scales/colours.ts';

/** Share of the ink in a pair that never flipped. */
const NEVER = 0.06;

/** From never flipped to most often: more ink. */
export const flipRamp =
  (palette: Palette) =>
  (unit: number): string =>
    `rgb(${mixed(palette.rgb('card'), palette.rgb('ink'), NEVER + (1 - NEVER) * unit).join(', ')})`;

export const flipTick: TickFormat = (value) => formatCount(value);

/** One scale for all recordings: counts only grow, so that their last snapshots have the most. */
export const flipScale = (recordings: readonly (Recording | null)[]): ColourScale =>
  countScale(
    recordings.reduce((most, recording) => {
      const last = recording?.snapshots.at(-1);
      return last ? last.flips.soFar.reduce((a, b) => Math.max(a, b), most) : most;
    }, 0),
  );

const flipsIn = (count: number, digits = 3): string =>
  `${Number.isInteger(count) ? formatCount(count) : formatValue(count, digits)} ${count === 1 ? 'flip' : 'flips'}`;

/** "41 flips, last at epoch 9,812 (j ≠ y)". */
function readPair({ flips }: Snapshot, { neurons, labels, shape }: RunFacts, entry: number): string {
  const { rows, columns } = shape;
  const column = entry % columns.length;
  const isPositive = 2 * rows[(entry - column) / columns.length]! < neurons;
  const isOwn = labels[columns[column]!]! > 0 === isPositive;
  const count = flips.soFar[entry]!;
  const last = count === 0 ? '' : `, ${count === 1 ? '' : 'last '}at ${momentInWords(flips.last[entry]!)}`;
  return `${flipsIn(count)}${last} (j ${isOwn ? '=' : '≠'} y)`;
}

/** "31,826 flips of these pairs, 99.8 % with j ≠ y". */
function flipsNote({ flips }: Snapshot, facts: RunFacts): string {
  const { own, other } = flipsByClass(flips, facts);
  const all = own + other;
  if (all === 0) return 'no flip so far';
  return `${flipsIn(all)} of these pairs, ${formatPercent(other / all)} with j ≠ y`;
}

/** Which pairs flip: how often each has so far. */
export function flipsPicture(
  { facts, snapshots }: { readonly facts: RunFacts; readonly snapshots: readonly Snapshot[] },
  order: MatrixOrder,
  scale: ColourScale,
  ramp: (unit: number) => string,
): MatrixPicture {
  const colours = packedRamp(ramp);
  const steps = thresholds(scale.value, colours.length);
  return {
    facts,
    order,
    snapshots,
    paint: (pixels, index, rows, columns) => {
      paintSigned(pixels, stripMeans(snapshots[index]!.flips.soFar, order, rows, columns), steps, colours);
    },
    marked: () => [],
    read: (index, entries) =>
      entries.length === 1
        ? readPair(snapshots[index]!, facts, entries[0]!)
        : `mean of ${flipsIn(meanOf(snapshots[index]!.flips.soFar, entries))}`,
    note: (index) => flipsNote(snapshots[index]!, facts),
  };
}
