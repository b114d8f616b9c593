import { parquetSchema } from 'hyparquet';
import type { FileMetaData, SchemaElement, SchemaTree } from 'hyparquet';
import { visible } from '../../../settings/words.ts';
import type { ColumnHead } from '../columns/builder.ts';
import type { Cell } from '../table.ts';
import { quoted } from '../words.ts';

/** A column that is read. */
export interface ParquetColumn extends ColumnHead {
  /** Its name in the file. */
  readonly key: string;
}

export interface ParquetColumns {
  readonly read: readonly ParquetColumn[];
  /** Sentences about columns that are not. */
  readonly notes: readonly string[];
}

/** Which columns of the file are numbers or words. */
export function parquetColumns(metadata: FileMetaData): ParquetColumns {
  const read: ParquetColumn[] = [];
  const notes: string[] = [];
  const seen = new Set<string>();
  for (const child of parquetSchema(metadata).children) {
    const { name } = child.element;
    const why = seen.has(name) ? 'a column of that name was read before' : whyNot(child);
    seen.add(name);
    if (why !== null) notes.push(`Column ${quoted(name)} was left out: ${why}.`);
    else
      read.push({
        key: name,
        name: visible(name),
        named: true,
        declared: isText(child.element) ? 'text' : 'number',
      });
  }
  return { read, notes };
}

function whyNot({ element, children }: SchemaTree): string | null {
  const { repetition_type, converted_type, logical_type } = element;
  if (children.length > 0 || repetition_type === 'REPEATED') return 'its cells are lists or structures';
  if (converted_type === 'BSON' || converted_type === 'INTERVAL')
    return `its type (${converted_type}) is not read`;
  const logical = logical_type?.type;
  const odd = ['GEOMETRY', 'GEOGRAPHY', 'VARIANT', 'FILE', 'INTERVAL', 'BSON'];
  if (logical !== undefined && odd.includes(logical)) return `its type (${logical}) is not read`;
  return null;
}

const NUMERIC: ReadonlySet<string | undefined> = new Set(['BOOLEAN', 'INT32', 'INT64', 'FLOAT', 'DOUBLE']);
const DATES = /^(DATE|TIME|TIMESTAMP)/;

function isText({ type, converted_type, logical_type }: SchemaElement): boolean {
  if (converted_type === 'DECIMAL' || logical_type?.type === 'DECIMAL' || logical_type?.type === 'FLOAT16')
    return false;
  if (DATES.test(converted_type ?? logical_type?.type ?? '')) return true;
  return !NUMERIC.has(type);
}

/** A value of hyparquet's: true is 1, a date its ISO text, whole numbers beyond 2^53 the nearest double. */
export function parquetCell(value: unknown): Cell {
  if (typeof value === 'number') return Number.isNaN(value) ? null : value;
  if (typeof value === 'string') return value === '' ? null : value;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === null || value === undefined) return null;
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? null : value.toISOString().replace('T00:00:00.000Z', '');
  if (value instanceof Uint8Array)
    return Array.from(value.subarray(0, 32), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return JSON.stringify(value);
}
