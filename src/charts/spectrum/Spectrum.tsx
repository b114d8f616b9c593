import type { AxisKind } from '../data/content.ts';
import { useCallback, useMemo, useRef } from 'react';
import type { ReactElement } from 'react';
import type { Snapshot } from '../../core/observe/recorder.ts';
import type { PlayerState } from '../../state/player.ts';
import { cleared } from '../marks/canvas.ts';
import { write } from '../hooks/dom.ts';
import { formatValue } from '../data/format.ts';
import { momentInWords } from '../data/moment.ts';
import { usePalette } from '../hooks/usePalette.ts';
import { usePlayhead } from '../hooks/usePlayhead.ts';
import { useSize } from '../hooks/useSize.ts';
import { AxisMarks } from '../marks/AxisMarks.tsx';
import { snapshotAt, spectrumAt } from '../data/snapshots.ts';
import { drawSpectrum } from './drawSpectrum.ts';
import { spectrumExtent, spectrumGeometry, spectrumMarks } from './geometry.ts';
import '../charts.css';
import './spectrum.css';

interface SpectrumProps {
  readonly snapshots: readonly Snapshot[];
  readonly axis: AxisKind;
  readonly label: string;
}

/** Leading singular values of W at the playhead, those of W(0) as outlines. */
export function Spectrum({ snapshots, axis, label }: SpectrumProps): ReactElement {
  const [plot, size] = useSize();
  const palette = usePalette();
  const canvas = useRef<HTMLCanvasElement>(null);
  const moment = useRef<HTMLSpanElement>(null);
  const legend = useRef<HTMLUListElement>(null);
  const drawn = useRef<readonly unknown[]>([]);
  const extent = useMemo(() => spectrumExtent(snapshots, axis), [snapshots, axis]);
  const geometry = useMemo(() => (size ? spectrumGeometry(extent, axis, size) : null), [size, axis, extent]);

  const place = useCallback(
    (player: PlayerState) => {
      const index = spectrumAt(snapshots, snapshotAt(snapshots, player.epoch));
      if (!geometry || !size || !canvas.current || index < 0) return;
      const key = [geometry, palette, index];
      if (key.every((part, k) => part === drawn.current[k])) return;
      drawn.current = key;
      const now = snapshots[index]!;
      const initial = snapshots[spectrumAt(snapshots, 0)] ?? now;
      const { pixelRatio } = palette;
      const [width, height] = [size.width * pixelRatio, size.height * pixelRatio].map(Math.round);
      const context = cleared(canvas.current, width!, height!);
      context?.scale(pixelRatio, pixelRatio);
      if (context) drawSpectrum({ context, palette, em: size.em }, geometry, now, initial);
      write(moment.current, momentInWords(now.epoch));
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
          <span className="spectrum-initial" /> at the start
        </li>
      </ul>
      <div className="chart-plot" ref={plot} role="img" aria-label={label} tabIndex={0}>
        {geometry && size && <AxisMarks {...size} marks={spectrumMarks(geometry, size.em)} />}
        <canvas className="chart-canvas" ref={canvas} aria-hidden="true" />
        {snapshots.length === 0 && <p className="chart-empty">Waiting for the first values</p>}
      </div>
    </div>
  );
}
