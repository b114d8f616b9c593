import { describe, expect, it } from 'vitest';
import { CONJECTURE } from '../../../src/core/claims/conjecture/claim.ts';
import { watching } from '../../../src/core/claims/watch.ts';
import { train } from '../../../src/core/run.ts';
import { conjectured } from '../../../src/settings/conjecture/conjectured.ts';
import { toExperiments } from '../../../src/settings/experiment.ts';
import { DEFAULTS } from '../../../src/settings/schema.ts';

const [EXPERIMENT] = toExperiments({ ...DEFAULTS, n: 4, m: 5, d: 20, epochs: 40, runs: 1, gamma: 0.5 });

/** What becomes of a conjecture on a small run, and its recorded losses. */
function judged(text: string) {
  const losses: number[] = [];
  const { recorder, watched } = watching(
    { epoch: (_t, scalars) => void losses.push(scalars[0]!), snapshot: () => undefined },
    conjectured(text),
  );
  const run = train(EXPERIMENT!, recorder, new Map());
  while (run.next().done !== true);
  return { verdict: watched()!.judge()[0]!.verdict, losses };
}

describe('a conjecture on a run', () => {
  it('holds or is violated at the first epoch at which it fails, with both sides as numbers', () => {
    const { losses } = judged('L >= 0');
    const bound = losses[20]!;
    const { verdict } = judged(`L >= ${bound + 1e-6}`);
    expect(verdict).toMatchObject({
      kind: 'violated',
      first: { epoch: 20, left: bound, right: bound + 1e-6 },
    });
    expect(judged('SR(W) >= 1').verdict.kind).toBe('holds');
    expect(judged('min q <= max q').verdict.kind).toBe('holds');
  });

  it('says nothing where a side is no number, and cannot be told where none ever is', () => {
    const { verdict } = judged('log(t) >= -1');
    expect(verdict).toMatchObject({ kind: 'holds', epochs: { watched: 40 } });
    expect(judged('testError <= 1').verdict.kind).toBe(
      DEFAULTS.testPoints === 0 ? 'cannot-be-told' : 'holds',
    );
    expect(judged('log(-t) <= 1').verdict.kind).toBe('cannot-be-told');
  });

  it('reads settings and facts of the run', () => {
    for (const text of [
      'n = 4',
      'm = 5',
      'd = 20',
      'T = 40',
      'gamma = 0.5',
      `eta = ${DEFAULTS.eta}`,
      'Rmin <= Rmax',
      'p >= 0',
    ]) {
      expect(judged(text).verdict.kind, text).toBe('holds');
    }
    expect(judged('n = 5').verdict.kind).toBe('violated');
  });

  it('reads what is measured beside the recording, at the epochs at which it is', () => {
    const verdictOf = (text: string) => judged(text).verdict;
    expect(verdictOf('sharpness > 0')).toMatchObject({ kind: 'holds', epochs: { watched: 41 } });
    for (const text of ['ER(W+) >= 1', 'ER(W-) <= m', 'ER(W) <= 2*m', 'normMargin * normF = min q']) {
      expect(verdictOf(text).kind, text).toBe('holds');
    }
    expect(verdictOf('sharpness <= 0').kind).toBe('violated');
    expect(conjectured('sharpness > 0')[0]!.measured).toMatch(/ever fewer/);
    expect(conjectured('normMargin > 0')[0]!.reads).toEqual(['normalisedMargin']);
  });

  it('is a claim with an id of its own, and none where it cannot be read', () => {
    expect(conjectured('L >= 0').map(({ id, kind }) => [id, kind])).toEqual([[CONJECTURE, 'inequality']]);
    expect(conjectured('L >=')).toEqual([]);
    expect(conjectured('')).toEqual([]);
  });
});
