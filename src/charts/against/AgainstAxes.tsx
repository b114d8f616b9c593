import type { ReactElement } from 'react';
import { SETTINGS } from '../../settings/schema.ts';
import type { SettingSpec } from '../../settings/spec.ts';
import { SvgSymbols } from '../marks/SvgSymbols.tsx';
import type { AgainstGeometry } from './scales.ts';
import type { AgainstContent } from './series.ts';

interface AgainstAxesProps {
  readonly content: AgainstContent;
  readonly geometry: AgainstGeometry;
  readonly em: number;
}

/** Axes and grid below the marks; what stands above the plot is named there. */
export function AgainstAxes({ content, geometry, em }: AgainstAxesProps): ReactElement {
  const { left, top, width, height, plotWidth, plotHeight, place, value, rim } = geometry;
  const spec: SettingSpec = SETTINGS[content.setting];
  return (
    <svg className="chart-axes" width={width} height={height} aria-hidden="true">
      <g transform={`translate(${left} ${top})`}>
        {rim !== null && (
          <text x={-0.5 * em} y={rim} dy="0.35em" textAnchor="end">
            {rimLabel(content)}
          </text>
        )}
        {value.ticks.map(
          (tick) =>
            tick.label !== '' && (
              <g key={tick.value} transform={`translate(0 ${Math.round(tick.position) + 0.5})`}>
                <line className="chart-grid" x2={plotWidth} />
                <text x={-0.5 * em} dy="0.35em" textAnchor="end">
                  {tick.label}
                </text>
              </g>
            ),
        )}
        <g transform={`translate(0 ${Math.round(plotHeight) + 0.5})`}>
          {place.broken > 0 && <line className="chart-axis chart-axis-broken" x2={place.broken} />}
          <line className="chart-axis" x1={place.broken} x2={plotWidth} />
          {place.ticks.map((tick) => (
            <g key={String(tick.value)} transform={`translate(${Math.round(tick.position) + 0.5} 0)`}>
              <line className="chart-axis" y2={0.35 * em} />
              {tick.label !== '' && (
                <text y={1.3 * em} textAnchor="middle">
                  {tick.label}
                </text>
              )}
            </g>
          ))}
          <text className="chart-axis-label" x={plotWidth} y={2.55 * em} textAnchor="end">
            <SvgSymbols text={`${spec.name} ${spec.symbol}`.trim()} />
          </text>
        </g>
      </g>
    </svg>
  );
}

/** ○ and × are the marks of the runs there. */
function rimLabel({ series, spec }: AgainstContent): string {
  const kinds = new Set(
    series.flatMap(({ places }) => places.flatMap(({ outcomes }) => outcomes.map((o) => o.kind))),
  );
  if (kinds.has('never') && kinds.has('diverged')) return '○× none';
  return kinds.has('never')
    ? '○ never'
    : spec.moment === 'playhead' && !kinds.has('diverged')
      ? ''
      : '× div.';
}
