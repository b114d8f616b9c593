import { FileProblem } from '../problem.ts';
import { TableBuilder } from '../columns/builder.ts';
import { MAX_DIM } from '../limits.ts';
import type { Cell, Format, Images, Labels, Part, Table } from '../table.ts';
import { byteSize, grouped, plural } from '../words.ts';
import { ImageStore, imageLayout } from './array-images.ts';
import { rowBlocks, rowBytes, widthOf } from './array-rows.ts';
import type { ArrayHeader, Block } from './array-rows.ts';
import type { ByteReader } from './byte-reader.ts';
import { OddNumbers } from './odd-numbers.ts';

/** Labels that are kept: a hundred times the rows of a dataset, 80 MB. */
const MAX_LABELS = 10_000_000;
/** Bytes of an array in Fortran order, which is turned as a whole. */
const MAX_TURNED = 256_000_000;
/** Bytes after the numbers that are passed over. */
const MAX_PADDING = 1 << 20;

export interface ArraySource {
  readonly name: string;
  readonly format: Format;
  /** What the numbers are called: "images" has IDX of two dimensions be pictures, "table" rows of columns. */
  readonly flat: 'images' | 'table';
  readonly header: ArrayHeader;
  /** Behind the header. */
  readonly reader: ByteReader;
  /** Bytes behind the header where that is known, else null. */
  readonly size: number | null;
  readonly notes: readonly string[];
}

/**
 * Reads the numbers of an array: labels of one dimension (or one column), a table of two, images of more.
 * @param told called with the rows read so far
 * @throws FileProblem
 */
export async function readArray(source: ArraySource, told: (rows: number) => void): Promise<Part> {
  checkHeader(source);
  const { header, flat } = source;
  const { shape, fields } = header;
  const flatLabels = flat === 'table' && shape.length === 2 && shape[1] === 1;
  if (fields === null && (shape.length === 1 || flatLabels)) return readLabels(source, told);
  if (flat === 'table' && shape.length <= 2) return readTable(source, told);
  return readImages(source, told);
}

/** Checks what the header says against the limits and the file's size, before memory is taken. */
function checkHeader({ name, header, size }: ArraySource): void {
  const { shape, fields } = header;
  const [count = 0] = shape;
  const width = widthOf(header);
  const said = `${name} says ${shape.map((n) => grouped(n)).join(' × ')} numbers`;
  if (count === 0 || width === 0) throw new FileProblem(`${said}: it holds no data`, 'empty');
  if (width > MAX_DIM) {
    throw new FileProblem(
      `${said}, ${grouped(width)} a row; at most ${grouped(MAX_DIM)} a row are read`,
      'too-wide',
    );
  }
  const whole = count * rowBytes(header);
  if (!Number.isSafeInteger(whole))
    throw new FileProblem(`${said}, more than any file can hold`, 'lying-header');
  if (size !== null && size < whole) throw cutOff(name, header, size);
  if (header.fortran && shape.length > 1 && whole > MAX_TURNED) {
    throw new FileProblem(
      `${name} holds ${byteSize(whole)} in Fortran order, of which at most ${byteSize(MAX_TURNED)} are turned; ` +
        'save it in C order: numpy.save(file, numpy.ascontiguousarray(x))',
      'fortran-order',
    );
  }
  if (shape.length === 1 && fields === null && count > MAX_LABELS) {
    throw new FileProblem(
      `${said} in one dimension; at most ${grouped(MAX_LABELS)} labels are read`,
      'too-many-labels',
    );
  }
}

function cutOff(name: string, header: ArrayHeader, held: number): Error {
  const whole = header.shape[0]! * rowBytes(header);
  const rows = Math.floor(held / rowBytes(header));
  const same = byteSize(whole) === byteSize(held);
  const size = same ? (bytes: number): string => plural(bytes, 'byte') : byteSize;
  return new FileProblem(
    `${name} says ${header.shape.map((n) => grouped(n)).join(' × ')} (${size(whole)}) ` +
      `but holds only ${size(held)}: it ends in row ${grouped(rows + 1)}; download or save it again`,
    'cut-off',
    rows + 1,
  );
}

