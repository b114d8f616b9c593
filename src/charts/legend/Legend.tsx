import type { ReactElement, ReactNode, RefObject } from 'react';
import { DASHES } from '../data/content.ts';
import type { Series, TimeContent } from '../data/content.ts';
import { bringToFront } from '../hooks/bring-to-front.ts';
import { markerPath } from '../marks/markers.ts';
import { entryOf } from './legend.ts';
import { LineKey } from './LineKey.tsx';
import { Symbols } from './Symbols.tsx';

interface LegendProps {
  readonly content: TimeContent;
  /** Filled with the readings, in the order of the series, by the chart. */
  readonly list: RefObject<HTMLUListElement | null>;
  readonly omitted: number;
}

/**
 * Names each series once, by its line, and reads its value at the playhead or under the pointer. Of compared values it
 * says once what they are of, and each, pressed, comes to the front.
 */
export function Legend({ content, list, omitted }: LegendProps): ReactElement {
  const { series, legendColumns, legendTitle = '' } = content;
  const inColumns = legendColumns !== undefined && series.length > legendColumns;
  return (
    <ul className="chart-legend" ref={list} data-columns={inColumns ? legendColumns : undefined}>
      {legendTitle !== '' && !inColumns && (
        <li className="chart-legend-title">
          <span>
            <Symbols text={legendTitle} />
          </span>
        </li>
      )}
      {series.map((one) => (
        <li key={one.label} data-front={one.point?.front === true ? '' : undefined}>
          <Pressable series={one}>
            <Key series={one} />
            <span>
              <Symbols text={one.short ?? one.label} />
            </span>
            <b className="chart-reading" data-kind={kindOf(one)} />
          </Pressable>
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

function Key({ series }: { readonly series: Series }): ReactElement {
  const { colour, dash, width, marker } = entryOf(series);
  return (
    <LineKey
      colour={colour}
      dash={DASHES[dash].join(' ')}
      width={width}
      marker={marker && markerPath(marker, 12, 4, 4.2)}
    />
  );
}

function Pressable(props: { readonly series: Series; readonly children: ReactNode }): ReactNode {
  const { label, point } = props.series;
  const place = point?.place ?? null;
  if (place === null) return props.children;
  return (
    <button
      type="button"
      className="chart-legend-press"
      aria-pressed={point?.front === true}
      title={`Bring ${label} to the front`}
      onClick={() => bringToFront(place)}
    >
      {props.children}
    </button>
  );
}

/** How long a reading gets: room is kept for it, so that nothing moves when its digits change. */
const kindOf = (series: Series): 'range' | 'spread' | 'value' =>
  series.kind === 'bundle' ? 'range' : series.band && !series.brief ? 'spread' : 'value';
