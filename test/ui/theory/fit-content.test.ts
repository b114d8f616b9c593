import { expect, it } from 'vitest';
import type { FitCourse } from '../../../src/core/claims/fit.ts';
import { fitContent } from '../../../src/ui/theory/fit-content.ts';

const line = (...values: number[]) => ({
  epochs: Float64Array.from(values, (_, k) => k + 1),
  values: Float64Array.from(values),
});
const rate: FitCourse = { law: 'slope', seen: line(4, 2, -1), fitted: line(2, 1), printed: line(3, 2, 1) };

it('a rate has the points of its fit, the fitted line and the paper’s', () => {
  const content = fitContent(rate);
  expect(content).toMatchObject({ axis: 'linear', count: 3, epochs: rate.seen.epochs });
  expect(content.series).toMatchObject([{ label: 'measured', values: rate.seen.values }]);
  expect(content.guides?.map(({ label, values }) => [label, values])).toEqual([
    ['fitted', rate.fitted.values],
    ['the paper’s', rate.printed.values],
  ]);
});

it('a constant says that it is one; a paper without a rate has no line', () => {
  expect(fitContent({ ...rate, law: 'constant' }).valueLabel).toBe('the constant');
  expect(fitContent({ ...rate, printed: line() }).guides?.map(({ label }) => label)).toEqual(['fitted']);
});
