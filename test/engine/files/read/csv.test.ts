import { describe, expect, it } from 'vitest';
import { namesOf, openLabels, openTable, rowsOf } from '../opening.ts';

const NUMBERS = [
  [1.5, 2, 0],
  [3.5, 4, 1],
];

describe('what stands between cells', () => {
  it.each([
    ['commas', 'a,b,y\n1.5,2,0\n3.5,4,1\n'],
    ['semicolons', 'a;b;y\n1.5;2;0\n3.5;4;1\n'],
    ['tabs', 'a\tb\ty\n1.5\t2\t0\n3.5\t4\t1\n'],
    ['vertical bars', 'a|b|y\n1.5|2|0\n3.5|4|1\n'],
    ['spaces', '  a   b  y\n 1.5  2  0\n 3.5  4  1\n'],
  ])('is seen: %s', async (name, text) => {
    const table = await openTable(text);
    expect(namesOf(table)).toEqual(['a', 'b', 'y']);
    expect(rowsOf(table)).toEqual(NUMBERS);
    expect(table.notes).toContain(`Cells are set apart by ${name}.`);
  });

  it('is not decided by the first row alone', async () => {
    const table = await openTable('Results; of 2020, final\na,b,y\n1.5,2,0\n3.5,4,1\n');
    expect(namesOf(table)).toEqual(['a', 'b', 'y']);
    expect(rowsOf(table)).toEqual(NUMBERS);
    expect(table.notes.join()).toContain('1 line above the table was passed over');
  });

  it('may be said by a sep= line, or by the person', async () => {
    expect(rowsOf(await openTable('sep=;\r\na;b;y\r\n1,5;2;0\r\n3,5;4;1\r\n'))).toEqual(NUMBERS);
    const said = await openTable('a;b|c;d\n1;2|3;4\n5;6|7;8\n', 't.csv', { delimiter: ';' });
    expect(said.columns).toHaveLength(3);
  });

  it('is not a comma where commas are decimal', async () => {
    expect(rowsOf(await openTable('1,5 2 0\n3,5 4 1\n'))).toEqual(NUMBERS);
    expect(rowsOf(await openTable('1,5\t2\t0\n3,5\t4\t1\n'))).toEqual(NUMBERS);
  });

  it('is not a space within words', async () => {
    const table = await openTable('name,y\nNew York,1\nLos Angeles,0\n');
    expect(rowsOf(table)).toEqual([
      ['New York', 1],
      ['Los Angeles', 0],
    ]);
  });
});

