import { useCallback, useMemo, useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';
import type { PlayerState } from '../../state/player.ts';
import { move, write } from '../hooks/dom.ts';
import { momentInWords } from '../data/moment.ts';
import { usePalette } from '../hooks/usePalette.ts';
import { usePlayhead } from '../hooks/usePlayhead.ts';
import { useSize } from '../hooks/useSize.ts';
import { pointing } from '../hooks/pointing.ts';
import { shownPart, snapshotAt } from '../data/snapshots.ts';
import { Symbols } from '../legend/Symbols.tsx';
import { ClassLabels } from './ClassLabels.tsx';
import { drawFlips, drawMatrix } from './draw.ts';
import { boxOf, fittedMatrix } from './geometry.ts';
import type { MatrixGeometry } from './geometry.ts';
import type { MatrixPicture } from './picture.ts';
import { frameCell, placeTip } from './place.ts';
import { readingOf, sharedNote, shownCell } from './reading.ts';
import { useCellCursor } from './useCellCursor.ts';
import '../charts.css';
import './matrix.css';

interface MatrixChartProps {
  readonly picture: MatrixPicture | null;
  readonly label: string;
  /** What the colours mean. */
  readonly legend: (picture: { readonly sharesPixels: boolean }) => ReactNode;
  /** Which of several runs is shown, in words; '' for the only one. */
  readonly run: string;
  /** What can be chosen, above the picture. */
  readonly tools?: ReactNode;
  /** One of many: only its name and its cells; false when absent. */
  readonly small?: boolean;
  /** Whether it says how cells are read, for which there may be no room; true when absent. */
  readonly hint?: boolean;
}

/** Neurons × samples at the snapshot at or before the playhead. */
export function MatrixChart({
  picture,
  label,
  legend,
  run,
  tools,
  small = false,
  hint = true,
}: MatrixChartProps): ReactElement {
  const [plot, size] = useSize();
  const palette = usePalette();
  const canvas = useRef<HTMLCanvasElement>(null);
  const flips = useRef<HTMLCanvasElement>(null);
  const cell = useRef<HTMLDivElement>(null);
  const tip = useRef<HTMLDivElement>(null);
  const value = useRef<HTMLElement>(null);
  const names = useRef<HTMLSpanElement>(null);
  const moment = useRef<HTMLSpanElement>(null);
  const note = useRef<HTMLSpanElement>(null);
  const drawn = useRef<readonly unknown[]>([]);

  const order = picture?.order ?? null;
  const hasLead = picture?.lead !== undefined;
  const ratio = palette.pixelRatio;
  const geometry = useMemo((): MatrixGeometry | null => {
    if (!order || !size) return null;
    return fittedMatrix({ order, hasLead }, size, ratio);
  }, [order, size, ratio, hasLead]);

  const place = useCallback(
    ({ epoch, hoverCell }: PlayerState) => {
      if (!picture || !geometry || !size || !canvas.current || !flips.current) return;
      const index = snapshotAt(picture.snapshots, epoch);
      if (index < 0) return;
      const key = [picture, geometry, palette, index];
      if (key.some((part, k) => part !== drawn.current[k])) {
        const moved = drawn.current[3] !== index;
        drawn.current = key;
        drawMatrix(canvas.current, picture, geometry, palette, index);
        drawFlips(flips.current, picture, geometry, palette, index, moved);
        write(moment.current, momentInWords(picture.snapshots[index]!.epoch));
        write(note.current, picture.note(index));
      }
      const shown = shownCell(picture, geometry, hoverCell);
      if (!shown) {
        move(cell.current, null);
        move(tip.current, null);
        return;
      }
      const reading = readingOf(picture, geometry, index, shown);
      write(value.current, reading.value);
      write(names.current, reading.names);
      const box = boxOf(geometry, shown.row, shown.column);
      frameCell(cell.current, box, ratio);
      placeTip(tip.current, box, ratio, size);
    },
    [picture, geometry, palette, ratio, size],
  );
  usePlayhead(place);

  const { live, handlers } = useCellCursor(picture, geometry, ratio);
  const part = picture ? shownPart(picture.facts) : null;
  const averaged = picture && geometry ? sharedNote(picture.order, geometry) : '';

  return (
    <div className="chart">
      {!small && (
        <div className="chart-head matrix-head">
          <div>{tools}</div>
        </div>
      )}
      <div className="chart-head">
        <span className="matrix-run">
          <Symbols text={run} />
        </span>
        {hint && !small && <span className="matrix-hint">{pointing()} a cell to read it.</span>}
        {!small && <span className="chart-moment" ref={moment} />}
      </div>
      <div className="chart-matrix">
        {!small && picture && geometry && (
          <ClassLabels geometry={geometry} lead={picture.lead} ratio={ratio} />
        )}
        <div
          className="matrix-plot"
          ref={plot}
          role="application"
          aria-label="Cells, to be read one by one: arrow keys move, Escape leaves"
          tabIndex={0}
          {...handlers}
        >
          <div className="matrix-frame">
            <canvas ref={canvas} role="img" aria-label={label} />
            <canvas ref={flips} aria-hidden="true" />
            <div className="matrix-cell" ref={cell} hidden />
            <div className="matrix-tip" ref={tip} aria-hidden="true" hidden>
              <strong ref={value} />
              <span ref={names} />
            </div>
          </div>
          {!picture && <p className="chart-empty">Waiting for the first values</p>}
        </div>
        <div className="visually-hidden" aria-live="polite" ref={live} />
      </div>
      {!small && (
        <div className="matrix-foot">
          {legend({ sharesPixels: averaged !== '' })}
          <span className="chart-aside" ref={note} />
          {averaged !== '' && <span className="chart-aside">{averaged}</span>}
          {part?.rows && <span className="chart-aside">{part.rows}</span>}
          {part?.columns && <span className="chart-aside">{part.columns}</span>}
        </div>
      )}
    </div>
  );
}
