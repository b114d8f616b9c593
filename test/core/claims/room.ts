import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../src/core/claims/claim.ts';
import type { Start } from '../../../src/core/claims/state.ts';
import { readingOf, type Verdict } from '../../../src/core/claims/verdict.ts';
import { doctored, inShort, judge, type Doctor, type Recorded } from './replay.ts';

/** A claim, and a run on which it holds, or fails as printed. */
export interface OnRun<Name> {
  readonly id: string;
  readonly run: Name;
}

/** What is wrong with a run. */
interface Wrong<Name> extends OnRun<Name> {
  readonly doctor: Doctor;
  /** What is wrong with it before it begins. */
  readonly begin?: (start: Start) => Start;
}

/** A claim on a run with something wrong in it. */
export interface Doctored<Name> extends Wrong<Name> {
  /** In words. */
  readonly wrong: string;
  /** The epoch at which it has to be seen. */
  readonly at: number;
}

/** What is fitted on a run that meets what is assumed, between these; and with the doctor it is something else. */
export interface Rate<Name> extends Wrong<Name> {
  readonly between: readonly [number, number];
}

/** A room's claims with its tables of cases. */
export interface Room<Name> {
  readonly claims: readonly Claim[];
  readonly runOf: (name: Name) => Recorded;
  readonly holds: readonly OnRun<Name>[];
  readonly doctored: readonly Doctored<Name>[];
  readonly measured: readonly Rate<Name>[];
  readonly printed: readonly OnRun<Name>[];
}

/** The cases that have a run in `runOf`, on that run, changed where `otherwise` says so. */
export function onOtherRuns<Case extends OnRun<Name>, Name extends string>(
  cases: readonly Case[],
  runOf: Readonly<Partial<Record<Name, Name>>>,
  otherwise: Readonly<Record<string, Partial<Case>>> = {},
): readonly Case[] {
  return cases.flatMap((one) => {
    const run = runOf[one.run];
    return run === undefined ? [] : [{ ...one, run, ...otherwise[one.id] }];
  });
}

/** What is fitted, whatever is assumed. */
function fittedOf(verdict: Verdict): number {
  const finding = verdict.kind === 'assumption-not-met' ? verdict.finding : verdict;
  return finding.kind === 'measured' ? finding.measured.fitted : NaN;
}

const sorted = (ids: Iterable<string>): readonly string[] => [...new Set(ids)].sort();

/** Every claim of a room on a run on which it holds, and on one on which it does not. */
export function describeRoom<Name>(paper: string, room: Room<Name>): void {
  const { claims, runOf } = room;
  const verdictOf = (id: string, recorded: Recorded): Verdict => {
    const claim = claims.find((one) => one.id === id);
    if (claim === undefined) throw new Error(`there is no claim ${id}`);
    return judge(recorded, [claim])[0]!.verdict;
  };
  const brokenRun = ({ run, doctor, begin }: Wrong<Name>): Recorded => {
    const { start, states } = runOf(run);
    return doctored({ start: begin?.(start) ?? start, states }, doctor);
  };

  describe(`a claim of ${paper}`, () => {
    it.each(room.holds.map((one) => [one.id, one] as const))(
      '%s holds on a run that meets what it assumes',
      (id, { run }) => {
        const verdict = verdictOf(id, runOf(run));
        expect(verdict.kind, inShort(verdict)).toBe('holds');
      },
    );

    it.each(room.doctored.map((one) => [`${one.id}: ${one.wrong}`, one] as const))(
      'fails at the right epoch on a doctored run: %s',
      (_, one) => {
        const verdict = verdictOf(one.id, brokenRun(one));
        expect(verdict.kind, inShort(verdict)).toBe('violated');
        expect(readingOf(verdict)!.epoch).toBe(one.at);
      },
    );

    it.each(room.measured.map((one) => [one.id, one] as const))(
      '%s has the rate that it has to, and another one on a doctored run',
      (id, one) => {
        const [least, most] = one.between;
        const fitted = fittedOf(verdictOf(id, runOf(one.run)));
        expect(fitted).toBeGreaterThan(least);
        expect(fitted).toBeLessThan(most);
        const other = fittedOf(verdictOf(id, brokenRun(one)));
        expect(other > least && other < most, `${other}`).toBe(false);
      },
    );

    it.each(room.printed.map((one) => [one.id, one] as const))('%s, as printed, fails', (id, { run }) => {
      const verdict = verdictOf(id, runOf(run));
      expect(verdict.kind, inShort(verdict)).toBe('violated');
    });

    it('has a run on which it holds and a doctored one on which it does not, each', () => {
      const printed = claims.filter(({ form }) => form === 'printed');
      const rates = claims.filter(({ kind, form }) => kind === 'asymptotic' && form === undefined);
      const checked = claims.filter(({ kind, form }) => kind !== 'asymptotic' && form === undefined);
      const idsOf = (of: readonly { readonly id: string }[]): readonly string[] =>
        sorted(of.map(({ id }) => id));
      expect(idsOf(room.holds)).toEqual(idsOf(checked));
      expect(idsOf(room.doctored)).toEqual(idsOf(checked));
      expect(idsOf(room.measured)).toEqual(idsOf(rates));
      // A printed rate is shown beside the fitted one, and does not fail.
      expect(idsOf(room.printed)).toEqual(idsOf(printed.filter(({ kind }) => kind !== 'asymptotic')));
    });
  });
}
