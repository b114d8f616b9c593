import { MODE_LOOKS } from '../../charts/data/modes.ts';
import { DASHES } from '../../charts/data/content.ts';
import { pictureOf, type PictureCurve } from '../../settings/presets.ts';

const WIDTH = 48;
const HEIGHT = 32;
/** So that a curve along an edge is seen whole. */
const INSET = 3;

const pathOf = ({ points }: PictureCurve): string =>
  points
    .map(([x, y]) => `${INSET + x * (WIDTH - 2 * INSET)},${INSET + (1 - y) * (HEIGHT - 2 * INSET)}`)
    .join(' ');

/** What an experiment's headline does over its time, drawn small; the question beside it says the same in words. */
export function PresetPicture({ id }: { readonly id: string }) {
  return (
    <svg className="preset-picture" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden>
      {pictureOf(id).map((curve) => {
        const look = curve.mode === undefined ? null : MODE_LOOKS[curve.mode];
        return (
          <polyline
            key={curve.mode ?? 'alone'}
            points={pathOf(curve)}
            stroke={`var(--${look?.colour ?? 'accent'})`}
            strokeDasharray={look === null ? undefined : DASHES[look.dash].join(' ')}
          />
        );
      })}
    </svg>
  );
}
