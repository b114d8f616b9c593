/** "neuron +17" and "sample 4 (y = −1)": counted from 1 in each class, as the papers do (r = 1..m, i = 1..n). */
export const neuronName = (row: number, neurons: number): string => `neuron ${numberOf(row, neurons)}`;

export const sampleName = (column: number, labels: Float64Array): string =>
  `sample ${column + 1} (y = ${signOf(labels[column]!)})`;

/** Several neurons in one name: "neurons +41 to +44", or a few of their numbers where they do not follow each other. */
export function neuronsName(rows: readonly number[], neurons: number): string {
  if (rows.length === 1) return neuronName(rows[0]!, neurons);
  return `neurons ${listed(rows, (row) => numberOf(row, neurons))}`;
}

/** Several samples of one label: "samples 4 to 7 (y = −1)". */
export function samplesName(columns: readonly number[], labels: Float64Array): string {
  if (columns.length === 1) return sampleName(columns[0]!, labels);
  return `samples ${listed(columns, (column) => String(column + 1))} (y = ${signOf(labels[columns[0]!]!)})`;
}

const signOf = (label: number): string => (label > 0 ? '+1' : '−1');

function numberOf(row: number, neurons: number): string {
  const m = neurons / 2;
  return row < m ? `+${row + 1}` : `−${row - m + 1}`;
}

/** Names of so many are written out. */
const NAMED = 4;

function listed(indices: readonly number[], name: (index: number) => string): string {
  const first = indices[0]!;
  if (indices.length > 1 && indices.every((index, k) => index === first + k))
    return `${name(first)} to ${name(indices.at(-1)!)}`;
  const named = indices.slice(0, indices.length > NAMED ? NAMED - 1 : NAMED).map(name);
  const rest = indices.length - named.length;
  return named.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
