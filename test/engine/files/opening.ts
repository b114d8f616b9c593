import { readFiles } from '../../../src/engine/files/open.ts';
import type { Choice } from '../../../src/engine/files/proposal.ts';
import type { Cell, Labels, Part, Table } from '../../../src/engine/files/table.ts';

export const OPTIONS = {
  progress: () => undefined,
  signal: new AbortController().signal,
  breathe: () => Promise.resolve(),
};

/** One file (bytes or text) as the page would read it. */
export function open(
  content: string | Uint8Array,
  name = 't.csv',
  choice: Choice = {},
): Promise<readonly Part[]> {
  const bytes = typeof content === 'string' ? content : Uint8Array.from(content);
  return readFiles([new File([bytes], name)], OPTIONS, choice);
}

export async function openTable(
  content: string | Uint8Array,
  name?: string,
  choice?: Choice,
): Promise<Table> {
  const [part] = await open(content, name, choice);
  if (part?.kind !== 'table') throw new Error(`not a table but ${part?.kind ?? 'nothing'}`);
  return part;
}

export async function openLabels(content: string | Uint8Array, name?: string): Promise<Labels> {
  const [part] = await open(content, name);
  if (part?.kind !== 'labels') throw new Error(`not labels but ${part?.kind ?? 'nothing'}`);
  return part;
}

export const namesOf = (table: Table): readonly string[] => table.columns.map(({ name }) => name);

export const rowsOf = (table: Table): readonly (readonly Cell[])[] =>
  Array.from({ length: table.count }, (_, row) => table.columns.map((column) => column.at(row)));
