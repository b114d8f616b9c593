import { describe, expect, it } from 'vitest';
import { outcomeOf, type OutcomeSpec } from '../../../src/charts/against/outcome.ts';
import type { Recording } from '../../../src/engine/recording.ts';
import type { RunEnd } from '../../../src/protocol/frames.ts';
import { recordingOf } from './recording.ts';

const spec = (moment: OutcomeSpec['moment'], threshold = 0): OutcomeSpec => ({
  quantity: 'loss',
  moment,
  threshold,
});
/** Recorded at epochs 0, 1, 10 and 100. */
const run = (loss: readonly number[], end?: RunEnd | null): Recording =>
  recordingOf({ epochs: [0, 1, 10, 100].slice(0, loss.length), loss, ...(end !== undefined && { end }) });
const value = (x: number) => ({ kind: 'value', value: x });
const DIVERGED: RunEnd = {
  kind: 'outcome',
  fingerprint: '0000000000000000',
  outcome: { kind: 'diverged', epoch: 11, suggestedEta: null },
} as unknown as RunEnd;

describe('the outcome of a run', () => {
  it('is at the end, at its least, at its greatest or at the last epoch recorded up to the playhead', () => {
    const whole = run([4, 1, 3, 2]);
    expect(outcomeOf(whole, spec('end'), 0)).toEqual(value(2));
    expect(outcomeOf(whole, spec('least'), 0)).toEqual(value(1));
    expect(outcomeOf(whole, spec('greatest'), 0)).toEqual(value(4));
    expect(outcomeOf(whole, spec('playhead'), 50)).toEqual(value(3));
    expect(outcomeOf(whole, spec('playhead'), 1_000)).toEqual(value(2));
  });

  it('is the recorded epoch from which a threshold is seen to be passed, the threshold itself included', () => {
    expect(outcomeOf(run([4, 3, 2, 1]), spec('below', 2.5), 0)).toEqual(value(10));
    expect(outcomeOf(run([4, 3, 2, 1]), spec('below', 2), 0)).toEqual(value(10));
    expect(outcomeOf(run([0, 1, 5, 1]), spec('above', 2), 0)).toEqual(value(10));
    expect(outcomeOf(run([4, 3, 2, 1]), spec('below', 9), 0)).toEqual(value(0));
  });

  it('is never, and no number, where a run ended and did not pass', () => {
    expect(outcomeOf(run([4, 3, 2, 1]), spec('below', 0.5), 0)).toEqual({ kind: 'never' });
  });

  it('waits for a run that is under way, unless it has passed or is past the playhead', () => {
    const growing = run([4, 3, 2], null);
    for (const moment of ['end', 'least', 'greatest'] as const) {
      expect(outcomeOf(growing, spec(moment), 0)).toEqual({ kind: 'waiting' });
    }
    expect(outcomeOf(growing, spec('below', 1), 0)).toEqual({ kind: 'waiting' });
    expect(outcomeOf(growing, spec('below', 3), 0)).toEqual(value(1));
    expect(outcomeOf(growing, spec('playhead'), 10)).toEqual(value(2));
    expect(outcomeOf(growing, spec('playhead'), 11)).toEqual({ kind: 'waiting' });
    expect(outcomeOf(run([], null), spec('end'), 0)).toEqual({ kind: 'waiting' });
    expect(outcomeOf(run([4, 3], { kind: 'cancelled' }), spec('end'), 0)).toEqual({ kind: 'waiting' });
  });

  it('is that it diverged, from where it did', () => {
    const diverged = run([4, 3, 2], DIVERGED);
    for (const moment of ['end', 'least', 'greatest'] as const) {
      expect(outcomeOf(diverged, spec(moment), 0)).toEqual({ kind: 'diverged' });
    }
    expect(outcomeOf(diverged, spec('playhead'), 10)).toEqual(value(2));
    expect(outcomeOf(diverged, spec('playhead'), 11)).toEqual({ kind: 'diverged' });
    expect(outcomeOf(diverged, spec('below', 3), 0)).toEqual(value(1));
    expect(outcomeOf(diverged, spec('below', 1), 0)).toEqual({ kind: 'diverged' });
  });

  it('is not measured where there are no test points', () => {
    const none = recordingOf({ epochs: [0, 1], testError: [-1, -1] });
    for (const quantity of ['testError', 'testAccuracy'] as const) {
      expect(outcomeOf(none, { quantity, moment: 'end', threshold: 0 }, 0)).toEqual({ kind: 'unmeasured' });
    }
  });

  it('may be made of scalars: the mean stable rank of W₊ and W₋, or W’s over its start', () => {
    const ranks = recordingOf({
      epochs: [0, 1],
      stableRankPositive: [50, 2],
      stableRankNegative: [60, 4],
      stableRankAll: [80, 20],
    });
    const end = { moment: 'end', threshold: 0 } as const;
    expect(outcomeOf(ranks, { quantity: 'meanStableRank', ...end }, 0)).toEqual(value(3));
    expect(outcomeOf(ranks, { quantity: 'relativeStableRank', ...end }, 0)).toEqual(value(0.25));
  });
});
