import { useCallback, useMemo, useRef } from 'react';
import type { PointerEvent, ReactElement, ReactNode } from 'react';
import { usePlayer } from '../state/player.ts';
import type { HoverCell, PlayerState } from '../state/player.ts';
import { move, write } from './dom.ts';
import { drawFlips, drawMatrix } from './drawMatrix.ts';
import { formatCount } from './format.ts';
import { usePalette } from './hooks/usePalette.ts';
import { usePlayhead } from './hooks/usePlayhead.ts';
import { useSize } from './hooks/useSize.ts';
import {
  cellAt,
  cellOrigin,
  LEAD,
  matrixGeometry,
  neuronName,
  sampleName,
  shownPart,
  snapshotAt,
} from './matrix.ts';
import type { MatrixGeometry, MatrixLead, MatrixOrder, MatrixPicture } from './matrix.ts';
import './charts.css';

/** Width of the lead in em: that of its title. */
const LEAD_WIDTH = 4.6;

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
  const hasLead = picture?.lead !== undefined;
  const ratio = palette.pixelRatio;
  const geometry = useMemo(
    () =>
      order && size
        ? matrixGeometry(
            order,
            { width: size.width * ratio, height: size.height * ratio },
            3 * ratio,
            { width: Math.round(9 * size.em * ratio), height: Math.round(3 * size.em * ratio) },
            hasLead ? Math.round(LEAD_WIDTH * size.em * ratio) : 0,
          )
        : null,
    [order, size, ratio, hasLead],
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
        column: under.column === LEAD ? 'signal' : shape.columns[picture.order.columns[under.column]!]!,
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
        {picture && geometry && <ClassLabels picture={picture} geometry={geometry} ratio={ratio} />}
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
  readonly picture: MatrixPicture;
  readonly geometry: MatrixGeometry;
  readonly ratio: number;
}

function ClassLabels({ picture, geometry, ratio }: ClassLabelsProps): ReactElement {
  const { order, lead } = picture;
  const { cellWidth, cellHeight, gap } = geometry;
  const start = geometry.start / ratio;
  const split = {
    x: start + (order.positiveColumns * cellWidth) / ratio,
    y: (order.positiveRows * cellHeight) / ratio,
  };
  const end = { x: geometry.width / ratio, y: geometry.height / ratio };
  const rest = gap / ratio;
  return (
    <>
      <div className="matrix-columns" data-lead={lead ? '' : undefined} aria-hidden="true">
        {lead && <LeadLabels lead={lead} width={geometry.leadWidth / ratio} start={start} end={end.x} />}
        <span style={{ left: start, width: split.x - start }}>y = +1</span>
        <span style={{ left: split.x + rest, width: end.x - split.x - rest }}>y = −1</span>
      </div>
      <div className="matrix-rows" aria-hidden="true">
        <span style={{ top: 0, height: split.y }}>+1 neurons</span>
        <span style={{ top: split.y + rest, height: end.y - split.y - rest }}>−1 neurons</span>
      </div>
    </>
  );
}

/** Above the labels of the samples: what the two parts of the picture are. */
function LeadLabels(props: {
  readonly lead: MatrixLead;
  readonly width: number;
  readonly start: number;
  readonly end: number;
}): ReactElement {
  const { lead, width, start, end } = props;
  return (
    <>
      <strong style={{ left: 0, width }}>{lead.title}</strong>
      <strong style={{ left: start, width: end - start }}>{lead.rest}</strong>
    </>
  );
}

/** Where the neuron and the sample under the pointer are shown here; null when they are not. */
function shownCell({ facts, order, lead }: MatrixPicture, hovered: HoverCell | null): ShownCell | null {
  if (!hovered) return null;
  const row = order.rows.indexOf(facts.shape.rows.indexOf(hovered.row));
  if (row < 0) return null;
  if (typeof hovered.column !== 'number')
    return { row, column: lead && hovered.column === 'signal' ? LEAD : null };
  const column = order.columns.indexOf(facts.shape.columns.indexOf(hovered.column));
  return column < 0 ? null : { row, column };
}

/** In shown order; column LEAD is the lead's, null the whole row. */
interface ShownCell {
  readonly row: number;
  readonly column: number | null;
}

function readingOf(picture: MatrixPicture, index: number, shown: ShownCell): string {
  const { facts, order, lead } = picture;
  const row = order.rows[shown.row]!;
  const neuron = neuronName(facts.shape.rows[row]!, facts.neurons);
  const ofSignal = lead ? `, signal μ: ${lead.read(index, row)}` : '';
  if (shown.column === null || shown.column === LEAD) return neuron + ofSignal;
  const column = order.columns[shown.column]!;
  const sample = sampleName(facts.shape.columns[column]!, facts.labels);
  return `${neuron}, ${sample}: ${picture.read(index, row * order.stride + column)}`;
}

/** Frames the cell; one too small to be seen gets a frame of six pixels around it. */
function placeCell(
  frame: HTMLElement | null,
  order: MatrixOrder,
  geometry: MatrixGeometry,
  shown: ShownCell,
  ratio: number,
): void {
  if (!frame) return;
  const origin = cellOrigin(order, geometry, shown.row, shown.column ?? 0);
  const across =
    shown.column === null
      ? geometry.width - origin.x
      : shown.column === LEAD
        ? geometry.leadWidth
        : geometry.cellWidth;
  const width = Math.max(6, across / ratio);
  const height = Math.max(6, geometry.cellHeight / ratio);
  frame.style.width = `${width}px`;
  frame.style.height = `${height}px`;
  const centre = {
    x: (origin.x + across / 2) / ratio,
    y: (origin.y + geometry.cellHeight / 2) / ratio,
  };
  // The frame's border of two pixels lies outside the cell.
  move(frame, centre.x - width / 2 - 2, centre.y - height / 2 - 2);
}
