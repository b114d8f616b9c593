import { visible } from '../../../../settings/words.ts';
import type { ColumnHead } from '../../columns/builder.ts';
import { quoted } from '../../words.ts';
import { trimmed } from './cell.ts';

/** Characters of a name that are kept. */
const MAX_NAME = 200;

/** Columns by their names in the header: those without one are numbered, and those of one name told apart. */
export function columnsOf(
  names: readonly string[] | null,
  width: number,
): { readonly columns: readonly ColumnHead[]; readonly notes: readonly string[] } {
  const taken = new Set<string>();
  const twice: string[] = [];
  const columns = Array.from({ length: width }, (_, k): ColumnHead => {
    const written = names?.[k] ?? '';
    const text = visible(trimmed(k === 0 ? withoutHash(written) : written)).slice(0, MAX_NAME);
    const base = text === '' ? `column ${k + 1}` : text;
    let name = base;
    for (let copy = 2; taken.has(name); copy++) name = `${base} (${copy})`;
    if (name !== base) twice.push(base);
    taken.add(name);
    return { name, named: text !== '', declared: null };
  });
  if (twice.length === 0) return { columns, notes: [] };
  const others = twice.length > 1 ? ', and others too' : '';
  return {
    columns,
    notes: [`The header names ${quoted(twice[0]!)} more than once${others}: the later ones got a number.`],
  };
}

const withoutHash = (name: string): string => name.replace(/^\s*#\s*/, '');
