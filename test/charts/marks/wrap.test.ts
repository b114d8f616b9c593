import { describe, expect, it } from 'vitest';
import { wrapped } from '../../../src/charts/marks/wrap.ts';

/** A letter is a pixel wide, an m two. */
const widthOf = (text: string): number => text.length + (text.match(/m/g)?.length ?? 0);

describe('text in lines of a width', () => {
  it('has on each line as many words as are measured to fit', () => {
    expect(wrapped('aa bb cc dd', 5, widthOf)).toEqual(['aa bb', 'cc dd']);
    expect(wrapped('mm bb cc dd', 5, widthOf)).toEqual(['mm', 'bb cc', 'dd']);
    expect(wrapped('aa', 5, widthOf)).toEqual(['aa']);
  });

  it('breaks a word that is longer than a line, and nothing at a no-break space', () => {
    expect(wrapped('abcdefgh', 3, widthOf)).toEqual(['abc', 'def', 'gh']);
    expect(wrapped('v=1&eta=0.005&n=2', 12, widthOf)).toEqual(['v=1&', 'eta=0.005&', 'n=2']);
    expect(wrapped('aa b\u00a0=\u00a01, c', 6, widthOf)).toEqual(['aa', 'b\u00a0=\u00a01,', 'c']);
    expect(wrapped('abcdef', 0.5, widthOf)).toHaveLength(6);
  });
});
