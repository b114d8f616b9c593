import { describe, expect, it } from 'vitest';
import { FREI } from '../../../../src/core/claims/frei/all.ts';
import type { Experiment } from '../../../../src/core/experiment.ts';
import { toExperiments } from '../../../../src/settings/experiment.ts';
import { PRESETS, settingsOf } from '../../../../src/settings/presets.ts';
import { inShort, judge, record } from '../replay.ts';

/** The claims of Theorem 3.2's items 1 to 7. */
const ITEMS = [
  ['1 and 3: margins and signs', 'frei-limit-signs'],
  ['3: bounds of λ', 'frei-limit-multipliers'],
  ['4: the global optimum', 'frei-limit-optimum'],
  ['5: the convex problem', 'frei-limit-convex'],
  ['6: the linear boundary', 'frei-limit-boundary'],
  ['7: nearly the widest margin', 'frei-limit-predictor'],
] as const;

const experimentOf = (id: string): Experiment => {
  const [experiment] = toExperiments(settingsOf(PRESETS.find((preset) => preset.id === id)!));
  return { ...experiment!, m: 8, epochs: 60 };
};

function verdicts(experiment: Experiment): ReadonlyMap<string, string> {
  const judged = judge(record(experiment), FREI);
  return new Map(judged.map(({ claim, verdict }) => [claim.id, inShort(verdict)]));
}

describe.each(['frei-limit', 'frei-three-points'])(
  'F’s Theorem 3.2 on the preset %s, by gradient flow',
  (id) => {
    const found = verdicts(experimentOf(id));

    it.each(ITEMS)('holds, item %s', (_, claim) => {
      expect(found.get(claim)).toMatch(/^holds/);
    });

    it('is measured, item 2: the classes’ stable ranks go to 1, and the direction to the limit', () => {
      for (const claim of ['frei-classes-rank', 'frei-limit-direction']) {
        expect(found.get(claim), claim).toMatch(/^measured/);
      }
    });

    it('fits all samples within the time of Theorem 3.4, on a gradient that is never small', () => {
      for (const claim of ['frei-fit-time', 'frei-proxy-pl-flow']) {
        expect(found.get(claim), claim).toMatch(/^holds/);
      }
    });

    it('says nothing of steps of a length α', () => {
      expect(found.get('frei-telescope')).toMatch(/^does-not-apply/);
    });
  },
);
