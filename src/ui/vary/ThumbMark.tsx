import type { Look } from '../../charts/data/looks.ts';
import { markerPath } from '../../charts/marks/markers.ts';

/** A thumb as the marker of its curve; a grey disc where its value is no curve. */
export function ThumbMark({ look }: { readonly look: Look | null }) {
  return (
    <svg className="vary-mark" viewBox="-10 -10 20 20" aria-hidden>
      <path
        d={markerPath(look?.marker ?? 'disc', 0, 0, 6)}
        style={{ fill: `var(--${look?.colour ?? 'ink-soft'})` }}
      />
    </svg>
  );
}
