import type { Before, BundleSeries, LineSeries, Series, TimeContent } from './content.ts';

/** Quiet, but not so thin that it is lost in a room. */
const WIDTH = 1.5;

/** What a chart showed before the last change, as quiet curves. @param what the settings that differ, as they were */
export function beforeOf(content: TimeContent, what: string): Before {
  return { content: { ...content, series: content.series.map((one) => quiet(one, content.count)) }, what };
}

/** The content with the curves before it, of those quantities that it has itself. */
export function withBefore(content: TimeContent, before: Before | null): TimeContent {
  if (before === null || before.content.count === 0) return content;
  const labels = new Set(content.series.map(({ label }) => label));
  const series = before.content.series.filter(({ label }) => labels.has(label));
  if (series.length === 0 || content.axis !== before.content.axis) return content;
  return { ...content, before: { ...before, content: { ...before.content, series } } };
}

function quiet(series: Series, count: number): LineSeries {
  const { label, dash, read } = series;
  const values = series.kind === 'line' ? series.values : meanOf(series, count);
  return { kind: 'line', label, colour: 'ghost', dash, width: WIDTH, values, band: null, read };
}

/** The mean of a bundle's curves. */
function meanOf({ matrix, stride, columns }: BundleSeries, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, t) => {
    let sum = 0;
    for (const column of columns) sum += matrix[t * stride + column]!;
    return sum / columns.length;
  });
}
