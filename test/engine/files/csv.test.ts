import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../../src/engine/files/csv.ts';
import type { Table } from '../../../src/engine/files/table.ts';

/** Parses text that arrives in pieces of `piece` bytes. */
function parse(text: string, piece = 1 << 16): Promise<Table> {
  const bytes = new TextEncoder().encode(text);
  const pieces = Array.from({ length: Math.ceil(bytes.length / piece) }, (_, i) =>
    bytes.subarray(i * piece, (i + 1) * piece),
  );
  return parseCsv('t.csv', pieces);
}

describe('parseCsv', () => {
  it('takes the label column by name and the others as numbers', async () => {
    const table = await parse('age,Label,height\n1.5,3,-2\n0,7,1e3\n');
    expect(table).toMatchObject({ count: 2, dim: 2, labelNames: null });
    expect(table.values).toEqual(Float64Array.of(1.5, -2, 0, 1000));
    expect(table.labels).toEqual(Int32Array.of(3, 7));
    expect(table.notes).toEqual(['Labels are column "Label".']);
  });

  it('prefers label to y, class, target and digit', async () => {
    const table = await parse('y,class,label\n1,2,3\n');
    expect(table.notes[0]).toBe('Labels are column "label".');
    expect([...table.values]).toEqual([1, 2]);
  });

  it('takes the last column for labels where none has such a name, and says so', async () => {
    expect((await parse('a,b,kind\n1,2,0\n')).notes).toEqual(['Labels are the last column, "kind".']);
  });

  it('reads a first row with numbers as data', async () => {
    const table = await parse('1,2,0\n3,4,1');
    expect(table.count).toBe(2);
    expect(table.notes).toContain('The first row was read as data: it has numbers and no column names.');
    expect((await parse('1,2,y\n3,4,n\n')).labels).toEqual(Int32Array.of(1, 0));
  });

  it('knows a header of numbered pixels by its label column', async () => {
    expect((await parse('label,0,1\n5,0,255\n')).count).toBe(1);
    expect((await parse('0,1,label\n0,255,5\n')).labels).toEqual(Int32Array.of(5));
  });

  it('numbers up to 20 names in sorted order and says which is which', async () => {
    const table = await parse('5.1,3.5,setosa\n7,3.2,virginica\n6,3,setosa\n6,2,"iris, other"\n');
    expect(table.labels).toEqual(Int32Array.of(1, 2, 1, 0));
    expect(table.labelNames).toEqual(['iris, other', 'setosa', 'virginica']);
    expect(table.notes).toContain(
      'Labels were numbered: 0 is "iris, other", 1 is "setosa", 2 is "virginica".',
    );
  });

  it('numbers labels −1 and +1, which the settings cannot name', async () => {
    const table = await parse('1,1\n2,-1\n3,-1.0\n4,+1\n');
    expect(table.labels).toEqual(Int32Array.of(1, 0, 0, 1));
    expect(table.labelNames).toEqual(['-1', '1']);
  });

  it('keeps integers of 0..255 as bytes and anything else as floating-point numbers', async () => {
    expect((await parse('0,255,1\n7,8,0\n')).values).toEqual(Uint8Array.of(0, 255, 7, 8));
    expect((await parse('0,255,1\n7,256,0\n')).values).toEqual(Float64Array.of(0, 255, 7, 256));
    expect((await parse('0,255,1\n7,0.5,0\n')).values).toEqual(Float64Array.of(0, 255, 7, 0.5));
  });

  it('reads semicolons, tabs, quotes, a byte-order mark, carriage returns and blank lines', async () => {
    const expected = Float64Array.of(1.5, 2, 3, 4);
    expect((await parse('\uFEFFlabel;a;b\r\n0;1.5;2\r\n\r\n1;3;4\r\n')).values).toEqual(expected);
    expect((await parse('label\ta\tb\n0\t1.5\t2\n1\t3\t4')).values).toEqual(expected);
    expect((await parse('"label","a, cm","b\n2"\n0,"1.5",2\n1,3,4\n')).values).toEqual(expected);
  });

  it('leaves out a first column without a name, as pandas and R write row names', async () => {
    const table = await parse(',a,b,class\n0,1,2,0\n1,3,4,1\n');
    expect([...table.values]).toEqual([1, 2, 3, 4]);
    expect(table.notes).toContain('The first column has no name and was taken for row names: left out.');
  });

  it('gives the same table however its bytes arrive', async () => {
    const text = 'größe,"a ""b""\nc",label\r\n1,2,"x\ny"\r\n3,4.25,ü\r\n5,6,"x\ny"';
    const whole = await parse(text);
    expect(whole.count).toBe(3);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 80 }), async (piece) => {
        expect(await parse(text, piece)).toEqual(whole);
      }),
    );
  });

  it.each([
    {
      text: `age,label\n${'1,0\n'.repeat(15)}n/a,1\n`,
      says: 't.csv, row 17, column age: "n/a" is not a number',
    },
    { text: 'a,b,label\n1,,0\n', says: 't.csv, row 2, column b: the cell is empty' },
    { text: '1,2,0\n3,1e999,0\n', says: 't.csv, row 2, column 2: "1e999" is beyond ±1e+100' },
    { text: 'a,label\n1,0\n\n2\n', says: 't.csv, row 4 has 1 column, the first row 2' },
    { text: 'a,label\n1,\n', says: 't.csv, row 2, column label: the label is missing' },
    { text: 'a,label\n', says: 't.csv holds no rows below its header' },
    { text: '\n\n', says: 't.csv holds no table' },
    {
      text: 'Dear Sir\nor Madam\n',
      says: 'is not a table of numbers and labels: its first row, "Dear Sir", is one column',
    },
    { text: `${'0,'.repeat(20_001)}1\n`, says: 't.csv has 20,001 numbers a row; at most 20,000 are read' },
    { text: '1,0\n'.repeat(100_001), says: 't.csv has 100,001 rows; at most 100,000 are read' },
    {
      text: Array.from({ length: 21 }, (_, k) => `1,${k}.5\n`).join(''),
      says: 't.csv, row 1, column 2: the label "0.5" is not an integer in 0..999,999, and with 21 different',
    },
    { text: `a,label\n"${'1,2\n'.repeat(300_000)}`, says: 't.csv, row 2 is longer than 1 MB' },
    { text: `${'x'.repeat(500)},1\n2,3\n`, says: `column 1: "${'x'.repeat(39)}…" is not a number` },
  ])('says "$says"', async ({ text, says }) => {
    await expect(parse(text)).rejects.toThrow(says);
  });

  it('lets the page run while it reads a long table', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    const table = await parse(`${'0,'.repeat(784)}1\n`.repeat(10_000));
    clearInterval(timer);
    expect(table).toMatchObject({ count: 10_000, dim: 784 });
    expect(turns).toBeGreaterThan(2);
  });
});
