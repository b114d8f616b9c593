import type { Trace } from '../../core/claims/trace.ts';
import type { LineSeries, TimeContent } from '../../charts/data/content.ts';
import { formatValue } from '../../charts/data/format.ts';

const line = (
  values: Float64Array,
  mark: Pick<LineSeries, 'label' | 'colour' | 'dash' | 'width'>,
): LineSeries => ({
  ...mark,
  kind: 'line',
  values,
  band: null,
  read: (index) => formatValue(values[index]!, 4),
});

const content = (
  trace: Trace,
  series: readonly LineSeries[],
  rest: Pick<TimeContent, 'axis' | 'valueLabel' | 'include' | 'references'>,
): TimeContent => ({
  ...rest,
  epochs: trace.epochs,
  count: trace.epochs.length,
  series,
  guide: null,
  runs: '',
  growing: false,
});

/** The signed slack of a claim: what is below 0 is broken. */
export const slackContent = (trace: Trace): TimeContent =>
  content(trace, [line(trace.slacks, { label: 'slack', colour: 'accent', dash: 'solid', width: 2.25 })], {
    axis: 'linear',
    valueLabel: trace.relation === '=' ? 'tolerance − relative error' : 'slack ÷ the size of the right side',
    include: [0],
    references: [{ value: 0, label: 'broken below' }],
  });

/** Both sides of a claim; on a logarithmic axis where both are positive. */
export const sidesContent = (trace: Trace): TimeContent => {
  const positive = [trace.left, trace.right].every((side) => side.every((value) => value > 0));
  return content(
    trace,
    [
      line(trace.left, { label: 'left side', colour: 'accent', dash: 'solid', width: 2.25 }),
      line(trace.right, {
        label: `${trace.relation} right side`,
        colour: 'ink-soft',
        dash: 'dashed',
        width: 2,
      }),
    ],
    { axis: positive ? 'log' : 'linear', valueLabel: 'the two sides', include: [], references: [] },
  );
};
