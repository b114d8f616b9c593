import { describe, expect, it } from 'vitest';
import { KOU } from '../../../../src/core/claims/kou/all.ts';
import { readingOf } from '../../../../src/core/claims/verdict.ts';
import { doctored, inShort, judge } from '../replay.ts';
import { DOCTORED, HOLDS, PRINTED } from './cases.ts';
import { runOf } from './runs.ts';

const claimOf = (id: string) => {
  const claim = KOU.find((one) => one.id === id);
  if (claim === undefined) throw new Error(`there is no claim ${id}`);
  return claim;
};

const verdictOf = (id: string, recorded: Parameters<typeof judge>[0]) =>
  judge(recorded, [claimOf(id)])[0]!.verdict;

describe('a claim of K', () => {
  it.each(HOLDS.map((one) => [one.id, one] as const))('%s holds where it has to', (id, { run }) => {
    const verdict = verdictOf(id, runOf(run));
    const finding = verdict.kind === 'assumption-not-met' ? verdict.finding : verdict;
    expect(['holds', 'measured'], inShort(verdict)).toContain(finding.kind);
  });

  it.each(DOCTORED.map((one) => [`${one.id}: ${one.wrong}`, one] as const))(
    'fails at the right epoch on a doctored run: %s',
    (_, { id, run, doctor, at }) => {
      const verdict = verdictOf(id, doctored(runOf(run), doctor));
      expect(verdict.kind, inShort(verdict)).toBe('violated');
      expect(readingOf(verdict)!.epoch).toBe(at);
    },
  );

  it.each(PRINTED.map((one) => [one.id, one] as const))('%s, as printed, fails', (id, { run }) => {
    const verdict = verdictOf(id, runOf(run));
    expect(verdict.kind, inShort(verdict)).toBe('violated');
  });

  it('has a run on which it holds and a doctored one on which it fails, each', () => {
    const held = new Set(HOLDS.map(({ id }) => id));
    const failed = new Set(DOCTORED.map(({ id }) => id));
    const printed = new Set(PRINTED.map(({ id }) => id));
    for (const { id, form, kind } of KOU) {
      if (form === 'printed') expect([...printed]).toContain(id);
      else {
        expect([...held]).toContain(id);
        if (kind !== 'asymptotic') expect([...failed]).toContain(id);
      }
    }
  });
});
