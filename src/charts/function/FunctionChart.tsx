import { useEffect, useMemo, useRef, type ReactElement } from 'react';
import { usePalette } from '../hooks/usePalette.ts';
import { useSize } from '../hooks/useSize.ts';
import { AxisMarks } from '../marks/AxisMarks.tsx';
import { cleared } from '../marks/canvas.ts';
import { drawFunctions, type FunctionLine } from './drawFunction.ts';
import { functionGeometry, functionMarks } from './geometry.ts';
import '../charts.css';

interface FunctionChartProps {
  /** "φ(z)" */
  readonly name: string;
  readonly lines: readonly FunctionLine[];
  readonly label: string;
}

/** Functions of z, which nothing moves. */
export function FunctionChart({ name, lines, label }: FunctionChartProps): ReactElement {
  const [plot, size] = useSize();
  const palette = usePalette();
  const canvas = useRef<HTMLCanvasElement>(null);
  const geometry = useMemo(
    () =>
      size &&
      functionGeometry(
        lines.map(({ points }) => points),
        size,
      ),
    [lines, size],
  );
  useEffect(() => {
    if (!geometry || !size || !canvas.current) return;
    const { pixelRatio } = palette;
    const [width, height] = [size.width * pixelRatio, size.height * pixelRatio].map(Math.round);
    const context = cleared(canvas.current, width!, height!);
    context?.scale(pixelRatio, pixelRatio);
    if (context) drawFunctions({ context, palette, em: size.em }, lines, geometry);
  }, [geometry, lines, palette, size]);
  return (
    <div className="chart">
      <div className="chart-head">
        <span className="chart-value-label">{name}</span>
      </div>
      <div className="chart-plot" ref={plot} role="img" aria-label={label} tabIndex={0}>
        {geometry && size && <AxisMarks {...size} marks={functionMarks(geometry, size.em)} />}
        <canvas className="chart-canvas" ref={canvas} aria-hidden="true" />
      </div>
    </div>
  );
}
