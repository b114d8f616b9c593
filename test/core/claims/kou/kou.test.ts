import { describe, expect, it } from 'vitest';
import { KOU } from '../../../../src/core/claims/kou/all.ts';
import { LAB_KOU } from '../../../../src/core/claims/lab/kou.ts';
import { readingOf, type Verdict } from '../../../../src/core/claims/verdict.ts';
import { doctored, inShort, judge, type Recorded } from '../replay.ts';
import { DOCTORED, HOLDS, MEASURED, PRINTED } from './cases.ts';
import { runOf } from './runs.ts';

const ALL = [...KOU, ...LAB_KOU];

function verdictOf(id: string, recorded: Recorded): Verdict {
  const claim = ALL.find((one) => one.id === id);
  if (claim === undefined) throw new Error(`there is no claim ${id}`);
  return judge(recorded, [claim])[0]!.verdict;
}

/** What is fitted, whatever is assumed. */
function fittedOf(verdict: Verdict): number {
  const finding = verdict.kind === 'assumption-not-met' ? verdict.finding : verdict;
  return finding.kind === 'measured' ? finding.measured.fitted : NaN;
}

describe('a claim of K', () => {
  it.each(HOLDS.map((one) => [one.id, one] as const))(
    '%s holds on a run that meets what it assumes',
    (id, { run }) => {
      const verdict = verdictOf(id, runOf(run));
      expect(verdict.kind, inShort(verdict)).toBe('holds');
    },
  );

  it.each(DOCTORED.map((one) => [`${one.id}: ${one.wrong}`, one] as const))(
    'fails at the right epoch on a doctored run: %s',
    (_, { id, run, doctor, begin, at }) => {
      const { start, states } = doctored(runOf(run), doctor);
      const verdict = verdictOf(id, { start: begin?.(start) ?? start, states });
      expect(verdict.kind, inShort(verdict)).toBe('violated');
      expect(readingOf(verdict)!.epoch).toBe(at);
    },
  );

  it.each(MEASURED.map((one) => [one.id, one] as const))(
    '%s has the rate that it has to, and another one on a doctored run',
    (id, { run, between: [least, most], doctor }) => {
      const fitted = fittedOf(verdictOf(id, runOf(run)));
      expect(fitted).toBeGreaterThan(least);
      expect(fitted).toBeLessThan(most);
      const other = fittedOf(verdictOf(id, doctored(runOf(run), doctor)));
      expect(other > least && other < most, `${other}`).toBe(false);
    },
  );

  it.each(PRINTED.map((one) => [one.id, one] as const))('%s, as printed, fails', (id, { run }) => {
    const verdict = verdictOf(id, runOf(run));
    expect(verdict.kind, inShort(verdict)).toBe('violated');
  });

  it('has a run on which it holds and a doctored one on which it does not, each', () => {
    const tables = { held: HOLDS, failed: DOCTORED, measured: MEASURED, printed: PRINTED };
    const ids = (of: keyof typeof tables): readonly string[] =>
      [...new Set(tables[of].map(({ id }) => id))].sort();
    const sorted = (claims: typeof ALL): readonly string[] => claims.map(({ id }) => id).sort();
    const rates = ALL.filter(({ kind, form }) => kind === 'asymptotic' && form === undefined);
    const checked = ALL.filter(({ kind, form }) => kind !== 'asymptotic' && form === undefined);
    expect(ids('held')).toEqual(sorted(checked));
    expect(ids('failed')).toEqual(sorted(checked));
    expect(ids('measured')).toEqual(sorted(rates));
    // A printed rate is shown beside the fitted one, and does not fail.
    expect(ids('printed')).toEqual(
      sorted(ALL.filter(({ kind, form }) => kind !== 'asymptotic' && form === 'printed')),
    );
  });
});
