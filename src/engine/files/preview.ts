import {
  COLUMNS_SHOWN,
  type ColumnShown,
  type PictureShown,
  type Preview,
  type RowShown,
} from './conversation-api.ts';
import type { Choice, Proposal } from './proposal.ts';
import { materialOf } from './propose/material.ts';
import type { Cell, Column, Images, Part, Table } from './table.ts';
import { visible } from '../../settings/words.ts';

const ROWS = 8;
const PICTURES_PER_LABEL = 6;
const PICTURED_LABELS = 12;
/** Pictures are looked at in this many rows from the start. */
const SEARCHED = 5_000;
/** The longer side of a picture, in pixels; larger ones are thinned. */
const MOST_PIXELS = 64;
const CELL_LENGTH = 24;

/** What is looked at of files under a proposal: a window of columns, the first rows, pictures of each label. */
export function previewOf(
  parts: readonly Part[],
  names: readonly string[],
  proposal: Proposal,
  choice: Choice,
  from: number,
): Preview {
  const { data, labels } = materialOf(parts);
  if (data.kind === 'images') {
    const pictures = labels === null ? [] : picturesOf(data, labels.values);
    const dim = data.shape.reduce((product, size) => product * size, 1);
    return { proposal, names, shape: data.shape, columnCount: 0, columns: [], rows: [], pictures, dim };
  }
  const columns = columnsOf(data, proposal, choice, from);
  return {
    proposal,
    names,
    shape: null,
    columnCount: data.columns.length,
    columns,
    rows: rowsOf(data, columns),
    pictures: tablePictures(data, proposal),
    dim: proposal.features.length,
  };
}

function columnsOf(table: Table, proposal: Proposal, choice: Choice, from: number): readonly ColumnShown[] {
  const why = new Map(proposal.leftOut.map((left) => [left.column, left.why]));
  const indicators = new Set(choice.indicators);
  const labelAt = table.columns.findIndex(({ name }) => name === proposal.label);
  const shown = [...table.columns.keys()]
    .slice(from, from + COLUMNS_SHOWN)
    .filter((index) => index !== labelAt);
  if (labelAt >= 0) shown.unshift(labelAt);
  return shown.map((index) => {
    const { name, facts } = table.columns[index]!;
    const reason = why.get(name) ?? null;
    const role =
      index === labelAt
        ? 'label'
        : reason !== null
          ? 'left-out'
          : indicators.has(index)
            ? 'indicators'
            : 'feature';
    return {
      index,
      name: visible(name),
      role,
      why: role === 'left-out' ? reason : null,
      hasWords: facts.words > 0,
      missing: facts.missing,
    };
  });
}

function rowsOf(table: Table, columns: readonly ColumnShown[]): readonly RowShown[] {
  return Array.from({ length: Math.min(ROWS, table.count) }, (_, row) => ({
    line: table.lineOf(row),
    cells: columns.map(({ index }) => shownCell(table.columns[index]!, row)),
  }));
}

function shownCell(column: Column, row: number): string | null {
  const cell = column.at(row);
  if (cell === null) return null;
  const text = visible(String(cell));
  return text.length > CELL_LENGTH ? `${text.slice(0, CELL_LENGTH - 1)}…` : text;
}

function picturesOf(images: Images, labels: readonly Cell[]): readonly PictureShown[] {
  const [height = 1, width = 1, channels = 1] = images.shape;
  if (images.shape.length < 2 || images.shape.length > 3 || (channels !== 1 && channels !== 3)) return [];
  const dim = height * width * channels;
  return firstOfEach(Math.min(images.count, labels.length), (row) => labels[row] ?? null).map(
    ({ row, label }) => {
      const values = images.values.subarray(row * dim, (row + 1) * dim);
      return { label, ...drawn(values, width, height, channels) };
    },
  );
}

/** Rows of a table that are square pictures of whole numbers, as digits are sent around. */
function tablePictures(table: Table, proposal: Proposal): readonly PictureShown[] {
  const label = table.columns.find(({ name }) => name === proposal.label);
  // Border pixels that never change are left out, and still part of the picture.
  const pixels = table.columns.filter((column) => column !== label);
  const side = Math.round(Math.sqrt(pixels.length));
  if (label === undefined || side < 8 || side * side !== pixels.length) return [];
  if (!pixels.every(({ facts }) => facts.whole && facts.words === 0 && facts.least >= 0 && facts.most <= 255))
    return [];
  return firstOfEach(table.count, (row) => label.at(row)).map(({ row, label: of }) => ({
    label: of,
    ...drawn(
      Float64Array.from(pixels, (column) => Number(column.at(row) ?? 0)),
      side,
      side,
      1,
    ),
  }));
}

/** The first rows of each label, label by label. */
function firstOfEach(
  count: number,
  labelAt: (row: number) => Cell,
): readonly { readonly row: number; readonly label: string }[] {
  const found = new Map<string, number[]>();
  for (let row = 0; row < Math.min(count, SEARCHED); row++) {
    const label = labelAt(row);
    if (label === null) continue;
    const rows = found.get(String(label));
    if (rows === undefined) {
      if (found.size < PICTURED_LABELS) found.set(String(label), [row]);
    } else if (rows.length < PICTURES_PER_LABEL) rows.push(row);
  }
  return [...found]
    .sort(([a], [b]) => Number(a) - Number(b) || (a < b ? -1 : 1))
    .flatMap(([label, rows]) => rows.map((row) => ({ row, label })));
}

/** A row as RGBA: its smallest number black, its largest white; thinned where it is large. */
function drawn(
  values: ArrayLike<number>,
  width: number,
  height: number,
  channels: number,
): Omit<PictureShown, 'label'> {
  let low = Infinity;
  let high = -Infinity;
  for (let k = 0; k < values.length; k++) {
    low = Math.min(low, values[k]!);
    high = Math.max(high, values[k]!);
  }
  const step = Math.max(1, Math.ceil(Math.max(width, height) / MOST_PIXELS));
  const across = Math.ceil(width / step);
  const down = Math.ceil(height / step);
  const pixels = new Uint8ClampedArray(4 * across * down);
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across; x++) {
      const at = (y * step * width + x * step) * channels;
      for (let c = 0; c < 3; c++) {
        const value = values[at + (channels === 3 ? c : 0)]!;
        pixels[4 * (y * across + x) + c] = high > low ? (255 * (value - low)) / (high - low) : 0;
      }
      pixels[4 * (y * across + x) + 3] = 255;
    }
  }
  return { width: across, height: down, pixels };
}
