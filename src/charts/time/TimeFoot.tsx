import type { ReactElement } from 'react';
import type { TimeContent } from '../data/content.ts';
import type { Geometry } from '../scales/geometry.ts';
import { timeInWords } from '../data/moment.ts';
import { Symbols } from '../legend/Symbols.tsx';

/** What the time axis is, and of which runs the curves are, below it. */
export function TimeFoot({
  content,
  geometry,
}: {
  readonly content: TimeContent;
  readonly geometry: Geometry;
}): ReactElement {
  return (
    <div className="chart-foot" style={{ left: geometry.left }} aria-hidden="true">
      <span>
        <Symbols text={content.runs} />
      </span>
      <span className="chart-foot-time">{timeInWords()}</span>
    </div>
  );
}
