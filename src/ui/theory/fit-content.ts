import type { FitCourse, Line } from '../../core/claims/fit.ts';
import type { Dash, GuideCurve, TimeContent } from '../../charts/data/content.ts';
import { formatValue } from '../../charts/data/format.ts';

const guide = ({ epochs, values }: Line, label: string, dash: Dash): readonly GuideCurve[] =>
  epochs.length === 0 ? [] : [{ label, dash, epochs, values, faint: false }];

/** The quantity of a fit with what was fitted and the paper's; on a logarithmic axis where a rate's is positive. */
export function fitContent({ law, quantity, fitted, printed }: FitCourse): TimeContent {
  const { epochs, values } = quantity;
  const isLog = law === 'slope' && values.every((value) => value > 0);
  return {
    epochs,
    count: epochs.length,
    axis: isLog ? 'log' : 'linear',
    valueLabel: 'what is fitted',
    include: [],
    references: [],
    guide: null,
    guides: [...guide(fitted, 'fitted', 'dash-dot'), ...guide(printed, 'the paper’s', 'dotted')],
    runs: '',
    growing: false,
    series: [
      {
        kind: 'line',
        label: 'measured',
        colour: 'accent',
        dash: 'solid',
        width: 2.25,
        values,
        band: null,
        read: (index) => formatValue(values[index]!, 4),
      },
    ],
  };
}
