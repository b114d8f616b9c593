import { visible } from '../../settings/words.ts';
import { isNumber } from './table-labels.ts';

/** Names of a label column, the first found counts. */
const LABEL_NAMES = ['label', 'y', 'class', 'target', 'digit'];

export interface TableLayout {
  /** Whether the first row names the columns. */
  readonly header: boolean;
  /** What messages call each column. */
  readonly columns: readonly string[];
  /** Index of the label column. */
  readonly label: number;
  /** Whether its name chose it (else it is the last). */
  readonly labelByName: boolean;
  /** Indices of the columns that become x. */
  readonly features: readonly number[];
  /** Whether the first column was left out: it has no name, as pandas and R write row names. */
  readonly rowNames: boolean;
}

/** Decides from its first row what the columns of a table are. */
export function tableLayout(first: readonly string[]): TableLayout {
  const names = first.map((cell) => cell.trim());
  const header = isHeader(names);
  const keys = names.map((name) => name.toLowerCase());
  const named = header ? (LABEL_NAMES.map((name) => keys.indexOf(name)).find((at) => at >= 0) ?? -1) : -1;
  const label = named >= 0 ? named : first.length - 1;
  const rowNames = header && names[0] === '' && first.length > 2 && label !== 0;
  return {
    header,
    columns: names.map((name, i) => (header && name !== '' ? visible(name) : String(i + 1))),
    label,
    labelByName: named >= 0,
    features: first.map((_, i) => i).filter((i) => i !== label && !(rowNames && i === 0)),
    rowNames,
  };
}

/**
 * A header holds no number, or a label column's name. A lone "y" after numbers is a label of the first row
 * (yes), not a name.
 */
function isHeader(cells: readonly string[]): boolean {
  if (!cells.some(isNumber)) return true;
  return cells.some((cell, i) => {
    const key = cell.toLowerCase();
    return LABEL_NAMES.includes(key) && (i < cells.length - 1 || key !== 'y');
  });
}
