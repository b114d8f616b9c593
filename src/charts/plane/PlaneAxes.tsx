import type { ReactElement } from 'react';
import type { Plane } from './trails.ts';

/** Axes and grid of the plane of signal and noise. */
export function PlaneAxes({
  plane,
  size,
}: {
  readonly plane: Plane;
  readonly size: { readonly width: number; readonly height: number; readonly em: number };
}): ReactElement {
  const { signal, noise, left, top, width, height } = plane;
  const { em } = size;
  const crisp = (position: number): number => Math.round(position) + 0.5;
  return (
    <svg className="chart-axes" width={size.width} height={size.height} aria-hidden="true">
      <g transform={`translate(${left} ${top})`}>
        {noise.ticks.map(({ value, label, position }) => (
          <g key={value} transform={`translate(0 ${crisp(position)})`}>
            <line className={value === 0 ? 'chart-axis' : 'chart-grid'} x2={width} />
            <text x={-0.5 * em} dy="0.35em" textAnchor="end">
              {label}
            </text>
          </g>
        ))}
        {signal.ticks.map(({ value, label, position }) => (
          <g key={value} transform={`translate(${crisp(position)} 0)`}>
            <line className={value === 0 ? 'chart-axis' : 'chart-grid'} y2={height} />
            <text y={height + 1.3 * em} textAnchor="middle">
              {label}
            </text>
          </g>
        ))}
        <text className="chart-axis-label" x={width} y={height + 2.5 * em} textAnchor="end">
          signal ⟨w, μ⟩ →
        </text>
        <text className="chart-axis-label" x={0.4 * em - left} y={-0.5 * em}>
          ↑ noise max ⟨w, ξ⟩
        </text>
      </g>
    </svg>
  );
}
