import { useEffect, useMemo, useRef, type ReactElement } from 'react';
import { usePalette, type Palette } from '../hooks/usePalette.ts';
import { useSize, type Size } from '../hooks/useSize.ts';
import type { AxisMark } from '../marks/axis-marks.ts';
import { AxisMarks } from '../marks/AxisMarks.tsx';
import { cleared } from '../marks/canvas.ts';
import '../charts.css';

/** What a still chart is drawn on. */
export interface Ground {
  readonly context: CanvasRenderingContext2D;
  readonly palette: Palette;
  readonly em: number;
}

interface StillChartProps<C, G> {
  readonly content: C;
  readonly valueLabel: string;
  readonly label: string;
  readonly geometryOf: (content: C, size: Size) => G;
  readonly marksOf: (content: C, geometry: G, em: number) => readonly AxisMark[];
  readonly draw: (ground: Ground, content: C, geometry: G) => void;
}

/** A chart that no playhead moves; what it is made with are constants of a module. */
export function StillChart<C, G>(props: StillChartProps<C, G>): ReactElement {
  const { content, valueLabel, label, geometryOf, marksOf, draw } = props;
  const [plot, size] = useSize();
  const palette = usePalette();
  const canvas = useRef<HTMLCanvasElement>(null);
  const geometry = useMemo(() => size && geometryOf(content, size), [content, size, geometryOf]);
  useEffect(() => {
    if (!geometry || !size || !canvas.current) return;
    const { pixelRatio } = palette;
    const [width, height] = [size.width * pixelRatio, size.height * pixelRatio].map(Math.round);
    const context = cleared(canvas.current, width!, height!);
    context?.scale(pixelRatio, pixelRatio);
    if (context) draw({ context, palette, em: size.em }, content, geometry);
  }, [geometry, content, palette, size, draw]);
  return (
    <div className="chart">
      <div className="chart-head">
        <span className="chart-value-label">{valueLabel}</span>
      </div>
      <div className="chart-plot" ref={plot} role="img" aria-label={label} tabIndex={0}>
        {geometry && size && <AxisMarks {...size} marks={marksOf(content, geometry, size.em)} />}
        <canvas className="chart-canvas" ref={canvas} aria-hidden="true" />
      </div>
    </div>
  );
}
