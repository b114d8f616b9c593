import type { ReactElement } from 'react';
import type { TickFormat } from '../../charts/card/picture.ts';
import type { ColourScale } from '../../charts/matrix/scale.ts';

/** Least distance of two numbers on the scale, as a share of it. */
const TICK_SPACING = 0.17;

const STOPS = Array.from({ length: 17 }, (_, k) => k / 16);

interface ScaleKeyProps {
  readonly scale: ColourScale;
  readonly ramp: (unit: number) => string;
  readonly format: TickFormat;
  /** How it is spaced, where that is not evenly. */
  readonly note: string;
}

/** The colours of a matrix with their numbers at their places. */
export function ScaleKey({ scale, ramp, format, note }: ScaleKeyProps): ReactElement {
  return (
    <>
      <div className="matrix-scale" aria-hidden="true">
        <div
          className="matrix-ramp"
          style={{ backgroundImage: `linear-gradient(to right, ${STOPS.map(ramp).join(', ')})` }}
        />
        <div className="matrix-ticks">
          {scale.ticks(TICK_SPACING).map(({ value, unit }) => (
            <span key={value} style={{ left: `${100 * unit}%` }}>
              {format(value, Math.abs(value) === scale.largest)}
            </span>
          ))}
        </div>
      </div>
      <span className="chart-aside">{note}</span>
    </>
  );
}
