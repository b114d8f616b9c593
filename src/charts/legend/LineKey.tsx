import type { ReactElement } from 'react';

interface LineKeyProps {
  /** Custom property, without the dashes. */
  readonly colour: string;
  /** As `stroke-dasharray`. */
  readonly dash: string;
  readonly width: number;
  /** Path of the marker, around (12, 4). */
  readonly marker: string | null;
}

/** A short piece of a series' line, beside its name. */
export function LineKey({ colour, dash, width, marker }: LineKeyProps): ReactElement {
  return (
    <svg className="chart-key" viewBox="0 0 24 8" aria-hidden="true">
      <line
        x1="0"
        x2="24"
        y1="4"
        y2="4"
        strokeWidth={width}
        strokeDasharray={dash}
        style={{ stroke: `var(--${colour})` }}
      />
      {marker !== null && (
        <path className="chart-key-marker" d={marker} style={{ fill: `var(--${colour})` }} />
      )}
    </svg>
  );
}