describe('numbers', () => {
  it('have decimal commas where points group thousands', async () => {
    const table = await openTable('a;y\n1.234,5;0\n2,25;1\n');
    expect(rowsOf(table)).toEqual([
      [1234.5, 0],
      [2.25, 1],
    ]);
    expect(table.notes.join()).toContain('decimal commas');
  });

  it.each(['0x10', '1e-400', '1e400', '1_000', 'Infinity', '-inf', '１２', '1e101', '−5', '1.5D+03'])(
    'are never read as others: %s is told with its row and column',
    async (text) => {
      await expect(openTable(`a,y\n7,1\n${text},0\n2,1\n3,0\n`)).rejects.toMatchObject({
        code: 'odd-number',
        row: 3,
        message: expect.stringContaining(`row 3, column "a": "${text}"`) as string,
      });
    },
  );

  it('with grouped thousands are told where the comma may be decimal', async () => {
    await expect(openTable('a,y\n"1,234",0\n5,1\n')).rejects.toThrow('row 2, column "a": "1,234"');
  });

  it.each([
    [
      'grouped, where points are decimal',
      'a,b,y\n"1,234",5.5,0\n234,1.1,1\n',
      [1234, 234],
      'has thousands set apart: "1,234"',
    ],
    ['grouped twice', 'a,y\n"1,234,567",0\n5,1\n', [1_234_567, 5], 'has thousands set apart: "1,234,567"'],
    ['grouped by spaces', 'a;y\n1 234,5;0\n2,5;1\n', [1234.5, 2.5], 'has thousands set apart: "1 234,5"'],
    ['percents', 'a,y\n12%,0\n3.5 %,1\n', [12, 3.5], 'has percent signs, which are dropped: "12%"'],
    [
      'dollars',
      'a,y\n$12.50,0\n"-$1,234.00",1\n',
      [12.5, -1234],
      'has currency signs, which are dropped: "$12.50"',
    ],
    [
      'euros',
      'a;y\n12,50 €;0\n1.234,00 €;1\n',
      [12.5, 1234],
      'has currency signs, which are dropped: "12,50 €"',
    ],
  ])('of a whole column may be written as people do, and that is said: %s', async (_, text, values, note) => {
    const table = await openTable(text);
    expect(rowsOf(table).map(([value]) => value)).toEqual(values);
    expect(table.notes.join()).toContain(`Column "a" ${note}`);
  });

  it('of two currencies are none', async () => {
    expect(rowsOf(await openTable('a,y\n$12,0\n€13,1\n'))[0]).toEqual(['$12', 0]);
  });

  it('are not missing where + and − are the words of a column', async () => {
    const table = await openTable('a,b,class\n1,-,+\n2,5,-\n3,6,-\n');
    expect(rowsOf(table).map(([, ...rest]) => rest)).toEqual([
      [null, '+'],
      [5, '-'],
      [6, '-'],
    ]);
  });

  it('are words among words, as percent signs, currencies and dates are', async () => {
    const table = await openTable('code,p,y\n0x1f,5%,0\nred,$3,1\n7,2020-01-02,1\n');
    expect(rowsOf(table)).toEqual([
      ['0x1f', '5%', 0],
      ['red', '$3', 1],
      [7, '2020-01-02', 1],
    ]);
  });

  it('are missing where a word says so', async () => {
    const words = ['', '?', 'NA', 'N/A', 'NaN', 'nan', 'null', 'NULL', 'None', '-', '.', 'missing', '#N/A'];
    const table = await openTable(`a,y\n${words.map((word) => `${word},1\n`).join('')}5,0\n`);
    expect(table.columns[0]!.facts).toMatchObject({ numbers: 1, words: 0, missing: words.length });
  });
});

