import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
// @ts-expect-error: plain JavaScript, as all that runs before anything is compiled
import * as judging from '../../scripts/mutate/judge.mjs';
// @ts-expect-error: as above
import * as reasoning from '../../scripts/mutate/reasons.mjs';
// @ts-expect-error: as above
import * as reporting from '../../scripts/mutate/report.mjs';

interface Change {
  readonly code: string;
  readonly replacement: string;
}
interface Reason {
  readonly code: string;
  readonly changes: readonly string[];
  readonly why: string;
}
interface Counts {
  readonly changes: number;
  readonly noticed: number;
  readonly explained: number;
}
interface Verdict extends Counts {
  readonly missed: readonly (Change & { readonly line: number })[];
  readonly stale: readonly Change[];
}
const { judge, scoreOf, LEAST_SCORE } = judging as {
  judge(report: { source: string; mutants: readonly unknown[] }, reasons: readonly Reason[]): Verdict;
  scoreOf(counts: Counts): number;
  LEAST_SCORE: number;
};
const { REASONS } = reasoning as { REASONS: Readonly<Record<string, readonly Reason[]>> };
const { reportOf } = reporting as {
  reportOf(results: Readonly<Record<string, Counts>>, reasons: typeof REASONS): string;
};

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const RESULTS = JSON.parse(read('scripts/mutate/results.json')) as Record<string, Counts>;

describe('a file’s changes', () => {
  const source = 'const a = b <\n  c;\n';
  const at = (replacement: string, status: string) => ({
    location: { start: { line: 1, column: 11 }, end: { line: 2, column: 4 } },
    replacement,
    status,
  });
  const mutants = [
    at('b <=\n c', 'Survived'),
    at('b >= c', 'NoCoverage'),
    at('true', 'Killed'),
    at('false', 'Timeout'),
    at('null', 'Ignored'),
  ];

  it('are noticed by a failing test or by an endless loop, or missed; code is on one line', () => {
    expect(judge({ source, mutants }, [])).toEqual({
      changes: 4,
      noticed: 2,
      explained: 0,
      missed: [
        { line: 1, code: 'b < c', replacement: 'b <= c' },
        { line: 1, code: 'b < c', replacement: 'b >= c' },
      ],
      stale: [],
    });
  });

  it('with a reason do not count, and a reason for none of those missed is stale', () => {
    const reasons = [{ code: 'b < c', changes: ['b <= c', 'true'], why: '' }];
    const verdict = judge({ source, mutants }, reasons);
    expect(verdict.missed).toEqual([{ line: 1, code: 'b < c', replacement: 'b >= c' }]);
    expect(verdict.stale).toEqual([{ code: 'b < c', replacement: 'true' }]);
    expect(scoreOf(verdict)).toBe(2 / 3);
    expect(scoreOf({ changes: 1, noticed: 0, explained: 1 })).toBe(1);
  });
});

describe('docs/mutation.md', () => {
  it('is what the last results and the reasons say: `npm run mutate -- --judge` writes it', () => {
    expect(read('docs/mutation.md')).toBe(reportOf(RESULTS, REASONS));
  });

  it('has no file whose tests notice fewer changes than they have to', () => {
    const poor = Object.entries(RESULTS).filter(([, counts]) => scoreOf(counts) < LEAST_SCORE);
    expect(poor).toEqual([]);
  });

  it('has reasons for code that is in its file', () => {
    for (const [file, reasons] of Object.entries(REASONS)) {
      const text = read(file).replace(/\s+/g, ' ');
      for (const { code, why } of reasons) {
        expect(text).toContain(code);
        expect(why).not.toBe('');
      }
    }
  });
});
