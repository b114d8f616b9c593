import { npz } from '../npy.ts';
import type { Cases } from './cases.ts';
import template from './reproduce.py?raw';

/** Letters of base64 in a line, a multiple of 4, and the bytes they stand for. */
const LINE = 120;
const LINE_BYTES = (LINE / 4) * 3;

/** The NumPy script that recomputes the runs, with its data inside. @param note is printed first; '' for nothing */
export function* reproduceScript({ cases, arrays }: Cases, note: string): Iterable<string> {
  const [head, middle, tail] = split(template, '@RUNS@', '@ARRAYS@');
  // Between three quotes: JSON of an object has no three of its own, nor one at its ends.
  yield head! + JSON.stringify({ note, cases }, null, 1) + middle!;
  const bytes = npz(arrays);
  for (let from = 0; from < bytes.length; from += LINE_BYTES) {
    const end = from + LINE_BYTES < bytes.length ? '\n' : '';
    yield btoa(String.fromCharCode(...bytes.subarray(from, from + LINE_BYTES))) + end;
  }
  yield tail!;
}

/** The text between marks, each of which is in it once. */
const split = (text: string, ...marks: readonly string[]): readonly string[] =>
  marks.reduce<readonly string[]>(
    (parts, mark) => [...parts.slice(0, -1), ...parts.at(-1)!.split(mark)],
    [text],
  );
