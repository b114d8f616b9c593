import type { ReactElement } from 'react';
import type { AxisMark, LineRole, TextRole } from './axis-marks.ts';
import { SvgSymbols } from './SvgSymbols.tsx';

const LINES: Readonly<Record<LineRole, string>> = {
  grid: 'chart-grid',
  axis: 'chart-axis',
  broken: 'chart-axis chart-axis-broken',
  event: 'chart-event',
};
const TEXTS: Readonly<Record<TextRole, string | undefined>> = {
  label: undefined,
  note: 'chart-note',
  event: 'chart-event',
};

interface AxisMarksProps {
  readonly marks: readonly AxisMark[];
  readonly width: number;
  readonly height: number;
}

/** A chart's axes as SVG over or under its canvas. */
export function AxisMarks({ marks, width, height }: AxisMarksProps): ReactElement {
  return (
    <svg className="chart-axes" width={width} height={height} aria-hidden="true">
      {marks.map((mark, k) =>
        mark.kind === 'line' ? (
          <line key={k} className={LINES[mark.role]} x1={mark.x1} y1={mark.y1} x2={mark.x2} y2={mark.y2} />
        ) : (
          <text
            key={k}
            className={TEXTS[mark.role]}
            x={mark.x}
            y={mark.y}
            textAnchor={mark.anchor}
            data-mark={mark.role === 'event' ? mark.text : undefined}
          >
            <SvgSymbols text={mark.text} />
          </text>
        ),
      )}
    </svg>
  );
}
