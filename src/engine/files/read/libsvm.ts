/**
 * LIBSVM's sparse text (also SVMlight's): a row is `label index:value index:value …`, what is not written is 0;
 * `qid:n` and comments after # are passed over. Indices begin with 1, in some files with 0.
 */
import type { Source } from '../bytes/source.ts';
import { FileProblem } from '../problem.ts';
import { TableBuilder } from '../columns/builder.ts';
import { MAX_DIM } from '../limits.ts';
import type { Cell, ReadOptions, Table } from '../table.ts';
import { grouped, quoted } from '../words.ts';
import { linesOf } from './lines.ts';
import { numberCell } from './number-cell.ts';
import { watched } from './watched.ts';

/** Whether these first lines are LIBSVM's: each a number, then pairs, and at least one with a pair. */
export function looksLikeLibsvm(lines: readonly string[]): boolean {
  const rows = lines.map(withoutComment).filter((line) => line !== '');
  return rows.every((row) => ROW.test(row)) && rows.some((row) => / \d+:/.test(row.replace(/\s+/g, ' ')));
}

const NUMBER = String.raw`[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?`;
const ROW = new RegExp(
  String.raw`^${NUMBER}(?:,${NUMBER})*(?:\s+qid:\d+)?(?:\s+\d+:(?:${NUMBER}|[+-]?nan|[+-]?inf))*$`,
  'i',
);

/** @throws FileProblem */
export async function readLibsvm(source: Source, options: ReadOptions): Promise<Table> {
  const { name } = source;
  const facts = await survey(source, pass(options, 0));
  const begin = facts.least === 0 ? 0 : 1;
  const width = Math.max(facts.most - begin + 1, 0);
  if (facts.rows === 0) throw new FileProblem(`${name} holds no rows`, 'empty');
  if (width === 0)
    throw new FileProblem(`${name} holds labels but no features: no row has an index:value`, 'empty');
  const features = Array.from({ length: width }, (_, k) => ({
    name: `column ${k + 1}`,
    named: false,
    declared: 'number' as const,
  }));
  const label = { name: 'label', named: true, declared: 'label' as const };
  const builder = new TableBuilder('libsvm', name, [label, ...features]);
  const cells = new Array<Cell>(width + 1);
  await eachRow(source, pass(options, 1), (row, line) => {
    cells.fill(0);
    cells[0] = row.label;
    for (let k = 0; k < row.indices.length; k++) cells[row.indices[k]! - begin + 1] = row.values[k]!;
    builder.add(cells, line);
  });
  const notes = ['LIBSVM: what is not written in a row is 0.'];
  if (begin === 0) notes.push('Indices begin at 0: column 1 has index 0.');
  if (facts.groups) notes.push('Numbers of queries (qid) were passed over.');
  return builder.finish(notes);
}

/** The options of one of the two times that the file is gone through. */
const pass = (options: ReadOptions, before: number): ReadOptions => ({
  ...options,
  progress: (share, rows) => {
    options.progress(share === null ? null : (before + share) / 2, rows);
  },
});

interface Facts {
  rows: number;
  least: number;
  most: number;
  groups: boolean;
}

/** Goes through the whole file once: how many columns there are is only known at its end. */
async function survey(source: Source, options: ReadOptions): Promise<Facts> {
  const facts: Facts = { rows: 0, least: Infinity, most: 0, groups: false };
  await eachRow(source, options, ({ indices, group }) => {
    facts.rows++;
    facts.groups ||= group;
    for (const index of indices) {
      if (index < facts.least) facts.least = index;
      if (index > facts.most) facts.most = index;
    }
  });
  return facts;
}

interface Row {
  readonly label: number;
  readonly indices: readonly number[];
  readonly values: readonly (number | null)[];
  /** Whether the row names a query. */
  readonly group: boolean;
}

async function eachRow(
  source: Source,
  options: ReadOptions,
  take: (row: Row, line: number) => void,
): Promise<void> {
  let rows = 0;
  for await (const { lines, first } of linesOf(
    source.name,
    watched(source, options, () => rows),
  )) {
    lines.forEach((line, k) => {
      const text = withoutComment(line);
      if (text === '') return;
      take(parsed(source.name, text, first + k), first + k);
      rows++;
    });
  }
}

const withoutComment = (line: string): string => line.replace(/#.*/, '').trim();

/** @throws FileProblem that names the row and the word that is wrong */
function parsed(name: string, text: string, line: number): Row {
  const wrong = (what: string): Error =>
    new FileProblem(`${name}, row ${grouped(line)}: ${what}`, 'libsvm-row', line);
  const [first = '', ...rest] = text.split(/\s+/);
  if (first.includes(':')) throw wrong(`it begins with ${quoted(first)}, not with a label`);
  if (first.includes(',')) {
    throw wrong(`it has several labels, ${quoted(first)}; only files of one label a row are read`);
  }
  const label = numberCell(first);
  if (typeof label !== 'number') throw wrong(`its label ${quoted(first)} is not a number`);
  const indices: number[] = [];
  const values: (number | null)[] = [];
  let group = false;
  for (const word of rest) {
    const at = word.indexOf(':');
    if (word.startsWith('qid:')) {
      group = true;
      continue;
    }
    const index = /^\d{1,15}$/.test(word.slice(0, Math.max(at, 0))) ? Number(word.slice(0, at)) : null;
    if (index === null) throw wrong(`${quoted(word)} is not index:value`);
    if (index > MAX_DIM) {
      throw wrong(`feature ${grouped(index)} is named; at most ${grouped(MAX_DIM)} features are read`);
    }
    const value = numberCell(word.slice(at + 1));
    if (value === undefined) throw wrong(`the value of ${quoted(word)} is not a number that is read`);
    indices.push(index);
    values.push(value);
  }
  if (new Set(indices).size < indices.length) throw wrong('an index stands there twice');
  return { label, indices, values, group };
}
