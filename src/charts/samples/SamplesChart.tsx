import { useEffect, useMemo, useRef, type ReactElement } from 'react';
import { usePalette } from '../hooks/usePalette.ts';
import { useSize } from '../hooks/useSize.ts';
import { AxisMarks } from '../marks/AxisMarks.tsx';
import { cleared } from '../marks/canvas.ts';
import type { SamplesContent } from './content.ts';
import { drawSamples } from './drawSamples.ts';
import { samplesGeometry, samplesMarks } from './geometry.ts';
import '../charts.css';
import './samples.css';

/** A number of each sample, which nothing moves. */
export function SamplesChart({
  content,
  label,
}: {
  readonly content: SamplesContent;
  readonly label: string;
}): ReactElement {
  const [plot, size] = useSize();
  const palette = usePalette();
  const canvas = useRef<HTMLCanvasElement>(null);
  const geometry = useMemo(() => size && samplesGeometry(content, size), [content, size]);
  useEffect(() => {
    if (!geometry || !size || !canvas.current) return;
    const { pixelRatio } = palette;
    const [width, height] = [size.width * pixelRatio, size.height * pixelRatio].map(Math.round);
    const context = cleared(canvas.current, width!, height!);
    context?.scale(pixelRatio, pixelRatio);
    if (context) drawSamples({ context, palette, em: size.em }, content, geometry);
  }, [geometry, content, palette, size]);
  return (
    <div className="chart">
      <div className="chart-head">
        <span className="chart-value-label">{content.valueLabel}</span>
      </div>
      <div className="chart-plot" ref={plot} role="img" aria-label={label} tabIndex={0}>
        {geometry && size && <AxisMarks {...size} marks={samplesMarks(content, geometry, size.em)} />}
        <canvas className="chart-canvas" ref={canvas} aria-hidden="true" />
      </div>
    </div>
  );
}
