import { readFileSync } from 'node:fs';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { theoryDocs } from '../../../scripts/write-theory-docs.ts';
import { CLAIMS } from '../../../src/core/claims/all.ts';
import { FREI_LEFT_OUT } from '../../../src/core/claims/frei/left-out.ts';
import { KOU_LEFT_OUT } from '../../../src/core/claims/kou/left-out.ts';
import { MENG_LEFT_OUT } from '../../../src/core/claims/meng/left-out.ts';

/** Sentences end with a full stop, a question mark, or a colon's sentence with them. */
const sentencesOf = (text: string): number => text.split(/[.?](?:\s|$)/).filter((part) => part !== '').length;

describe('the claims', () => {
  it('have ids that name them', () => {
    const ids = CLAIMS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, paper, form } of CLAIMS) {
      expect(id).toMatch(new RegExp(`^${paper}-[a-z-]+$`));
      expect(id.endsWith('-printed') || id.endsWith('-earlier')).toBe(form === 'printed');
    }
  });

  it('are each stated in a sentence, and say in three why one should care', () => {
    for (const { id, statement, why } of CLAIMS) {
      expect(statement, id).toMatch(/\.$/);
      expect(sentencesOf(why), `${id}: ${why}`).toBe(3);
    }
  });

  it('have formulas that KaTeX reads, printed ones too', () => {
    for (const { id, tex, printed } of CLAIMS) {
      for (const formula of [tex, printed?.tex ?? '']) {
        expect(
          () => katex.renderToString(formula, { throwOnError: true, displayMode: true }),
          id,
        ).not.toThrow();
      }
    }
  });

  it.each([
    ['K', 'P1', 46, KOU_LEFT_OUT],
    ['F', 'P2', 33, FREI_LEFT_OUT],
    ['M', 'P3', 31, MENG_LEFT_OUT],
  ] as const)('cover every entry of CLAIMS on %s, or say why one is left out', (_, part, count, leftOut) => {
    const covered = new Set([...CLAIMS, ...leftOut].map(({ claimsId }) => claimsId));
    const missing = Array.from({ length: count }, (_, k) => `${part}.${k + 1}`).filter(
      (id) => !covered.has(id),
    );
    expect(missing).toEqual([]);
  });

  it('are all in docs/theory.md as they are: npm run docs:theory', async () => {
    const committed = readFileSync(new URL('../../../docs/theory.md', import.meta.url), 'utf8');
    expect(committed).toBe(await theoryDocs());
  });
});
