import type { TimeContent } from '../data/content.ts';
import type { AxisMark } from '../marks/axis-marks.ts';
import type { Geometry } from '../scales/geometry.ts';
import type { Pen } from './pen.ts';

/** How the curves of the theory are drawn and named. */
export interface GuideMarks {
  readonly draw: (pen: Pen) => void;
  /** @param notes what is written in the plot already */
  readonly labels: (
    content: TimeContent,
    geometry: Geometry,
    em: number,
    notes: readonly AxisMark[],
  ) => readonly AxisMark[];
}

let marks: GuideMarks | null = null;

/** Says how they are drawn; it is loaded with what makes them, so before there are none. */
export function handInGuides(given: GuideMarks): void {
  marks = given;
}

/** How they are drawn; null before it was handed in. */
export const guideMarks = (): GuideMarks | null => marks;
