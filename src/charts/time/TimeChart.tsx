import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { PointerEvent, ReactElement } from 'react';
import type { PlayerState } from '../../state/player.ts';
import { BeforeKey } from '../legend/BeforeKey.tsx';
import type { AxisKind, LineSeries, TimeContent } from '../data/content.ts';
import { drawTimeChart } from './drawTimeChart.ts';
import { momentInWords } from '../data/moment.ts';
import { timeGeometry } from '../scales/geometry.ts';
import { useClock } from '../../state/clock.ts';
import { usePalette } from '../hooks/usePalette.ts';
import { createHold } from '../scales/hold.ts';
import { usePlayhead } from '../hooks/usePlayhead.ts';
import { useScrub } from '../hooks/useScrub.ts';
import { useSize } from '../hooks/useSize.ts';
import { move, write } from '../hooks/dom.ts';
import { Legend } from '../legend/Legend.tsx';
import { AxisMarks } from '../marks/AxisMarks.tsx';
import { createScratch } from '../marks/scratch.ts';
import { holdTouch } from '../hooks/hold-touch.ts';
import { indexAt, indexNear } from '../data/search.ts';
import { curveNear } from './near.ts';
import { createThinning, thinned } from './thin.ts';
import { TimeFoot } from './TimeFoot.tsx';
import { timeAxisMarks, timeNoteMarks } from './timeMarks.ts';
import { usePress } from './usePress.ts';
import '../charts.css';

/** Pixels by which what is drawn at the upper edge of the plot may be above it. */
const EDGE = 5;
/** How near a press has to be to a curve, in CSS pixels. */
const POINTER = 6;
const FINGER = 14;

interface TimeChartProps {
  readonly content: TimeContent;
  readonly time: AxisKind;
  /** The last epoch that is planned: the axis stands still while the run streams. */
  readonly horizon?: number | undefined;
  /** Whether the time axis is written out; true when absent. */
  readonly timeLabels?: boolean;
  /** The legend takes the place of the value axis's label; false when absent. */
  readonly compact?: boolean;
  /** What the chart shows, in words. */
  readonly label: string;
}

/** Places along the time axis, a little more than there are pixels; one of few numbers, so that a resized chart keeps them. */
const bucketsOf = (pixels: number): number => 2 ** Math.ceil(Math.log2(Math.max(256, pixels)));

/**
 * Quantities against epochs. Curves are on a canvas that is drawn when content, size or theme changed; the playhead,
 * the veil over the future, the hover line and the readings move on top of it without a render.
 */
export function TimeChart({
  content,
  time,
  horizon,
  timeLabels = true,
  compact = false,
  label,
}: TimeChartProps): ReactElement {
  const [plot, size] = useSize();
  const palette = usePalette();
  const [scratch] = useState(createScratch);
  const [thinning] = useState(createThinning);
  const [hold] = useState(createHold);
  const canvas = useRef<HTMLCanvasElement>(null);
  const veil = useRef<HTMLDivElement>(null);
  const hover = useRef<HTMLDivElement>(null);
  const moment = useRef<HTMLSpanElement>(null);
  const legend = useRef<HTMLUListElement>(null);

  const last = Math.max(horizon ?? 0, content.count > 0 ? content.epochs[content.count - 1]! : 0);
  const buckets = size ? bucketsOf(size.width * palette.pixelRatio) : 0;
  const { before } = content;
  const quiet = useMemo(
    () =>
      before && buckets > 0
        ? { ...before, content: thinned(before.content, createThinning(), time, last, buckets) }
        : before,
    [before, time, last, buckets],
  );
  const drawn = useMemo(() => {
    const front = buckets > 0 ? thinned(content, thinning, time, last, buckets) : content;
    return quiet ? { ...front, before: quiet } : front;
  }, [content, quiet, thinning, time, last, buckets]);
  const { clock } = useClock();
  const geometry = useMemo(
    () => (size ? timeGeometry(drawn, size, time, last, timeLabels, hold, clock) : null),
    [drawn, size, time, last, timeLabels, hold, clock],
  );

  useLayoutEffect(() => {
    if (!geometry || !size || !canvas.current) return;
    drawTimeChart(canvas.current, drawn, geometry, palette, scratch, size.em);
  }, [drawn, geometry, palette, scratch, size]);

  const place = useCallback(
    (player: PlayerState) => {
      const index = indexAt(content.epochs, content.count, player.hoverEpoch ?? player.epoch);
      const epoch = index < 0 ? '' : momentInWords(content.epochs[index]!);
      write(moment.current, epoch);
      moment.current?.toggleAttribute('data-hover', player.hoverEpoch !== null);
      const readings = legend.current?.getElementsByTagName('b') ?? [];
      for (let k = 0; k < readings.length; k++) {
        const series = content.series[k];
        const reading = index < 0 ? undefined : (series?.brief?.(index) ?? series?.read(index));
        write(readings[k]!, reading ?? '');
      }
      if (!geometry) return;
      move(veil.current, geometry.time.position(Math.min(player.epoch, last)));
      move(hover.current, player.hoverEpoch === null ? null : geometry.time.position(player.hoverEpoch));
    },
    [content, geometry, last],
  );
  usePlayhead(place);

  const epochUnder = (event: PointerEvent<HTMLElement>): number | null => {
    if (!geometry || content.count === 0) return null;
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left - geometry.left;
    const t = geometry.time.invert(Math.max(0, Math.min(geometry.plotWidth, x)));
    return content.epochs[indexNear(content.epochs, content.count, t)]!;
  };
  const scrub = useScrub(epochUnder);
  const curveUnder = (event: PointerEvent<HTMLElement>): LineSeries | null => {
    if (!geometry) return null;
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left - geometry.left, event.clientY - box.top - geometry.top];
    return curveNear(drawn, geometry, x, y, event.pointerType === 'touch' ? FINGER : POINTER);
  };
  const scrubbing = usePress(curveUnder, scrub);

  const held = useCallback(
    (element: HTMLDivElement | null) => {
      const stops = [plot(element), holdTouch(element)];
      return () => stops.forEach((stop) => stop?.());
    },
    [plot],
  );
  const names = <Legend content={content} list={legend} omitted={geometry?.omitted ?? 0} />;

  return (
    <div className="chart">
      <div className="chart-head">
        {compact ? names : <span className="chart-value-label">{content.valueLabel}</span>}
        {before && <BeforeKey before={before} />}
        <span className="chart-moment" ref={moment} />
      </div>
      {!compact && names}
      <div className="chart-plot" ref={held} role="img" aria-label={label} tabIndex={0} {...scrubbing}>
        {geometry && size && <AxisMarks {...size} marks={timeAxisMarks(geometry, size.em)} />}
        <canvas className="chart-canvas" ref={canvas} aria-hidden="true" />
        {geometry && (
          <div
            className="chart-window"
            style={{
              left: geometry.left,
              // Lines and markers along the upper edge are veiled, too.
              top: geometry.top - EDGE,
              width: geometry.plotWidth + 1,
              height: geometry.plotHeight + EDGE,
            }}
          >
            <div className="chart-veil" ref={veil} />
            <div className="chart-hover" ref={hover} hidden />
          </div>
        )}
        {geometry && size && <AxisMarks {...size} marks={timeNoteMarks(drawn, geometry, size.em)} />}
        {geometry?.labelled === true && <TimeFoot content={content} geometry={geometry} />}
        {content.count === 0 && <p className="chart-empty">Waiting for the first values</p>}
      </div>
    </div>
  );
}
