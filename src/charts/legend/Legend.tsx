import type { ReactElement, RefObject } from 'react';
import { DASHES } from '../data/content.ts';
import type { Series, TimeContent } from '../data/content.ts';
import { LineKey } from './LineKey.tsx';
import { markerPath } from '../marks/markers.ts';

interface LegendProps {
  readonly content: TimeContent;
  /** Filled with the readings, in the order of the series, by the chart. */
  readonly list: RefObject<HTMLUListElement | null>;
  readonly omitted: number;
}

/** Names each series once, by its line, and reads its value at the playhead or under the pointer. */
export function Legend({ content, list, omitted }: LegendProps): ReactElement {
  return (
    <ul
      className="chart-legend"
      ref={list}
      data-columns={
        content.series.length > (content.legendColumns ?? Infinity) ? content.legendColumns : undefined
      }
    >
      {content.series.map((series) => (
        <li key={series.label}>
          <LineKey
            colour={series.colour}
            dash={DASHES[series.dash].join(' ')}
            width={Math.max(1.5, series.width)}
            marker={series.kind === 'line' && series.marker ? markerPath(series.marker, 12, 4, 4.2) : null}
          />
          {series.label} <b className="chart-reading" data-kind={kindOf(series)} />
        </li>
      ))}
      {omitted > 0 && (
        <li className="chart-aside">
          {omitted === 1 ? '1 value' : `${omitted.toLocaleString('en')} values`} ≤ 0 left out of the log axis
        </li>
      )}
    </ul>
  );
}

/** How long a reading gets: room is kept for it, so that nothing moves when its digits change. */
const kindOf = (series: Series): 'range' | 'spread' | 'value' =>
  series.kind === 'bundle' ? 'range' : series.band && !series.brief ? 'spread' : 'value';
