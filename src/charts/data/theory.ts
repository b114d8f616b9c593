import { bisectLeft } from 'd3-array';
import type { GuideCurve, TimeContent, TimeMark } from './content.ts';

/** What the theory adds to a chart over time. */
export interface Theory {
  readonly guides: readonly GuideCurve[];
  readonly marks: readonly TimeMark[];
  /** Of which run it is, and what a faint curve is; '' where there is nothing to say. */
  readonly note: string;
}

/** The content with the theory beside it. @param theory null where it is not asked for, or not known yet */
export function withTheory(content: TimeContent, theory: Theory | null): TimeContent {
  if (theory === null || content.count === 0) return content;
  const { guides, marks, note } = theory;
  return {
    ...content,
    guides,
    marks: [...(content.marks ?? []), ...marks],
    runs: [content.runs, note].filter((part) => part !== '').join('; '),
  };
}

/** A guide's value at an epoch; undefined where none was computed. */
export function guideAt({ epochs, values }: GuideCurve, t: number): number | undefined {
  const k = bisectLeft(epochs, t);
  return epochs[k] === t ? values[k] : undefined;
}