/** Goes through the blocks; then what is left has to be padding. Gives the notes of both. */
async function drain(
  { name, header, reader }: ArraySource,
  told: (rows: number) => void,
  take: (block: Block) => void,
): Promise<string[]> {
  const before = reader.taken;
  let rows = 0;
  for await (const block of rowBlocks(header, reader)) {
    take(block);
    rows += block.count;
    told(rows);
  }
  if (rows < header.shape[0]!) throw cutOff(name, header, reader.taken - before);
  return padding(name, header, reader);
}

async function padding(name: string, { shape }: ArrayHeader, reader: ByteReader): Promise<string[]> {
  let length = 0;
  for (let rest = await reader.some(); rest.length > 0; rest = await reader.some()) {
    length += rest.length;
    if (length > MAX_PADDING || rest.some((byte) => byte !== 0 && byte !== 0x0a && byte !== 0x0d)) {
      throw new FileProblem(
        `${name} says ${shape.map((n) => grouped(n)).join(' × ')} but goes on behind that: ` +
          'its header is wrong, or two files were joined',
        'longer-than-said',
        shape[0]! + 1,
      );
    }
  }
  if (length === 0) return [];
  return [`${grouped(length)} ${length === 1 ? 'byte' : 'bytes'} of padding at the end were passed over.`];
}

async function readImages(source: ArraySource, told: (rows: number) => void): Promise<Images> {
  const { name, format, header } = source;
  if (header.type.kind === 'word' || header.fields !== null) {
    throw new FileProblem(
      `${name} holds ${header.type.name} in ${header.shape.length} dimensions; images are numbers`,
      'not-numbers',
    );
  }
  const rest = header.shape.slice(1);
  const layout = imageLayout(rest);
  const store = new ImageStore(name, widthOf(header), layout.order);
  const padded = await drain(source, told, (block) => {
    store.add(block);
  });
  const { notes: sampled, ...kept } = store.finish();
  const turned = layout.order === null ? [] : ['The channels come first in the file and last here.'];
  const notes = [...source.notes, ...padded, ...turned, ...sampled];
  return { kind: 'images', format, name, shape: layout.shape, ...kept, labels: null, notes };
}

async function readLabels(source: ArraySource, told: (rows: number) => void): Promise<Labels> {
  const { name, format } = source;
  const values: Cell[] = [];
  const odd = new OddNumbers(name);
  const padded = await drain(source, told, (block) => {
    for (let row = 0; row < block.count; row++) {
      values.push(odd.checked(block.cell(row, 0), block.first + row + 1, 'label'));
    }
  });
  return { kind: 'labels', format, name, values, notes: [...source.notes, ...padded, ...odd.notes()] };
}

async function readTable(source: ArraySource, told: (rows: number) => void): Promise<Table> {
  const { name, format, header } = source;
  const width = widthOf(header);
  const columns = Array.from({ length: width }, (_, k) => {
    const field = header.fields?.[k];
    const { kind } = field?.type ?? header.type;
    return {
      name: field?.name ?? `column ${k + 1}`,
      named: field !== undefined,
      declared: kind === 'word' ? null : ('number' as const),
    };
  });
  const builder = new TableBuilder(format, name, columns);
  const odd = new OddNumbers(name);
  const cells = new Array<Cell>(width);
  const padded = await drain(source, told, (block) => {
    for (let row = 0; row < block.count; row++) {
      const line = block.first + row + 1;
      for (let k = 0; k < width; k++) cells[k] = odd.checked(block.cell(row, k), line, columns[k]!.name);
      builder.add(cells, line);
    }
  });
  return builder.finish([...source.notes, ...padded, ...odd.notes()]);
}
