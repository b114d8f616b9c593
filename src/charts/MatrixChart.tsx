import { useCallback, useMemo, useRef } from 'react';
import type { PointerEvent, ReactElement, ReactNode } from 'react';
import { usePlayer } from '../state/player.ts';
import type { PlayerState } from '../state/player.ts';
import { move, write } from './dom.ts';
import { drawFlips, drawMatrix } from './drawMatrix.ts';
import { formatCount } from './format.ts';
import { usePalette } from './hooks/usePalette.ts';
import { usePlayhead } from './hooks/usePlayhead.ts';
import { useSize } from './hooks/useSize.ts';
import {
  cellAt,
  cellOrigin,
  matrixGeometry,
  neuronName,
  sampleName,
  shownPart,
  snapshotAt,
} from './matrix.ts';
import type { MatrixGeometry, MatrixOrder, MatrixPicture } from './matrix.ts';
import './charts.css';

interface MatrixChartProps {
  readonly picture: MatrixPicture | null;
  readonly label: string;
  readonly legend: ReactNode;
  /** Which of several runs is shown, in words; '' for the only one. */
  readonly run: string;
}

/** Neurons × samples at the snapshot at or before the playhead. */
export function MatrixChart({ picture, label, legend, run }: MatrixChartProps): ReactElement {
  const [plot, size] = useSize();
  const palette = usePalette();
  const canvas = useRef<HTMLCanvasElement>(null);
  const flips = useRef<HTMLCanvasElement>(null);
  const cell = useRef<HTMLDivElement>(null);
  const moment = useRef<HTMLSpanElement>(null);
  const note = useRef<HTMLSpanElement>(null);
  const reading = useRef<HTMLDivElement>(null);
  const drawn = useRef<readonly unknown[]>([]);

  const order = picture?.order ?? null;
  const ratio = palette.pixelRatio;
  const geometry = useMemo(
    () =>
      order && size
        ? matrixGeometry(order, { width: size.width * ratio, height: size.height * ratio }, 3 * ratio, {
            width: Math.round(9 * size.em * ratio),
            height: Math.round(3 * size.em * ratio),
          })
        : null,
    [order, size, ratio],
  );

  const place = useCallback(
    (player: PlayerState) => {
      if (!picture || !geometry || !canvas.current || !flips.current) return;
      const index = snapshotAt(picture.snapshots, player.epoch);
      if (index < 0) return;
      const key = [picture, geometry, palette, index];
      if (key.some((part, k) => part !== drawn.current[k])) {
        const moved = drawn.current[3] !== index;
        drawn.current = key;
        drawMatrix(canvas.current, picture, geometry, palette, index);
        drawFlips(flips.current, picture, geometry, palette, index, moved);
        write(moment.current, `epoch ${formatCount(picture.snapshots[index]!.epoch)}`);
        write(note.current, picture.note(index));
      }
      const shown = shownCell(picture, player.hoverCell);
      if (!shown) {
        move(cell.current, null);
        write(reading.current, 'Point at a cell to read it.');
        return;
      }
      placeCell(cell.current, picture.order, geometry, shown, ratio);
      write(reading.current, readingOf(picture, index, shown));
    },
    [picture, geometry, palette, ratio],
  );
  usePlayhead(place);

  const point = (event: PointerEvent<HTMLElement>): void => {
    if (!picture || !geometry) return;
    const box = event.currentTarget.getBoundingClientRect();
    const x = (event.clientX - box.left) * ratio;
    const y = (event.clientY - box.top) * ratio;
    const under = cellAt(picture.order, geometry, x, y);
    const { shape } = picture.facts;
    usePlayer.getState().set({
      hoverCell: under && {
        row: shape.rows[picture.order.rows[under.row]!]!,
        column: shape.columns[picture.order.columns[under.column]!]!,
      },
    });
  };
  const part = picture ? shownPart(picture.facts) : null;

  return (
    <div className="chart">
      <div className="chart-head">
        <span>{run}</span>
        <span className="chart-moment" ref={moment} />
      </div>
      <div className="chart-matrix">
        {picture && geometry && <ClassLabels order={picture.order} geometry={geometry} ratio={ratio} />}
        <div
          className="matrix-plot"
          ref={plot}
          role="img"
          aria-label={label}
          tabIndex={0}
          onPointerDown={point}
          onPointerMove={point}
          onPointerLeave={() => {
            usePlayer.getState().set({ hoverCell: null });
          }}
        >
          <div className="matrix-frame">
            <canvas ref={canvas} aria-hidden="true" />
            <canvas ref={flips} aria-hidden="true" />
            <div className="matrix-cell" ref={cell} hidden />
          </div>
          {!picture && <p className="chart-empty">Waiting for the first epoch</p>}
        </div>
      </div>
      <div className="matrix-reading" ref={reading} />
      <div className="matrix-foot">
        {legend}
        <span className="chart-aside" ref={note} />
        {part?.rows && <span className="chart-aside">{part.rows}</span>}
        {part?.columns && <span className="chart-aside">{part.columns}</span>}
      </div>
    </div>
  );
}

