import { byteSize, FileProblem, grouped } from './words.ts';

/** Rows of a dataset. */
export const MAX_COUNT = 100_000;
/** Entries of a row; the upper end of the setting d. */
export const MAX_DIM = 20_000;
/** Numbers in a dataset: 80 MB of pixels, or 640 MB of floating-point numbers. */
export const MAX_VALUES = 80_000_000;
/** Columns of a table, the label among them. */
export const MAX_COLUMNS = 20_001;
/** Bytes that a table may take, together with the dataset that is made of it; beyond, rows are sampled. */
export const TABLE_MEMORY = 320_000_000;
/** Characters of a table, unpacked: 80 million numbers of five digits. */
export const MAX_TABLE_BYTES = 512_000_000;
/** Size of a number in a table: its square, summed over a row, must stay finite. */
export const MAX_MAGNITUDE = 1e100;

/** Labels that classes are chosen from: more are no classes. */
export const MAX_CLASSES = 1_000;

/** @throws FileProblem when count rows of dim numbers are none or too many; call before memory is taken */
export function checkSize(name: string, count: number, dim: number): void {
  if (count === 0 || dim === 0)
    throw new FileProblem(`${name} holds no data: ${count} rows of ${dim} numbers`);
  if (count > MAX_COUNT) {
    throw new FileProblem(`${name} has ${grouped(count)} rows; at most ${grouped(MAX_COUNT)} are read`);
  }
  if (dim > MAX_DIM) {
    throw new FileProblem(`${name} has ${grouped(dim)} numbers a row; at most ${grouped(MAX_DIM)} are read`);
  }
  if (count * dim > MAX_VALUES) {
    throw new FileProblem(
      `${name} has ${grouped(count)} rows of ${grouped(dim)} numbers, ${grouped(count * dim)} in all; ` +
        `at most ${grouped(MAX_VALUES)} are read`,
    );
  }
}

/** Says that a file unpacks to more than is read. */
export const beyond = (name: string, limit: number): string =>
  `${name} unpacks to more than ${byteSize(limit)}; it was not read further`;
