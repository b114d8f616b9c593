import { useCallback, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent, ReactElement } from 'react';
import type { Variant } from '../../engine/batch.ts';
import type { PlayerState } from '../../state/player.ts';
import { DASHES } from '../data/content.ts';
import { write } from '../hooks/dom.ts';
import { usePalette } from '../hooks/usePalette.ts';
import { usePlayhead } from '../hooks/usePlayhead.ts';
import { useSize } from '../hooks/useSize.ts';
import { LineKey } from '../legend/LineKey.tsx';
import { Symbols } from '../legend/Symbols.tsx';
import { AxisMarks } from '../marks/AxisMarks.tsx';
import { cleared } from '../marks/canvas.ts';
import { markerPath } from '../marks/markers.ts';
import { heldExtent, createHold } from '../scales/hold.ts';
import { againstMarks } from './againstMarks.ts';
import { drawAgainst } from './drawAgainst.ts';
import { placeByKey, placeUnder, type Pointed } from './pointing.ts';
import { againstGeometry, valueExtent } from './scales.ts';
import { againstEntries, type AgainstContent } from './series.ts';
import { outcomeInWords, placeInWords, reading, seedsInWords } from './words.ts';
import '../charts.css';
import './against.css';

interface AgainstChartProps {
  /** What is shown when the playhead is at t; the same function while nothing else changes. */
  readonly contentAt: (t: number) => AgainstContent | null;
  /** Whether it depends on t. */
  readonly moves: boolean;
  /** Whether more is to come: the vertical axis stands still. */
  readonly growing: boolean;
  readonly front: Variant | null;
  readonly label: string;
  /** Brings the point of a place to the front. */
  readonly onFront: (variant: Variant) => void;
}

/** An outcome against the varied setting: drawn again, without a render, as the playhead moves. */
export function AgainstChart(props: AgainstChartProps): ReactElement {
  const { contentAt, moves, growing, front, label, onFront } = props;
  const [plot, size] = useSize();
  const palette = usePalette();
  const [hold] = useState(createHold);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const words = useRef<HTMLParagraphElement>(null);
  const live = useRef<HTMLDivElement>(null);
  const drawn = useRef<readonly unknown[]>([]);
  // Of the axes: they are the same wherever the playhead is.
  const still = useMemo(() => contentAt(0), [contentAt]);
  const geometry = useMemo(() => {
    if (!still || !size) return null;
    const needed = valueExtent(still);
    const key = `${still.setting} ${needed.axis} ${outcomeInWords(still.spec)}`;
    return againstGeometry(still, { ...needed, extent: heldExtent(hold, key, needed.extent, growing) }, size);
  }, [still, size, growing, hold]);

  const place = useCallback(
    ({ epoch }: PlayerState) => {
      const t = moves ? epoch : 0;
      const key = [contentAt, t, geometry, palette, front, pointed];
      if (!geometry || !size || !canvas.current || key.every((part, k) => part === drawn.current[k])) return;
      drawn.current = key;
      const content = contentAt(t);
      if (content === null) return;
      const { pixelRatio } = palette;
      const [width, height] = [size.width * pixelRatio, size.height * pixelRatio].map(Math.round);
      const context = cleared(canvas.current, width!, height!);
      context?.scale(pixelRatio, pixelRatio);
      if (context) drawAgainst({ context, palette, em: size.em }, content, geometry, front, pointed);
      write(words.current, readingOf(content, pointed ?? placeOfFront(content, front)));
    },
    [contentAt, moves, geometry, palette, size, front, pointed],
  );
  usePlayhead(place);

  const under = (event: PointerEvent<HTMLElement>): Pointed | null => {
    if (!geometry || !still) return null;
    const box = event.currentTarget.getBoundingClientRect();
    return placeUnder(
      still,
      geometry,
      event.clientX - box.left - geometry.left,
      event.clientY - box.top - geometry.top,
    );
  };
  const point = (next: Pointed | null): void => {
    if (next?.series !== pointed?.series || next?.place !== pointed?.place) setPointed(next);
  };
  const bringToFront = (at: Pointed | null): void => {
    const variant = at && still?.series[at.series]?.places[at.place]?.variant;
    if (variant) onFront(variant);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!still || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape' && pointed !== null) {
      setPointed(null);
      write(live.current, '');
    } else if (event.key === 'Enter' && pointed !== null) bringToFront(pointed);
    else {
      const next = placeByKey(still, event.key, pointed ?? placeOfFront(still, front) ?? FIRST);
      if (next === null) return;
      setPointed(next);
      write(live.current, readingOf(still, next));
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="chart">
      <p className="against-reading" ref={words} data-testid="against-reading" />
      {still !== null && againstEntries(still).length > 0 && (
        <ul className="chart-legend">
          {againstEntries(still).map(({ label, colour, dash, width, marker }, k) => (
            <li key={k}>
              <LineKey
                colour={colour}
                dash={DASHES[dash].join(' ')}
                width={width}
                marker={marker && markerPath(marker, 12, 4, 4.2)}
              />
              <span>
                <Symbols text={label} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <div
        className="chart-plot against-plot"
        ref={plot}
        role="img"
        aria-label={label}
        tabIndex={0}
        onPointerMove={(event) => point(under(event))}
        onPointerDown={(event) => point(under(event))}
        onPointerLeave={({ pointerType }) => {
          // A finger leaves whenever it is lifted: what it touched stays to be read.
          if (pointerType !== 'touch') point(null);
        }}
        onClick={(event) => {
          if (event.detail > 0) bringToFront(pointed);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          write(live.current, '');
          point(null);
        }}
      >
        {geometry && size && still && <AxisMarks {...size} marks={againstMarks(still, geometry, size.em)} />}
        <canvas className="chart-canvas" ref={canvas} aria-hidden="true" />
        {still === null && <p className="chart-empty">Nothing varies</p>}
      </div>
      <div className="visually-hidden" ref={live} aria-live="polite" />
    </div>
  );
}

const FIRST: Pointed = { series: 0, place: 0 };

/** "γ = 0.1: 1.02 ± 0.05, 5 seeds". */
function readingOf(content: AgainstContent, at: Pointed | null): string {
  const series = at && content.series[at.series];
  const one = at && series?.places[at.place];
  if (!series || !one) return '';
  return `${placeInWords(series, one)}: ${reading(content, one)}, ${seedsInWords(one)}`;
}

function placeOfFront({ series }: AgainstContent, front: Variant | null): Pointed | null {
  for (const [s, { places }] of series.entries()) {
    const place = places.findIndex(({ variant }) => variant.point === front?.point);
    if (place >= 0) return { series: s, place };
  }
  return null;
}
