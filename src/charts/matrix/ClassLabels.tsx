import type { ReactElement } from 'react';
import type { MatrixGeometry } from './geometry.ts';
import type { MatrixLead } from './picture.ts';
import { classSpans, COLUMN_CLASSES, ROW_CLASSES } from './class-spans.ts';

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
        {COLUMN_CLASSES.map((label, k) => (
          <span key={label} style={{ left: start + columns[k]!.start, width: columns[k]!.length }}>
            {label}
          </span>
        ))}
      </div>
      <div className="matrix-rows" aria-hidden="true">
        {ROW_CLASSES.map((label, k) => (
          <span key={label} style={{ top: rows[k]!.start, height: rows[k]!.length }}>
            {label}
          </span>
        ))}
      </div>
    </>
  );
}
