import { useGrown } from '../../charts/hooks/useGrown.ts';
import type { Variant } from '../../engine/batch.ts';
import type { Recording } from '../../engine/recording.ts';
import { useView } from '../../state/view.ts';
import type { PanelSpec } from '../panels/spec.ts';

interface PanelTableProps {
  readonly panel: PanelSpec;
  readonly recordings: readonly Recording[];
  readonly variants: readonly Variant[];
}

/** The chart's numbers as a table: for a reader of the screen, and for copying. */
export function PanelTable({ panel, ...shown }: PanelTableProps) {
  const { recordings, variants } = useGrown(shown.recordings, shown.variants);
  const run = useView((view) => view.run);
  const { columns, rows } = panel.table(recordings, run, variants);
  return (
    // The region scrolls, so the keyboard has to reach it.
    <div className="panel-table" role="region" aria-label={`${panel.title}: table`} tabIndex={0}>
      <table>
        <caption>{panel.summary(recordings, run, variants)}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={index} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