describe('a header', () => {
  it.each([
    ['words above numbers', 'a,b\n1,2\n3,4\n', ['a', 'b'], 2],
    ['none', '1,2\n3,4\n', ['column 1', 'column 2'], 2],
    ['words above words that repeat', 'colour,taste\nred,good\nred,bad\nblue,good\n', ['colour', 'taste'], 3],
    ['none above words that repeat', 'p,x\ne,x\np,y\n', ['column 1', 'column 2'], 3],
    ['a letter is the class', '1,M\n2,B\n3,M\n', ['column 1', 'column 2'], 3],
    ['running numbers', '0,1,2\n5.1,3.5,0\n4,3,1\n', ['0', '1', '2'], 2],
    [
      'running numbers after a nameless column',
      ',0,1,2\n0,5.1,3.5,0\n1,4,3,1\n',
      ['column 1', '0', '1', '2'],
      2,
    ],
    ['numbers that go on running are data', '0,1,2\n3,4,5\n6,7,8\n', ['column 1', 'column 2', 'column 3'], 3],
    ['quoted, above numbers', '"1990","1991"\n5,6\n7,8\n', ['1990', '1991'], 2],
    ['behind a #', '# a b y\n1 2 0\n3 4 1\n', ['a', 'b', 'y'], 2],
    ['behind a comment', '# made today, by me, with care, and love\na,b\n1,2\n3,4\n', ['a', 'b'], 2],
    ['1, 2, 3 above fractions', '1,2,3\n0.5,7,1\n1.5,3,0\n', ['1', '2', '3'], 2],
    ['1, 2, 3 above whole numbers is data', '1,2,3\n5,7,1\n4,3,0\n', ['column 1', 'column 2', 'column 3'], 3],
    ['a line of units below', 'a,b,y\ncm,kg,\n1,2,0\n3,4,1\n5,6,0\n', ['a', 'b', 'y'], 3],
    ['two lines, the names in the second', 'x,x,z\na,b,y\n1,2,0\n3,4,1\n5,6,0\n', ['a', 'b', 'y'], 3],
    ['missing cells name nothing', '?,NA\n1,2\n3,4\n', ['column 1', 'column 2'], 3],
  ])('is seen: %s', async (_, text, names, rows) => {
    const table = await openTable(text);
    expect(namesOf(table)).toEqual(names);
    expect(table.count).toBe(rows);
  });

  it.each([
    ['with labels', '4,3,good,bad\n1.5,2,7,0\n3.5,4,8,1\n1,2,3,0\n4,4,4,1\n', '"4,3,good,bad"', 4],
    ['shorter than the rows', '2,4,good,bad\n1.5,2,7,1,0\n3.5,4,8,2,1\n', '"2,4,good,bad"', 2],
    ['of rows and columns alone', '2 3\n1.5 2 7 0\n3.5 4 8 1\n', '"2,3"', 2],
  ])('that counts the table is no row and names nothing: %s', async (_, text, told, rows) => {
    const table = await openTable(text);
    expect(table.total).toBe(rows);
    expect(table.columns.every(({ named }) => !named)).toBe(true);
    expect(table.notes.join()).toContain(`Row 1, ${told}, counts rows and columns`);
  });

  it('that counts the table names the labels, and may have names below', async () => {
    const { columns, notes } = await openTable('2,2,good,bad,other\na,b,y\n1,2,0\n3,4,1\n');
    expect(columns.map(({ name }) => name)).toEqual(['a', 'b', 'y']);
    expect(namesOf(await openTable('2,2,good\na,b,y\n1,2,0\n3,4,1\n'))).toEqual(['a', 'b', 'y']);
    expect(notes.join()).toContain('names the labels 0, 1, … in their order: "good", "bad", "other"');
  });

  it('of numbers is told, for it may be a row', async () => {
    for (const text of ['0,1,2\n5.1,3.5,0\n4,3,1\n', '"0","1","2"\n5.1,3.5,0\n4,3,1\n', '1990,b\n5,6\n7,8\n'])
      expect((await openTable(text)).notes.join()).toContain('The first row is taken for names of columns');
  });

  it('of R is one shorter than its rows', async () => {
    const table = await openTable('"len" "supp"\n"1" 4.2 "VC"\n"2" 11.5 "VC"\n');
    expect(namesOf(table)).toEqual(['column 1', 'len', 'supp']);
    expect(table.columns[0]!.named).toBe(false);
    expect(rowsOf(table)[1]).toEqual([2, 11.5, 'VC']);
  });

  it('may be said by the person', async () => {
    expect((await openTable('a,b\n1,2\n', 't.csv', { header: false })).count).toBe(2);
    expect(namesOf(await openTable('5,6\n1,2\n', 't.csv', { header: true }))).toEqual(['5', '6']);
  });

  it('that names two columns alike gets them told apart', async () => {
    const table = await openTable('x,x,x (2),y\n1,2,3,0\n4,5,6,1\n');
    expect(namesOf(table)).toEqual(['x', 'x (2)', 'x (2) (2)', 'y']);
    expect(table.notes.join()).toContain('"x" more than once');
  });

  it('shows characters that reorder text', async () => {
    expect(namesOf(await openTable('a\u202eb,y\n1,2\n'))).toEqual(['a\\u202eb', 'y']);
  });
});