interface ClassLabelsProps {
  readonly order: MatrixOrder;
  readonly geometry: MatrixGeometry;
  readonly ratio: number;
}

function ClassLabels({ order, geometry, ratio }: ClassLabelsProps): ReactElement {
  const { cellWidth, cellHeight, gap } = geometry;
  const split = {
    x: (order.positiveColumns * cellWidth) / ratio,
    y: (order.positiveRows * cellHeight) / ratio,
  };
  const end = { x: geometry.width / ratio, y: geometry.height / ratio };
  const rest = gap / ratio;
  return (
    <>
      <div className="matrix-columns" aria-hidden="true">
        <span style={{ left: 0, width: split.x }}>y = +1</span>
        <span style={{ left: split.x + rest, width: end.x - split.x - rest }}>y = −1</span>
      </div>
      <div className="matrix-rows" aria-hidden="true">
        <span style={{ top: 0, height: split.y }}>+1 neurons</span>
        <span style={{ top: split.y + rest, height: end.y - split.y - rest }}>−1 neurons</span>
      </div>
    </>
  );
}

/** Where the neuron and the sample under the pointer are shown here; null when they are not. */
function shownCell(
  { facts, order }: MatrixPicture,
  hovered: PlayerState['hoverCell'],
): { row: number; column: number } | null {
  if (!hovered) return null;
  const row = order.rows.indexOf(facts.shape.rows.indexOf(hovered.row));
  const column = order.columns.indexOf(facts.shape.columns.indexOf(hovered.column));
  return row < 0 || column < 0 ? null : { row, column };
}

function readingOf(picture: MatrixPicture, index: number, shown: { row: number; column: number }): string {
  const { facts, order } = picture;
  const row = order.rows[shown.row]!;
  const column = order.columns[shown.column]!;
  const neuron = neuronName(facts.shape.rows[row]!, facts.neurons);
  const sample = sampleName(facts.shape.columns[column]!, facts.labels);
  return `${neuron}, ${sample}: ${picture.read(index, row * order.stride + column)}`;
}

/** Frames the cell; one too small to be seen gets a frame of six pixels around it. */
function placeCell(
  frame: HTMLElement | null,
  order: MatrixOrder,
  geometry: MatrixGeometry,
  shown: { row: number; column: number },
  ratio: number,
): void {
  if (!frame) return;
  const origin = cellOrigin(order, geometry, shown.row, shown.column);
  const width = Math.max(6, geometry.cellWidth / ratio);
  const height = Math.max(6, geometry.cellHeight / ratio);
  frame.style.width = `${width}px`;
  frame.style.height = `${height}px`;
  const centre = {
    x: (origin.x + geometry.cellWidth / 2) / ratio,
    y: (origin.y + geometry.cellHeight / 2) / ratio,
  };
  // The frame's border of two pixels lies outside the cell.
  move(frame, centre.x - width / 2 - 2, centre.y - height / 2 - 2);
}
