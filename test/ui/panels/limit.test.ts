import { describe, expect, it } from 'vitest';
import { besideRecordings } from '../../../src/charts/data/probed.ts';
import { LIMIT_PROBES } from '../../../src/core/probe/quantities.ts';
import { limitContent } from '../../../src/ui/panels/later/Limit.tsx';
import { decisions, limitOf, multipliers } from '../../../src/ui/panels/later/limit-points.ts';
import {
  assumptionWords,
  cautionOf,
  limitsInWords,
  ratioWords,
} from '../../../src/ui/panels/later/limit-words.ts';
import { TOLD } from '../../../src/ui/panels/told/index.ts';
import { probeSynthetic, syntheticLimit } from '../../charts/synthetic-probes.ts';
import { syntheticRecording } from '../../charts/synthetic.ts';

const LABELS = Float64Array.of(1, -1, 1);

describe('the cards of the limit', () => {
  it('have the angle and both residuals over time, on one logarithmic axis', () => {
    const run = syntheticRecording({ epochs: 9 });
    probeSynthetic([run]);
    const { axis, series, count } = limitContent(besideRecordings([run], LIMIT_PROBES));
    expect([axis, count, series.length]).toEqual(['log', 10, 3]);
  });

  it('have λ between the theorem’s bounds, and the network’s line beside that of the widest margin', () => {
    const limit = syntheticLimit(LABELS);
    expect(multipliers(limit)).toMatchObject({ axis: 'log', points: limit.lambda, rings: limit.ownLambda });
    expect(multipliers(limit).lines.map(({ value }) => value)).toEqual([6, 0.5]);
    expect(decisions(limit)).toMatchObject({ points: limit.theorem!.decision, rings: limit.theorem!.best });
  });

  it('have margins where the theorem is of others, and a linear axis where a λ is 0', () => {
    const limit = syntheticLimit(LABELS, { theorem: null, lambda: Float64Array.of(0, 1, 2) });
    expect(multipliers(limit)).toMatchObject({ axis: 'linear', lines: [] });
    expect(decisions(limit).points).toBe(limit.margins);
    expect([ratioWords(limit), assumptionWords(limit)]).toEqual(['', '']);
  });

  it('say of which data the theorem is, and what the ratio is', () => {
    const limit = syntheticLimit(LABELS);
    expect(ratioWords(limit)).toBe('‖z‖/‖z*‖ = 1.100, at most 2/(κ + γ) = 1.33.');
    expect(assumptionWords(limit)).toMatch(/^The assumption is met: .* = 30.0/);
    const far = syntheticLimit(LABELS, { theorem: { ...limit.theorem!, assumption: 0.757 } });
    expect(assumptionWords(far)).toMatch(/^The assumption is not met: .* = 0.757/);
  });

  it('say where there is no limit, where it leaves its pattern, and where λ is one of several', () => {
    const solved = syntheticLimit(LABELS);
    const none = { kind: 'none', why: 'the pattern is infeasible' } as const;
    expect(limitsInWords([solved, none])).toBe('1 of 2 runs have no limit: The pattern is infeasible.');
    expect(cautionOf(syntheticLimit(LABELS, { offPattern: 3 }))).toMatch(/leaves its own pattern in 3 of 60/);
    expect(cautionOf(syntheticLimit(LABELS, { singular: true }))).toMatch(/^λ is one of several/);
    expect(cautionOf(solved)).toBe('');
  });

  it('have a row for each point in the table, and none before it is measured', () => {
    const run = syntheticRecording({ epochs: 9, n: 6 });
    expect(limitOf([run], 0)).toBeNull();
    expect(TOLD['limit-points'].table([run]).count).toBe(0);
    probeSynthetic([run]);
    const { columns, count, row } = TOLD['limit-points'].table([run]);
    expect([columns.length, count]).toEqual([7, 6]);
    expect(row(1).slice(2, 4)).toEqual(['1.1000', '1.2000']);
  });
});
