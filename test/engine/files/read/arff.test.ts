import { describe, expect, it } from 'vitest';
import { namesOf, read, readTable, rowsOf, text } from './reading.ts';

const HEADER = `% Title: flowers
@RELATION 'iris data'

@attribute 'sepal length' REAL
@attribute "petal" {a, 'b c', d}
@ATTRIBUTE when DATE "yyyy-MM-dd"
@attribute class {1,2}
@DATA
`;

describe('readArff', () => {
  it('reads names, types, quotes, missing cells and sparse rows', async () => {
    const table = await readTable(
      text(`${HEADER}5.1,'b c',"2020-01-01",1\n% no row\n?,a, x ,2\n{0 4, 3 2}\n`),
      'iris.arff',
    );
    expect(table).toMatchObject({ format: 'arff', total: 3 });
    expect(namesOf(table)).toEqual(['sepal length', 'petal', 'when', 'class']);
    expect(table.columns.map(({ declared }) => declared)).toEqual(['number', 'nominal', 'text', 'nominal']);
    expect(rowsOf(table)).toEqual([
      [5.1, 'b c', '2020-01-01', '1'],
      [null, 'a', 'x', '2'],
      [4, 'a', null, '2'],
    ]);
    expect(table.lineOf(1)).toBe(11);
  });

  it('reads Latin-1 and UTF-16, and says so', async () => {
    const content = `@relation x\n@attribute größe real\n@attribute c {ü,b}\n@data\n1,ü\n`;
    const latin = Uint8Array.from(content, (character) => character.charCodeAt(0));
    const wide = new Uint8Array(
      Uint16Array.from(`\ufeff${content}`, (character) => character.charCodeAt(0)).buffer,
    );
    for (const [bytes, note] of [
      [latin, /Latin-1/],
      [wide, /UTF-16/],
    ] as const) {
      const table = await readTable(bytes, 'f.arff');
      expect(namesOf(table)).toEqual(['größe', 'c']);
      expect(rowsOf(table)).toEqual([[1, 'ü']]);
      expect(table.notes.join(' ')).toMatch(note);
    }
  });

  it("reads KEEL's dialect: ranges behind types, names of inputs and outputs", async () => {
    const header =
      '@relation k\n@attribute Age integer[29,73]\n@attribute RUM{3,2}\n@inputs Age\n@outputs RUM\n';
    const table = await readTable(text(`${header}@data\n30, 3\n`), 'k.dat');
    expect(namesOf(table)).toEqual(['Age', 'RUM']);
    expect(rowsOf(table)).toEqual([[30, '3']]);
  });

  it('reads rows of spaces, and rows that end in a comma', async () => {
    const header = '@relation s\n@attribute a real\n@attribute b {x,"y z"}\n@data\n';
    const table = await readTable(text(`${header}1.5 x\n-2\t 'y z' \n3,x,\n`), 's.arff');
    expect(rowsOf(table)).toEqual([
      [1.5, 'x'],
      [-2, 'y z'],
      [3, 'x'],
    ]);
  });

  it('passes over weights and says so', async () => {
    const table = await readTable(text(`${HEADER}1,a,x,1,{2}\n{0 1, 3 2},{5}\n`), 'w.arff');
    expect(table.total).toBe(2);
    expect(table.notes).toContain('Weights of rows were passed over.');
  });

  it.each([
    [`${HEADER}1,a,x\n`, 'f.arff, row 9: 3 values for 4 attributes'],
    [`${HEADER}1,'a,x,1\n2,a,x,1\n`, 'f.arff, row 9: a quote is opened at character 3'],
    [`${HEADER}0x10,a,x,1\n`, 'f.arff, row 9: "sepal length" is "0x10"'],
    [`${HEADER}{0 1, 0 2}\n`, 'f.arff, row 9: index 0 stands there twice'],
    [`${HEADER}{9 1}\n`, 'f.arff, row 9: index 9 of 4 attributes'],
    [`${HEADER}{0 1\n`, 'f.arff, row 9: the row begins with { but does not end with }'],
    [HEADER, 'f.arff holds no rows below @data'],
    ['@relation x\n@attribute a real\n', 'f.arff is an ARFF file without @data'],
    ['@relation x\n@attribute a relational\n', 'f.arff, row 2: @attribute "a" is a table in a table'],
    ['@relation x\n@attribute a {b,c\n', 'f.arff, row 2: @attribute "a": its list of names is not closed'],
    ['@relation x\n1,2\n', 'f.arff, row 2: "1,2" is no line of an ARFF header'],
  ])('names the row of what is wrong: %#', async (content, message) => {
    await expect(read(text(content), 'f.arff')).rejects.toThrow(message);
  });

  it('stays quick on rows made to be slow', async () => {
    const spaces = ' '.repeat(500_000);
    const begin = performance.now();
    await expect(read(text(`${HEADER}a${spaces}b,{{{{\n`), 'f.arff')).rejects.toThrow('row 9');
    expect(performance.now() - begin).toBeLessThan(2000);
  });
});
