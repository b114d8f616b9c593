import { fitting, wrapped } from '../../charts/marks/wrap.ts';

/** Lines of notes that are drawn at most. */
const MOST = 5;
const ELLIPSIS = '…';

/**
 * What is written below a figure, in lines of a width; what is too long ends in "…", and is whole in the file's
 * description.
 */
export function notesOf(
  texts: readonly string[],
  room: number,
  widthOf: (text: string) => number,
): readonly string[] {
  const lines = texts.flatMap((text) => wrapped(text, room, widthOf));
  if (lines.length <= MOST) return lines;
  const last = lines[MOST - 1]!;
  const kept = last.slice(0, fitting(last, room - widthOf(ELLIPSIS), widthOf));
  return [...lines.slice(0, MOST - 1), `${kept}${ELLIPSIS}`];
}

/** Words that stay on one line. */
export const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0');
