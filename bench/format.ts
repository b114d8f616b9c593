/** Words and tables of the report; pure. */

/** "38.2 µs", "3.5 ms", "1,200 ms": three digits. */
export function time(milliseconds: number): string {
  if (Number.isNaN(milliseconds)) return '–';
  if (milliseconds < 1) return `${Number((milliseconds * 1_000).toPrecision(3))} µs`;
  return `${Number(milliseconds.toPrecision(3)).toLocaleString('en-US')} ms`;
}

/** "0.76×", "12×", "1,400×": how many times as long. */
export function ratio(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (value < 10) return `${value.toFixed(2)}×`;
  return `${Math.round(Number(value.toPrecision(3))).toLocaleString('en-US')}×`;
}

/** "10³" for 1000, "784" for 784: powers of ten as they are written. */
export function count(value: number): string {
  const exponent = Math.round(Math.log10(value));
  if (exponent < 3 || 10 ** exponent !== value) return value.toLocaleString('en-US');
  return `10${String(exponent).replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)))}`;
}

/** A Markdown table. A bar in a cell would end it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}
