import { grouped, quoted, FileProblem } from './words.ts';

/** The largest label that the settings `positive` and `negative` can name. */
const MAX_LABEL = 999_999;
/** Labels that are names and not numbers: at most so many different ones. */
const MAX_NAMES = 20;

export interface TableLabels {
  /** One class label a row. */
  readonly labels: Int32Array;
  /** Label k → what the file calls it; null where the labels are the file's own integers. */
  readonly names: readonly string[] | null;
}

/** The label column of a table, kept as codes of its different texts. */
export class LabelColumn {
  private readonly codes: number[] = [];
  /** Text → [code, row where it first occurred]. */
  private readonly texts = new Map<string, readonly [code: number, row: number]>();

  add(text: string, row: number): void {
    const trimmed = text.trim();
    // "4", "4.0" and " 4" are one label.
    const key = isNumber(trimmed) ? String(Number(trimmed)) : trimmed;
    let entry = this.texts.get(key);
    if (entry === undefined) this.texts.set(key, (entry = [this.texts.size, row]));
    this.codes.push(entry[0]);
  }

  /**
   * Integers in 0..999,999 stay what they are. Otherwise up to 20 different texts (names, −1 and +1, …) are
   * numbered 0..k−1 in ascending order, of number where all are numbers, else of code units.
   * @throws FileProblem naming a row and `column`
   */
  finish(file: string, column: string): TableLabels {
    const texts = [...this.texts.keys()];
    const empty = this.texts.get('');
    if (empty !== undefined) {
      throw new FileProblem(`${file}, row ${grouped(empty[1])}, column ${column}: the label is missing`);
    }
    if (texts.every(isLabel)) return { labels: this.mapped(texts.map(Number)), names: null };
    if (texts.length > MAX_NAMES) {
      const odd = texts.find((text) => !isLabel(text))!;
      throw new FileProblem(
        `${file}, row ${grouped(this.texts.get(odd)![1])}, column ${column}: the label ${quoted(odd)} is not an ` +
          `integer in 0..${grouped(MAX_LABEL)}, and with ${grouped(texts.length)} different labels (at most ` +
          `${MAX_NAMES}) they cannot be names`,
      );
    }
    const names = texts.sort(
      texts.every(isNumber) ? (a, b) => Number(a) - Number(b) : (a, b) => (a < b ? -1 : 1),
    );
    const labelOfCode = [...this.texts.keys()].map((text) => names.indexOf(text));
    return { labels: this.mapped(labelOfCode), names };
  }

  private mapped(labelOfCode: readonly number[]): Int32Array {
    return Int32Array.from(this.codes, (code) => labelOfCode[code]!);
  }
}

/** Whether a cell is a finite number. Number('') is 0, and an empty cell is none. */
export const isNumber = (cell: string): boolean => cell.trim() !== '' && Number.isFinite(Number(cell));

const isLabel = (text: string): boolean => {
  const value = Number(text);
  return isNumber(text) && Number.isInteger(value) && value >= 0 && value <= MAX_LABEL;
};
