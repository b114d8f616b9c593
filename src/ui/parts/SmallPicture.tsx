/** A curve of a small picture, in a unit square: x to the right, y upwards. */
export interface SmallCurve {
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Custom property, without the dashes. */
  readonly colour: string;
  /** As `stroke-dasharray`. */
  readonly dash: string;
}

const WIDTH = 48;
const HEIGHT = 32;
/** So that a curve along an edge is seen whole. */
const INSET = 3;

const pathOf = ({ points }: SmallCurve): string =>
  points
    .map(([x, y]) => `${INSET + x * (WIDTH - 2 * INSET)},${INSET + (1 - y) * (HEIGHT - 2 * INSET)}`)
    .join(' ');

/** A few curves drawn small; the words beside them say the same. */
export function SmallPicture({ curves }: { readonly curves: readonly SmallCurve[] }) {
  return (
    <svg className="preset-picture" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden>
      {curves.map((curve, k) => (
        <polyline
          key={k}
          points={pathOf(curve)}
          stroke={`var(--${curve.colour})`}
          strokeDasharray={curve.dash === '' ? undefined : curve.dash}
        />
      ))}
    </svg>
  );
}
