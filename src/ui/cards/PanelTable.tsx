import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { useGrown } from '../../charts/hooks/useGrown.ts';
import { useSize } from '../../charts/hooks/useSize.ts';
import { indexAt } from '../../charts/data/search.ts';
import type { Table } from '../../charts/data/words.ts';
import type { Variant } from '../../engine/batch.ts';
import type { Recording } from '../../engine/recording.ts';
import { usePlayer } from '../../state/player.ts';
import { useView } from '../../state/view.ts';
import type { PanelSpec } from '../panels/spec.ts';
import { TOLD } from '../panels/told/index.ts';

interface PanelTableProps {
  readonly panel: PanelSpec;
  readonly recordings: readonly Recording[];
  readonly variants: readonly Variant[];
}

/** The chart's numbers at every epoch as a table: for a reader of the screen, and for who wants the numbers. */
export function PanelTable({ panel, ...shown }: PanelTableProps) {
  const grown = useGrown(shown.recordings, shown.variants);
  const run = useView((view) => view.run);
  const band = useView((view) => view.band);
  const table = useMemo(
    () => TOLD[panel.id].table(grown.recordings, run, grown.variants, band),
    [panel, grown, run, band],
  );
  const [measured, size] = useSize();
  return (
    <div className="panel-table" ref={measured}>
      {size !== null && (
        <Rows
          table={table}
          name={panel.title}
          summary={TOLD[panel.id].summary(grown.recordings, run, grown.variants)}
          rowHeight={Math.round(ROW_EM * size.em)}
        />
      )}
    </div>
  );
}

/** Height of a row in the table's own em. */
const ROW_EM = 1.75;

/** Keys that move through the table here, and the playhead elsewhere. */
const SCROLLING = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' '];

interface RowsProps {
  readonly table: Table;
  readonly name: string;
  readonly summary: string;
  readonly rowHeight: number;
}

/** Only the rows in sight are there, between two that take the room of the others. */
function Rows({ table, name, summary, rowHeight }: RowsProps) {
  const { columns, epochs, count } = table;
  const scroller = useRef<HTMLDivElement>(null);
  const summaryId = useId();
  const current = usePlayer(({ epoch }) => (epochs === undefined ? -1 : indexAt(epochs, count, epoch)));
  // Of other rows than epochs, cells may follow the playhead.
  usePlayer(({ epoch }) => (epochs === undefined ? epoch : 0));
  // The library keeps its state in one object that it changes: the compiler's rule cannot see into it.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollPaddingStart: rowHeight,
  });
  const opened = useRef(false);
  useEffect(() => {
    if (opened.current || current < 0) return;
    opened.current = true;
    virtual.scrollToIndex(current, { align: 'center' });
  }, [virtual, current]);
  useEffect(() => virtual.measure(), [virtual, rowHeight]);

  const items = virtual.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <>
      <p id={summaryId} className="panel-table-summary">
        {summary}
      </p>
      {/* The region scrolls, so the keyboard has to reach it. */}
      <div
        className="panel-table-scroll"
        ref={scroller}
        role="region"
        aria-label={`${name}: table`}
        aria-describedby={summaryId}
        tabIndex={0}
        onKeyDown={(event: KeyboardEvent) => {
          if (SCROLLING.includes(event.key)) event.stopPropagation();
        }}
      >
        <table aria-label={name} aria-rowcount={count + 1} style={{ '--row': `${rowHeight}px` } as object}>
          <thead>
            <tr aria-rowindex={1}>
              {columns.map((column, index) => (
                <th key={index} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {above > 0 && <Gap height={above} />}
            {items.map(({ index }) => (
              <tr
                key={index}
                aria-rowindex={index + 2}
                aria-current={index === current ? 'step' : undefined}
                data-odd={index % 2 === 1 ? '' : undefined}
              >
                {table.row(index).map((cell, column) => (
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
            {below > 0 && <Gap height={below} />}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Gap({ height }: { readonly height: number }) {
  return (
    <tr aria-hidden="true" className="panel-table-gap">
      <td style={{ height }} />
    </tr>
  );
}
