import type { AxisKind } from '../data/content.ts';
import { useCallback, useMemo, useRef } from 'react';
import type { ReactElement } from 'react';
import type { Snapshot } from '../../core/observe/recorder.ts';
import type { PlayerState } from '../../state/player.ts';
import { cleared } from '../marks/canvas.ts';
import { write } from '../hooks/dom.ts';
import { formatCount, formatValue } from '../data/format.ts';
import { usePalette } from '../hooks/usePalette.ts';
import type { Palette } from '../hooks/usePalette.ts';
import { usePlayhead } from '../hooks/usePlayhead.ts';
import { useSize } from '../hooks/useSize.ts';
import { bars } from '../marks/bars.ts';
import type { Bar } from '../marks/bars.ts';
import { snapshotAt, spectrumAt } from '../data/snapshots.ts';
import { valueScale } from '../scales/scales.ts';
import type { Scale } from '../scales/scales.ts';
import '../charts.css';

interface SpectrumProps {
  readonly snapshots: readonly Snapshot[];
  readonly axis: AxisKind;
  readonly label: string;
}

interface SpectrumGeometry {
  readonly left: number;
  readonly top: number;
  readonly length: number;
  readonly slots: number;
  readonly value: Scale;
}

/** Extent of all the spectra so far, so that the axis stands still while the bars move. */
export function spectrumExtent(
  snapshots: readonly Snapshot[],
  axis: AxisKind,
): { extent: [number, number]; slots: number } {
  let low = axis === 'linear' ? 0 : Infinity;
  let high = 0;
  let slots = 0;
  for (const { singularValues } of snapshots) {
    slots = Math.max(slots, singularValues.length);
    for (const value of singularValues) {
      if (value > high) high = value;
      // Rounding leaves singular values of zero at about 1e-16 of the largest: no reason for a longer axis.
      if (value < low && value > 1e-9 * high) low = value;
    }
  }
  return { extent: [low, high], slots };
}

/** Leading singular values of W at the playhead, those of W(0) as outlines. */
export function Spectrum({ snapshots, axis, label }: SpectrumProps): ReactElement {
  const [plot, size] = useSize();
  const palette = usePalette();
  const canvas = useRef<HTMLCanvasElement>(null);
  const moment = useRef<HTMLSpanElement>(null);
  const legend = useRef<HTMLUListElement>(null);
  const drawn = useRef<readonly unknown[]>([]);
  const { extent, slots } = useMemo(() => spectrumExtent(snapshots, axis), [snapshots, axis]);
  const geometry = useMemo((): SpectrumGeometry | null => {
    if (!size) return null;
    const { em, width, height } = size;
    const value = valueScale(axis, extent, [Math.max(1, height - 3.3 * em), 0], 2.4 * em);
    const widest = value.ticks.reduce((most, t) => Math.max(most, t.label.length), 3);
    const left = (0.62 * widest + 0.9) * em;
    return { left, top: 0.6 * em, length: Math.max(1, width - left - 0.6 * em), slots, value };
  }, [size, axis, extent, slots]);

  const place = useCallback(
    (player: PlayerState) => {
      const index = spectrumAt(snapshots, snapshotAt(snapshots, player.epoch));
      if (!geometry || !size || !canvas.current || index < 0) return;
      const key = [geometry, palette, index];
      if (key.every((part, k) => part === drawn.current[k])) return;
      drawn.current = key;
      const now = snapshots[index]!;
      const initial = snapshots[spectrumAt(snapshots, 0)] ?? now;
      drawSpectrum(canvas.current, size, geometry, palette, now, initial);
      write(moment.current, `epoch ${formatCount(now.epoch)}`);
      const readings = legend.current?.getElementsByTagName('b') ?? [];
      write(readings[0] ?? null, formatValue(now.singularValues[0] ?? 0, 3));
      write(readings[1] ?? null, formatValue(now.singularValues[1] ?? 0, 3));
    },
    [snapshots, geometry, palette, size],
  );
  usePlayhead(place);

  return (
    <div className="chart">
      <div className="chart-head">
        <span className="chart-value-label">singular value</span>
        <span className="chart-moment" ref={moment} />
      </div>
      <ul className="chart-legend" ref={legend}>
        <li>
          σ₁ <b className="chart-reading" />
        </li>
        <li>
          σ₂ <b className="chart-reading" />
        </li>
        <li className="chart-aside">
          <span className="spectrum-initial" /> at epoch 0
        </li>
      </ul>
      <div className="chart-plot" ref={plot} role="img" aria-label={label} tabIndex={0}>
        {geometry && size && <SpectrumAxes geometry={geometry} em={size.em} />}
        <canvas className="chart-canvas" ref={canvas} aria-hidden="true" />
        {snapshots.length === 0 && <p className="chart-empty">Waiting for the first epoch</p>}
      </div>
    </div>
  );
}

function SpectrumAxes({
  geometry,
  em,
}: {
  readonly geometry: SpectrumGeometry;
  readonly em: number;
}): ReactElement {
  const { left, top, length, slots, value } = geometry;
  const [bottom] = value.range;
  const slot = length / Math.max(1, slots);
  const every = Math.max(1, Math.ceil((1.8 * em) / slot));
  return (
    <svg className="chart-axes" width="100%" height="100%" aria-hidden="true">
      <g transform={`translate(${left} ${top})`}>
        {value.ticks.map(
          (tick) =>
            tick.label !== '' && (
              <g key={tick.value} transform={`translate(0 ${Math.round(tick.position) + 0.5})`}>
                <line className="chart-grid" x2={length} />
                <text x={-0.5 * em} dy="0.35em" textAnchor="end">
                  {tick.label}
                </text>
              </g>
            ),
        )}
        <line className="chart-axis" x2={length} y1={bottom} y2={bottom} />
        {Array.from({ length: slots }, (_, k) => k + 1)
          .filter((k) => (k - 1) % every === 0)
          .map((k) => (
            <text key={k} x={(k - 0.5) * slot} y={bottom + 1.3 * em} textAnchor="middle">
              {k}
            </text>
          ))}
        <text className="chart-axis-label" x={length} y={bottom + 2.5 * em} textAnchor="end">
          k-th largest
        </text>
      </g>
    </svg>
  );
}

function drawSpectrum(
  canvas: HTMLCanvasElement,
  size: { readonly width: number; readonly height: number; readonly em: number },
  { left, top, length, slots, value }: SpectrumGeometry,
  palette: Palette,
  now: Snapshot,
  initial: Snapshot,
): void {
  const ratio = palette.pixelRatio;
  const context = cleared(canvas, Math.round(size.width * ratio), Math.round(size.height * ratio));
  if (!context) return;
  context.scale(ratio, ratio);
  context.translate(left, top);
  const fill = 0.66;
  context.fillStyle = palette.css('accent');
  context.strokeStyle = palette.css('ink');
  context.lineWidth = size.em / 10;
  const dots = value.kind === 'log';
  const radius = Math.min(0.38 * size.em, (0.45 * length) / Math.max(1, slots));
  const trace = (bar: Bar): void => {
    context.beginPath();
    if (dots) context.arc(bar.x + bar.width / 2, bar.y, radius, 0, 2 * Math.PI);
    else context.rect(bar.x, bar.y, bar.width, bar.height);
  };
  for (const bar of bars(now.singularValues, slots, value, length, fill)) {
    if (!bar) continue;
    trace(bar);
    context.fill();
  }
  for (const bar of bars(initial.singularValues, slots, value, length, fill)) {
    if (!bar) continue;
    trace(bar);
    context.stroke();
  }
}
