import { expect, it } from 'vitest';
import { isMeasured, SCALARS } from '../../../src/core/observe/quantities.ts';
import { SCALAR_RANGES } from '../../../src/core/observe/ranges.ts';
import { runToEnd } from '../../golden/golden.ts';
import { K_FIGURE_1, M_FIGURES } from '../experiments.ts';

it('what is recorded is within its range, wherever it is measured', () => {
  for (const experiment of [
    { ...K_FIGURE_1, m: 5, epochs: 5 },
    { ...M_FIGURES, epochs: 5 },
  ]) {
    for (const { scalars } of runToEnd(experiment).epochs.values()) {
      for (const name of SCALARS) {
        if (!isMeasured(name, scalars[name], experiment.data)) continue;
        const [least, greatest] = SCALAR_RANGES[name];
        expect(scalars[name], name).toBeGreaterThanOrEqual(least);
        expect(scalars[name], name).toBeLessThanOrEqual(greatest);
      }
    }
  }
});

it('ranges end where a quantity does: shares at 0 and 1, ranks and ratios at 1, noise nowhere', () => {
  expect(SCALAR_RANGES.agreement).toEqual([0, 1]);
  expect(SCALAR_RANGES.stableRankAll).toEqual([1, Infinity]);
  expect(SCALAR_RANGES.lossRatio).toEqual([1, Infinity]);
  expect(SCALAR_RANGES.loss).toEqual([0, Infinity]);
  expect(SCALAR_RANGES.noise).toEqual([-Infinity, Infinity]);
});
