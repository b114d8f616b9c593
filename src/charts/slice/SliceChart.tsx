import { momentInWords } from '../data/moment.ts';
import { useCallback, useMemo, useRef } from 'react';
import type { PointerEvent, ReactElement } from 'react';
import type { Slice } from '../../state/slices.ts';
import { usePlayer, type PlayerState } from '../../state/player.ts';
import { DASHES } from '../data/content.ts';
import { formatCount, formatValue } from '../data/format.ts';
import { neuronName } from '../data/neurons.ts';
import { write } from '../hooks/dom.ts';
import { pointing } from '../hooks/pointing.ts';
import { usePalette } from '../hooks/usePalette.ts';
import { usePlayhead } from '../hooks/usePlayhead.ts';
import { useSize } from '../hooks/useSize.ts';
import { LineKey } from '../legend/LineKey.tsx';
import { Symbols } from '../legend/Symbols.tsx';
import { AxisMarks } from '../marks/AxisMarks.tsx';
import { cleared, sheetOf } from '../marks/canvas.ts';
import { markerPath } from '../marks/markers.ts';
import { arrowScale, drawnArrows, drawSlice } from './drawSlice.ts';
import { valueAt } from './field.ts';
import { sliceLegend } from './legend.ts';
import { neuronNear } from './pointed.ts';
import { placeAt, sliceGeometry, type SliceScene } from './scene.ts';
import { sliceMarks } from './sliceMarks.ts';
import { axisLabels, parallelNote, spreadWords } from './words.ts';
import '../charts.css';
import './slice.css';

interface SliceChartProps {
  readonly slice: Slice;
  /** y_i of the run. */
  readonly labels: Float64Array;
  /** In words. */
  readonly label: string;
}

/** A slice of input space at the playhead. It is drawn anew when the epoch or the neuron under the pointer changed. */
export function SliceChart({ slice, labels, label }: SliceChartProps): ReactElement {
  const [plot, size] = useSize();
  const palette = usePalette();
  const canvas = useRef<HTMLCanvasElement>(null);
  const reading = useRef<HTMLDivElement>(null);
  const moment = useRef<HTMLSpanElement>(null);
  const at = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const { frame } = slice;
  const scene = useMemo<SliceScene | null>(
    () => size && { slice, labels, geometry: sliceGeometry(slice, size) },
    [slice, labels, size],
  );
  const drawn = useRef<readonly unknown[]>([]);

  const place = useCallback(
    ({ epoch, hoverCell }: PlayerState) => {
      if (!scene || !size || !canvas.current) return;
      const index = placeAt(slice.places, epoch);
      const row = hoverCell?.row ?? null;
      const shown = [scene, palette, index, row];
      write(moment.current, momentInWords(slice.places[index]!.epoch));
      write(reading.current, readingOf(scene, index, row, at.current));
      if (shown.every((part, k) => part === drawn.current[k])) return;
      drawn.current = shown;
      const { pixelRatio } = palette;
      const context = cleared(
        canvas.current,
        Math.round(size.width * pixelRatio),
        Math.round(size.height * pixelRatio),
      );
      if (!context) return;
      context.scale(pixelRatio, pixelRatio);
      const family = getComputedStyle(canvas.current).fontFamily;
      const fonts = { sans: family, serif: family };
      drawSlice({ context, palette, em: size.em, bitmap: sheetOf, fonts }, scene, index, row);
    },
    [scene, size, palette, slice],
  );
  usePlayhead(place);

  const point = (event: PointerEvent<HTMLElement>): void => {
    if (!scene) return;
    const box = event.currentTarget.getBoundingClientRect();
    const { left, top, side } = scene.geometry;
    const [x, y] = [event.clientX - box.left - left - side / 2, event.clientY - box.top - top - side / 2];
    at.current = Math.max(Math.abs(x), Math.abs(y)) <= side / 2 ? { x, y } : null;
    const { arrows } = slice.places[placeAt(slice.places, usePlayer.getState().epoch)]!;
    const row = neuronNear(arrows, arrowScale(scene, arrows), x, y);
    usePlayer.getState().set({ hoverCell: row === null ? null : { row, column: null } });
  };
  const leave = (): void => {
    at.current = null;
    usePlayer.getState().set({ hoverCell: null });
  };

  const left = frame.neurons - drawnArrows(frame.neurons);
  const notes = [parallelNote(frame), left > 0 ? `some of ${formatCount(frame.neurons)} neurons drawn` : ''];
  return (
    <div className="chart">
      <div className="chart-head">
        <ul className="chart-legend trail-legend">
          {sliceLegend(frame).entries.map((entry) => (
            <li key={entry.label}>
              <LineKey
                colour={entry.colour}
                dash={DASHES[entry.dash].join(' ')}
                width={entry.width}
                marker={entry.marker === null ? null : markerPath(entry.marker, 12, 4, 4)}
              />
              {entry.label}
            </li>
          ))}
        </ul>
        <span className="chart-moment" ref={moment} />
      </div>
      <div
        className="chart-plot"
        ref={plot}
        role="img"
        aria-label={label}
        tabIndex={0}
        onPointerDown={point}
        onPointerMove={point}
        onPointerLeave={leave}
        onPointerCancel={leave}
      >
        {scene && size && (
          <AxisMarks {...size} marks={sliceMarks(scene.geometry, axisLabels(frame), size.em)} />
        )}
        <canvas className="chart-canvas" ref={canvas} aria-hidden="true" />
      </div>
      <div className="slice-reading" ref={reading} />
      {notes.some((note) => note !== '') && (
        <div className="chart-aside">
          <Symbols text={notes.filter((note) => note !== '').join('; ')} />
        </div>
      )}
    </div>
  );
}

/** The neuron that is pointed at, here or elsewhere; else f where the pointer is; else how far the arrows have collapsed. */
function readingOf(
  { slice: { frame, places }, geometry: { side, half } }: SliceScene,
  index: number,
  row: number | null,
  at: { readonly x: number; readonly y: number } | null,
): string {
  const { arrows } = places[index]!;
  const format = (value: number): string => formatValue(value, 3);
  if (row !== null && row < frame.neurons) {
    return `${neuronName(row, frame.neurons)}: (${format(arrows[2 * row]!)}, ${format(arrows[2 * row + 1]!)})`;
  }
  if (at !== null) {
    const unit = (2 * half) / side;
    const [s, t] = [at.x * unit, -at.y * unit];
    return `f = ${format(valueAt(frame, arrows, s, t))} at (${format(s)}, ${format(t)})`;
  }
  return `${spreadWords(arrows)}. ${pointing()} an arrow to read it.`;
}
