import type { ReactElement } from 'react';
import type { MatrixGeometry } from './geometry.ts';
import type { MatrixLead } from './picture.ts';
import type { Strips } from './strips.ts';

interface ClassLabelsProps {
  readonly geometry: MatrixGeometry;
  readonly lead: MatrixLead | undefined;
  /** Device pixels a CSS pixel. */
  readonly ratio: number;
}

/** Beside the picture: which rows and columns are of which class. */
export function ClassLabels({ geometry, lead, ratio }: ClassLabelsProps): ReactElement {
  const start = geometry.start / ratio;
  const columns = classSpans(geometry.columns, ratio);
  const rows = classSpans(geometry.rows, ratio);
  return (
    <>
      <div className="matrix-columns" data-lead={lead ? '' : undefined} aria-hidden="true">
        {lead && (
          <>
            <strong style={{ left: 0, width: geometry.leadWidth / ratio }}>{lead.title}</strong>
            <strong style={{ left: start, width: geometry.columns.length / ratio }}>{lead.rest}</strong>
          </>
        )}
        {['y = +1', 'y = −1'].map((label, k) => (
          <span key={label} style={{ left: start + columns[k]!.start, width: columns[k]!.length }}>
            {label}
          </span>
        ))}
      </div>
      <div className="matrix-rows" aria-hidden="true">
        {['+1 neurons', '−1 neurons'].map((label, k) => (
          <span key={label} style={{ top: rows[k]!.start, height: rows[k]!.length }}>
            {label}
          </span>
        ))}
      </div>
    </>
  );
}

/** Where each class lies along a side, CSS pixels; a class without cells has no length. */
function classSpans({ count, split, start, size, length }: Strips, ratio: number) {
  const end = split === 0 ? 0 : start[split - 1]! + size[split - 1]!;
  const second = split === count ? length : start[split]!;
  return [
    { start: 0, length: end / ratio },
    { start: second / ratio, length: (length - second) / ratio },
  ] as const;
}
