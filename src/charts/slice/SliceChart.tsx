import { momentInWords } from '../data/moment.ts';
import { useCallback, useMemo, useRef } from 'react';
import type { ReactElement } from 'react';
import type { Slice } from '../../state/slices.ts';
import { usePlayer, type PlayerState } from '../../state/player.ts';
import { DASHES } from '../data/content.ts';
import { formatCount } from '../data/format.ts';
import { write } from '../hooks/dom.ts';
import { usePalette } from '../hooks/usePalette.ts';
import { usePlayhead } from '../hooks/usePlayhead.ts';
import { useSize } from '../hooks/useSize.ts';
import { LineKey } from '../legend/LineKey.tsx';
import { Symbols } from '../legend/Symbols.tsx';
import { AxisMarks } from '../marks/AxisMarks.tsx';
import { cleared, sheetOf } from '../marks/canvas.ts';
import { markerPath } from '../marks/markers.ts';
import { drawnArrows, drawSlice } from './drawSlice.ts';
import { sliceLegend } from './legend.ts';
import { readingOf, type SlicePoint } from './reading.ts';
import { placeAt, sliceGeometry, type SliceScene } from './scene.ts';
import { sliceMarks } from './sliceMarks.ts';
import { useReadingPoint } from './useReadingPoint.ts';
import { axisLabels, parallelNote } from './words.ts';
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
  const { frame } = slice;
  const scene = useMemo<SliceScene | null>(
    () => size && { slice, labels, geometry: sliceGeometry(slice, size) },
    [slice, labels, size],
  );
  const drawn = useRef<readonly unknown[]>([]);
  const pointRef = useRef<SlicePoint | null>(null);

  const place = useCallback(
    ({ epoch, hoverCell }: PlayerState) => {
      if (!scene || !size || !canvas.current) return;
      const index = placeAt(slice.places, epoch);
      const row = hoverCell?.row ?? null;
      const shown = [scene, palette, index, row, row === null ? pointRef.current : null];
      write(moment.current, momentInWords(slice.places[index]!.epoch));
      write(reading.current, readingOf(scene, index, row, pointRef.current));
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
      drawSlice(
        { context, palette, em: size.em, bitmap: sheetOf, fonts },
        scene,
        index,
        row,
        pointRef.current,
      );
    },
    [scene, size, palette, slice],
  );
  usePlayhead(place);
  const { live, handlers } = useReadingPoint(scene, pointRef, () => place(usePlayer.getState()));

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
        role="application"
        aria-label="Points of the plane, to be read one by one: arrow keys move, Escape leaves"
        tabIndex={0}
        {...handlers}
      >
        {scene && size && (
          <AxisMarks {...size} marks={sliceMarks(scene.geometry, axisLabels(frame), size.em)} />
        )}
        <canvas className="chart-canvas" ref={canvas} role="img" aria-label={label} />
      </div>
      <div className="slice-reading" ref={reading} />
      <div className="visually-hidden" aria-live="polite" ref={live} />
      {notes.some((note) => note !== '') && (
        <div className="chart-aside">
          <Symbols text={notes.filter((note) => note !== '').join('; ')} />
        </div>
      )}
    </div>
  );
}