describe('rows', () => {
  it('that are blank, also of delimiters alone, are passed over and counted', async () => {
    const table = await openTable('a,b\n1,2\n\n3,4\n,\n  \n');
    expect(rowsOf(table)).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(table.notes).toContain('3 blank lines passed over.');
    expect(table.lineOf(1)).toBe(4);
  });

  it('may end with a delimiter, all of them or with empty columns after', async () => {
    expect(namesOf(await openTable('a,b,\n1,2,\n3,4,\n'))).toEqual(['a', 'b']);
    expect(namesOf(await openTable('a,b\n1,2,\n3,4,\n'))).toEqual(['a', 'b']);
    expect(namesOf(await openTable('a,b,,,\n1,2,,,\n3,4,,,\n'))).toEqual(['a', 'b']);
  });

  it('that are comments are passed over and counted', async () => {
    const table = await openTable('% one\n% two\na,b\n1,2\n% three\n3,4\n');
    expect(table.count).toBe(2);
    expect(table.notes).toContain('1 comment between the rows passed over.');
    expect(table.notes.join()).toContain('2 lines above the table were passed over');
  });

  it('may begin with what else begins a comment', async () => {
    const table = await openTable('colour,y\n#ff0000,1\n#00ff00,0\n');
    expect(rowsOf(table)).toEqual([
      ['#ff0000', 1],
      ['#00ff00', 0],
    ]);
  });

  it.each([
    ['shorter', 'a,b,y\n1,2,0\n3,4\n5,6,1\n', 'Row 3 has 2 cells, the table 3 columns'],
    ['longer', 'a,b,y\n1,2,0\n3,4,1,9\n5,6,1\n', 'Row 3 has 4 cells, the table 3 columns'],
    ['right below the header', 'a,b,y\n3,4\n1,2,0\n5,6,1\n', 'Row 2 has 2 cells, the table 3 columns'],
    [
      'a source under the table',
      'a,b,y\n1,2,0\n5,6,1\nSource: us\n',
      'Row 4 has 1 cell, the table 3 columns',
    ],
  ])(
    'of which one is of another length: it is named and counted as incomplete (%s)',
    async (_, text, note) => {
      const table = await openTable(text);
      expect(table.total).toBe(3);
      expect(table.columns[2]!.facts).toMatchObject({ numbers: 2, missing: 1 });
      expect(table.notes).toContain(`${note}: counted as incomplete.`);
    },
  );

  it('of another length are an error that names the row and both counts where the table is not clear', async () => {
    await expect(openTable('a,b,y\n1,2,0\n3,4\n5,6,1,7\n7,8,1\n')).rejects.toMatchObject({
      code: 'row-length',
      row: 3,
      message: expect.stringContaining(
        'row 3 has 2 cells, the table 3 columns, and 1 other row is not of that length either',
      ) as string,
    });
    await expect(openTable('a,b,y\n1,2,0\n3,4\n')).rejects.toMatchObject({ code: 'row-length', row: 3 });
  });

  it('of another length are counted as incomplete where they are few', async () => {
    const rows = Array.from({ length: 300 }, (_, k) => (k % 100 === 99 ? '7\n' : `${k % 7}.5,${k % 2}\n`));
    const table = await openTable(`a,y\n${rows.join('')}`);
    expect(table.total).toBe(300);
    expect(table.columns[0]!.facts).toMatchObject({ numbers: 297, missing: 3 });
    expect(table.notes).toContain(
      'Row 101 has 1 cell, the table 2 columns (and 2 other rows not of that length): counted as incomplete.',
    );
  });

  it('are parted from their head by a line that databases and Markdown draw', async () => {
    const table = await openTable('a|b|y\n---|:---:|---\n1|2|x\n3|4|z\n5|6|x\n');
    expect([namesOf(table), table.total]).toEqual([['a', 'b', 'y'], 3]);
  });

  it('may have quotes after spaces, and spaces in quotes stay', async () => {
    const table = await openTable('a, "b c", y\n1, "p, q", u\n3, "r,  ""s""", v\n4,"t", u\n');
    expect(namesOf(table)).toEqual(['a', 'b c', 'y']);
    expect(rowsOf(table)).toEqual([
      [1, 'p, q', 'u'],
      [3, 'r,  "s"', 'v'],
      [4, 't', 'u'],
    ]);
    expect(rowsOf(await openTable('a\tb\ty\n1\t\t"p"\n2\t "q"\tr\n3\t4\tr\n'))).toEqual([
      [1, null, 'p'],
      [2, 'q', 'r'],
      [3, 4, 'r'],
    ]);
  });

  it('may end in any mixture of line ends, and in a delimiter in some rows only', async () => {
    const table = await openTable('a,b,y\r\n1,2,0,\n3,4,1\r5,6,0,\r\n');
    expect(rowsOf(table)).toEqual([
      [1, 2, 0],
      [3, 4, 1],
      [5, 6, 0],
    ]);
  });

  it('may hold quoted cells with delimiters, quotes and line ends', async () => {
    const table = await openTable('name,y\n"a, ""b""\nc",1\nd,0\n');
    expect(rowsOf(table)[0]).toEqual(['a, "b"\nc', 1]);
    expect(table.lineOf(1)).toBe(4);
  });

  it('are counted by the lines of the file, of old Macs too', async () => {
    const table = await openTable('a,y\r1,0\r2,1\r');
    expect(rowsOf(table)).toEqual([
      [1, 0],
      [2, 1],
    ]);
  });
});

