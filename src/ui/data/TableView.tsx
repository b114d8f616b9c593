import { format } from 'd3-format';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { COLUMNS_SHOWN } from '../../engine/files/conversation-api.ts';
import { ColumnHead } from './ColumnHead.tsx';
import { useConversation, type AskingProps } from './conversation-store.ts';

const grouped = format(',');

/** The table's first rows: the label marked, what is left out grey, with why. */
export function TableView({ stage }: AskingProps): ReactElement {
  const { preview, choice } = stage;
  const { columns, rows, proposal } = preview;
  const dropped = choice.incomplete !== 'mean' && proposal.droppedRows > 0;
  const used = columns.map(({ role }) => role !== 'left-out');
  return (
    <div className="talk-table">
      <h3>The first rows</h3>
      <div className="talk-scroll" tabIndex={0} role="region" aria-label="The first rows">
        <table>
          <thead>
            <tr>
              <th scope="col" className="talk-line">
                Row
              </th>
              {columns.map((column) => (
                <ColumnHead key={column.index} column={column} choice={choice} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, cells }) => {
              const incomplete = dropped && cells.some((cell, k) => cell === null && used[k]);
              return (
                <tr key={line} data-left-out={incomplete ? '' : undefined}>
                  <th scope="row" className="talk-line">
                    {grouped(line)}
                  </th>
                  {cells.map((cell, k) => (
                    <td key={columns[k]!.index} data-role={columns[k]!.role}>
                      {cell ?? <span className="talk-missing">missing</span>}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <ColumnWindow stage={stage} />
    </div>
  );
}

/** Of many columns some are shown: which, and the way to the others. */
function ColumnWindow({ stage }: AskingProps): ReactElement | null {
  const scroll = useConversation((state) => state.scroll);
  const { columnCount } = stage.preview;
  if (columnCount <= COLUMNS_SHOWN) return null;
  const last = Math.min(stage.from + COLUMNS_SHOWN, columnCount);
  const go = (from: number): void => void scroll(Math.max(0, Math.min(from, columnCount - 1)));
  return (
    <div className="talk-window">
      <button
        type="button"
        className="button"
        disabled={stage.from === 0}
        aria-label="Columns before"
        onClick={() => go(stage.from - COLUMNS_SHOWN)}
      >
        <ChevronLeft size={16} aria-hidden />
      </button>
      <label>
        Columns from{' '}
        <input
          key={stage.from}
          type="number"
          className="number-input"
          min={1}
          max={columnCount}
          defaultValue={stage.from + 1}
          onKeyDown={(event) => {
            if (event.key === 'Enter') go(Number(event.currentTarget.value) - 1);
          }}
          onBlur={(event) => {
            const from = Number(event.currentTarget.value) - 1;
            if (from !== stage.from && Number.isInteger(from)) go(from);
          }}
        />{' '}
        to {grouped(last)} of {grouped(columnCount)}
      </label>
      <button
        type="button"
        className="button"
        disabled={last === columnCount}
        aria-label="Columns after"
        onClick={() => go(stage.from + COLUMNS_SHOWN)}
      >
        <ChevronRight size={16} aria-hidden />
      </button>
    </div>
  );
}
