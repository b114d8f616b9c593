import { MAX_MAGNITUDE } from '../limits.ts';
import { FileProblem } from '../problem.ts';
import type { Cell } from '../table.ts';
import { grouped } from '../words.ts';

/** Looks at numbers that are not what they seem. */
export class OddNumbers {
  private infinite = 0;
  private inexact = 0;

  private readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  /** The cell; infinite numbers are missing. @throws FileProblem for a number whose square is not finite */
  checked(cell: Cell, row: number, column: string): Cell {
    if (typeof cell !== 'number') return cell;
    const size = Math.abs(cell);
    if (size <= Number.MAX_SAFE_INTEGER) return cell;
    if (size === Infinity) {
      this.infinite++;
      return null;
    }
    if (size > MAX_MAGNITUDE) {
      throw new FileProblem(
        `${this.name}, row ${grouped(row)}, ${column}: ${cell} is beyond ±${MAX_MAGNITUDE}`,
        'number-too-large',
        row,
      );
    }
    if (Number.isInteger(cell)) this.inexact++;
    return cell;
  }

  notes(): string[] {
    const notes: string[] = [];
    if (this.infinite > 0)
      notes.push(`Infinite numbers were taken for missing ones: ${grouped(this.infinite)}.`);
    if (this.inexact > 0) {
      notes.push(`Whole numbers beyond 2^53 were rounded to the nearest double: ${grouped(this.inexact)}.`);
    }
    return notes;
  }
}
