import type { ReactElement } from 'react';
import type { TimeContent } from '../data/content.ts';
import { guideAnchor } from './drawTimeChart.ts';
import type { Geometry } from '../scales/geometry.ts';

interface AxesProps {
  readonly geometry: Geometry;
  readonly em: number;
}

interface ContentAxesProps extends AxesProps {
  readonly content: TimeContent;
}

/** Axes and grid, below the curves. */
export function TimeAxes({ geometry, em }: AxesProps): ReactElement {
  const { left, top, plotWidth, value, width, height } = geometry;
  return (
    <svg className="chart-axes" width={width} height={height} aria-hidden="true">
      <g transform={`translate(${left} ${top})`}>
        {value.ticks.map((tick) => (
          <g key={tick.value} transform={`translate(0 ${Math.round(tick.position) + 0.5})`}>
            {tick.label !== '' && <line className="chart-grid" x2={plotWidth} />}
            {tick.label !== '' && (
              <text x={-0.5 * em} dy="0.35em" textAnchor="end">
                {tick.label}
              </text>
            )}
          </g>
        ))}
        <TimeAxis geometry={geometry} em={em} />
      </g>
    </svg>
  );
}

function TimeAxis({ geometry, em }: AxesProps): ReactElement {
  const { plotWidth, plotHeight, time, labelled } = geometry;
  // Epoch 0 has no place on a logarithmic axis: up to epoch 1 the axis is broken.
  const broken = time.kind === 'log' ? time.position(1) : 0;
  return (
    <g className="chart-time" transform={`translate(0 ${Math.round(plotHeight) + 0.5})`}>
      {broken > 0 && <line className="chart-axis chart-axis-broken" x2={broken} />}
      <line className="chart-axis" x1={broken} x2={plotWidth} />
      {time.ticks.map((tick) => (
        <g key={tick.value} transform={`translate(${Math.round(tick.position) + 0.5} 0)`}>
          <line className="chart-axis" y2={tick.label === '' ? 0.2 * em : 0.4 * em} />
          {labelled && tick.label !== '' && (
            <text y={1.3 * em} textAnchor="middle">
              {tick.label}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

/** What the time axis is, and of which runs the curves are, below it. */
export function TimeFoot({
  content,
  geometry,
}: {
  readonly content: TimeContent;
  readonly geometry: Geometry;
}): ReactElement {
  return (
    <div className="chart-foot" style={{ left: geometry.left }} aria-hidden="true">
      <span>{content.runs}</span>
      <span className="chart-foot-time">epoch t</span>
    </div>
  );
}

/** Marked epochs, and labels of reference lines and guides, above curves and veil. */
export function TimeNotes({ content, geometry, em }: ContentAxesProps): ReactElement {
  const { left, top, plotWidth, plotHeight, value, width, height, marks } = geometry;
  return (
    <svg className="chart-axes" width={width} height={height} aria-hidden="true">
      <g transform={`translate(${left} ${top})`}>
        {marks.map(({ label, x, labelX }) => (
          <g key={label} className="chart-mark" data-mark={label}>
            <line x1={Math.round(x) + 0.5} x2={Math.round(x) + 0.5} y1={-0.35 * em} y2={plotHeight} />
            <text x={labelX} y={-0.6 * em} textAnchor="middle">
              {label}
            </text>
          </g>
        ))}
        {content.references.map((reference) => {
          const y = value.position(reference.value);
          // At the upper edge there is no room above the line.
          const below = reference.below ?? y < 1.5 * em;
          return (
            <text
              key={reference.label}
              className="chart-note"
              x={plotWidth - 0.3 * em}
              y={below ? y + 1.2 * em : y - 0.4 * em}
              textAnchor="end"
            >
              {reference.label}
            </text>
          );
        })}
        <GuideLabel content={content} geometry={geometry} em={em} />
      </g>
    </svg>
  );
}

/** Written beside the guide where the guide enters the plot. */
function GuideLabel({ content, geometry, em }: ContentAxesProps): ReactElement | null {
  const { time, value } = geometry;
  const anchor = guideAnchor(content);
  if (!anchor || !content.guide) return null;
  const enters = Math.max(1, (anchor.value * anchor.t) / value.domain[1]);
  const t = time.kind === 'log' ? enters * 1.25 : enters + 0.02 * time.domain[1];
  const x = time.position(t);
  const y = value.position((anchor.value * anchor.t) / t);
  if (Number.isNaN(x) || Number.isNaN(y)) return null;
  const fits = x < time.range[1] - 4 * em;
  return (
    <text
      className="chart-note"
      x={fits ? x + 0.5 * em : x - 0.9 * em}
      y={Math.max(0.9 * em, y - 0.5 * em)}
      textAnchor={fits ? 'start' : 'end'}
    >
      {content.guide.label}
    </text>
  );
}