describe('a quote left open', () => {
  it.each([
    ['to the end of the file', 'a,b,y\n1,2,x\n3,4,"y\n5,6,x\n', 3],
    ['up to another that closes it', 'a,b,y\n1,2,x\n3,4,"y\n5,6,x\n7,8,"\n', 3],
    ['in a long file', `a,b,y\n${'1,2,x\n'.repeat(70_000)}3,4,"y\n${'5,6,x\n'.repeat(70_000)}`, 70_002],
  ])('is told with the row where it opened: %s', async (_, text, row) => {
    await expect(openTable(text)).rejects.toMatchObject({
      code: 'open-quote',
      row,
      message: expect.stringContaining('quote') as string,
    });
  });
});

describe('encodings', () => {
  const text = 'größe,y\n1,0\n2,1\n';
  const utf16 = (little: boolean, bom: boolean): Uint8Array => {
    const view = new DataView(new ArrayBuffer(2 * (text.length + Number(bom))));
    if (bom) view.setUint16(0, 0xfeff, little);
    Array.from(text).forEach((c, k) => {
      view.setUint16(2 * (k + Number(bom)), c.charCodeAt(0), little);
    });
    return new Uint8Array(view.buffer);
  };
  it.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${text}`)],
    ['UTF-16 LE', utf16(true, true)],
    ['UTF-16 BE', utf16(false, true)],
    ['UTF-16 LE without a mark', utf16(true, false)],
    ['UTF-16 BE without a mark', utf16(false, false)],
    ['Windows-1252', Uint8Array.from(text, (c) => c.charCodeAt(0))],
  ])('are seen: %s', async (_, bytes) => {
    const table = await openTable(bytes);
    expect(namesOf(table)).toEqual(['größe', 'y']);
    expect(table.count).toBe(2);
  });

  it('are told where they are not UTF-8', async () => {
    const { notes } = await openTable(Uint8Array.from(text, (c) => c.charCodeAt(0)));
    expect(notes.join()).toContain('Windows-1252');
  });

  it('of zero bytes: padding at the end is passed over, others are told with their row', async () => {
    expect((await openTable(`a,y\n1,0\n2,1\n${'\0'.repeat(512)}`)).notes.join()).toContain(
      'Zero bytes at the end',
    );
    await expect(openTable('a,y\n1,0\n2\0,1\n')).rejects.toMatchObject({ code: 'zero-bytes', row: 3 });
  });
});

describe('a single column', () => {
  it('is labels, with or without a name', async () => {
    expect((await openLabels('0\n1\n1\n')).values).toEqual([0, 1, 1]);
    expect((await openLabels('label\n0\n1\n')).values).toEqual([0, 1]);
    expect((await openLabels('cat\ndog\ncat\n')).values).toEqual(['cat', 'dog', 'cat']);
  });

  it('of prose is no table', async () => {
    await expect(openLabels(`${'Once upon a time '.repeat(20)}\n`)).rejects.toMatchObject({
      code: 'no-table',
    });
  });
});

describe('nothing', () => {
  it.each(['\n\n\n', ' ', 'a,b\n'])('is told: %j', async (text) => {
    await expect(openTable(text)).rejects.toThrow(/t\.csv (?:is empty|holds no rows)/);
  });
});
