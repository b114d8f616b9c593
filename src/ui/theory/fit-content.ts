import type { FitCourse, Line } from '../../core/claims/fit.ts';
import type { Dash, GuideCurve, TimeContent } from '../../charts/data/content.ts';
import { formatValue } from '../../charts/data/format.ts';

const guide = ({ epochs, values }: Line, label: string, dash: Dash): readonly GuideCurve[] =>
  epochs.length === 0 ? [] : [{ label, dash, epochs, values, faint: false }];

/** The points of a fit with the fitted line and the paper's. */
export function fitContent({ law, seen, fitted, printed }: FitCourse): TimeContent {
  const { epochs, values } = seen;
  return {
    epochs,
    count: epochs.length,
    axis: 'linear',
    valueLabel: law === 'slope' ? 'fitted to (for an exponent, the logarithm)' : 'the constant',
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
