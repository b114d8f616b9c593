import { format } from 'd3-format';
import type { ReactElement } from 'react';
import type { OpenedDataset } from '../../engine/files/open-dataset.ts';

const SHOWN = 20;
const grouped = format(',');

/** How many rows each label has, as a table with a bar a label. */
export function LabelTable({ dataset }: { readonly dataset: OpenedDataset }): ReactElement {
  const { labelCounts } = dataset;
  const most = labelCounts.reduce((largest, { count }) => Math.max(largest, count), 1);
  const left = labelCounts.length - SHOWN;
  return (
    <table className="data-labels">
      <caption>
        Rows of each label{left > 0 ? `, the first ${SHOWN} of ${grouped(labelCounts.length)}` : ''}
      </caption>
      <thead className="data-unseen">
        <tr>
          <th scope="col">Label</th>
          <th scope="col">Rows</th>
        </tr>
      </thead>
      <tbody>
        {labelCounts.slice(0, SHOWN).map(({ label, name, count }) => (
          <tr key={label}>
            <th scope="row">
              {label}
              {name === null ? null : <span className="data-name"> {name}</span>}
            </th>
            <td>
              <span
                className="data-bar"
                style={{ inlineSize: `${(100 * count) / most}%` }}
                aria-hidden="true"
              />
              <span className="data-count">{grouped(count)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
