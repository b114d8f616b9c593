import { momentInWords } from '../data/moment.ts';
import type { DirectionName } from '../../core/probe/slice/directions.ts';
import type { SliceFrame } from '../../core/probe/slice/frame.ts';
import type { Slice } from '../../state/slices.ts';
import { formatCount, formatValue } from '../data/format.ts';
import { subscript } from '../data/subscript.ts';
import { tableOf, type Table } from '../data/words.ts';
import { degreesBetween, linearPart, longestOf, spreadOf } from './arrows.ts';
import { valueAt } from './field.ts';

const FIXED: Readonly<Partial<Record<DirectionName, string>>> = {
  mu: 'μ',
  mu2: 'μ₂',
  c1: 'first coordinate',
  c2: 'second coordinate',
  s1: 'first singular direction of W',
  s2: 'second singular direction of W',
};

/** "v", "x₃": as axes and choices have it. */
export const directionLabel = (name: DirectionName): string =>
  FIXED[name] ?? (name.startsWith('x') ? sampleLabel(Number(name.slice(1)) - 1) : name);

/** "ξ₃" of "x₃": of two patches it is the noise of the sample. */
export const noiseLabel = (label: string): string => label.replace('x', 'ξ');

/** "x₃" of sample 2, counted from 0. */
export const sampleLabel = (index: number): string => `x${subscript(index + 1)}`;

/** So many degrees from a right angle, the second axis is only what the second direction adds. */
const SKEW = 0.5;

/** The names of both axes: e₁ is along the first direction, e₂ along the part of the second that is orthogonal to it. */
export function axisLabels({ names, degrees, patches }: SliceFrame): readonly [string, string] {
  const [first, second] = names.map(directionLabel) as [string, string];
  if (patches === 2) return [`s: first patch s${first}`, `t: second patch t${noiseLabel(second)}`];
  return [first, Math.abs(degrees - 90) < SKEW ? second : `${second}, its part ⟂ ${first}`];
}

/** Below this angle two directions are nearly one line. */
const NEARLY = 10;

/** What is to be said of two directions that nearly span a line only; '' where they do not. */
export function parallelNote({ names, degrees, patches }: SliceFrame): string {
  if (patches === 2 || Math.min(degrees, 180 - degrees) >= NEARLY) return '';
  const [first, second] = names.map(directionLabel);
  return `${first} and ${second} are ${formatValue(degrees, 3)}° apart: nearly one line`;
}

const angle = (degrees: number | null): string => (degrees === null ? '–' : `${formatValue(degrees, 3)}°`);

/** Evaluations of φ beyond which nobody waits for a count. */
const MOST_EVALUATIONS = 1e6;

/** How many of the projected samples f has on their own side; null where that is too much to count. */
export function rightOnSlice(frame: SliceFrame, arrows: Float64Array, labels: Float64Array): number | null {
  if (labels.length * frame.neurons > MOST_EVALUATIONS) return null;
  return labels.reduce((count, y, i) => {
    const value = valueAt(frame, arrows, frame.samples[2 * i]!, frame.samples[2 * i + 1]!);
    return count + (value * y > 0 ? 1 : 0);
  }, 0);
}

/** "+1 arrows within 12° of one direction, −1 arrows within 9°". */
export const spreadWords = (arrows: Float64Array): string =>
  `+1 arrows within ${angle(spreadOf(arrows, 1))} of one direction, −1 arrows within ${angle(spreadOf(arrows, -1))}`;

/** Of the last epoch that there is. */
export function sliceSummary({ frame, places }: Slice, labels: Float64Array): string {
  const { epoch, arrows } = places.at(-1)!;
  const { names, patches } = frame;
  const [first, second] = names.map(directionLabel) as [string, string];
  const plane =
    patches === 2
      ? `multiples of ${first} in the first patch and of ${noiseLabel(second)} in the second`
      : `${first} and ${second}`;
  const right = rightOnSlice(frame, arrows, labels);
  const sides =
    right === null
      ? ''
      : ` f has the sign of its class at ${formatCount(right)} of ${formatCount(labels.length)} projected samples;`;
  const note = parallelNote(frame);
  return `The decision on the plane of ${plane} at ${momentInWords(epoch)}:${sides} ${spreadWords(arrows)}.${note && ` ${note}.`}`;
}

/** A row for each epoch that was projected. Of two patches there is no z with f = zᵀx. */
export function sliceTable({ frame, places }: Slice, labels: Float64Array): Table {
  const hasLine = frame.patches === 1;
  const line = ['z of W, first axis', 'z of W, second axis', 'angle of z to the limit’s'];
  const lineAt = (arrows: Float64Array): readonly string[] => {
    const z = linearPart(frame, arrows);
    const apart = frame.limit === null ? '–' : angle(degreesBetween(z, frame.limit));
    return [formatValue(z[0], 4), formatValue(z[1], 4), apart];
  };
  return tableOf(
    [
      ...['longest arrow', 'spread of +1 arrows', 'spread of −1 arrows'],
      ...(hasLine ? line : []),
      'projected samples on their side',
    ],
    places.map(({ epoch }) => epoch),
    places.length,
    (index) => {
      const { arrows } = places[index]!;
      return [
        formatValue(longestOf(arrows), 4),
        angle(spreadOf(arrows, 1)),
        angle(spreadOf(arrows, -1)),
        ...(hasLine ? lineAt(arrows) : []),
        String(rightOnSlice(frame, arrows, labels) ?? '–'),
      ];
    },
  );
}
