import { useId } from 'react';
import type { ReactElement } from 'react';
import { VIEW } from '../../settings/view.ts';
import { useView } from '../../state/view.ts';
import { AxisChoice } from './AxisChoice.tsx';

/** Read as one phrase each: what is "as drawn" is said once, for the room there is. */
const LABELS = { drawn: 'rows as drawn', pattern: 'by pattern' } as const;
const OPTIONS = VIEW.rows.options.map(({ value }) => ({ value, label: LABELS[value] }));

/** The order of the rows of all pictures of matrices: the same choice wherever it is shown. */
export function RowChoice(): ReactElement {
  const rows = useView((view) => view.rows);
  // Two cards have it, and an enlarged one again: radio buttons of one name would be one group.
  const name = useId();
  return (
    <AxisChoice
      name={name}
      legend="Order of the rows"
      options={OPTIONS}
      value={rows}
      onChange={(next) => {
        useView.getState().set({ rows: next });
      }}
    />
  );
}
