import type { ColourName, Dash, Marker, Series, TimeContent } from '../data/content.ts';

/** A line of a legend: how a curve looks, and its name. */
export interface LegendEntry {
  readonly label: string;
  readonly colour: ColourName;
  readonly dash: Dash;
  readonly width: number;
  readonly marker: Marker | null;
}

/** What a legend says, on the page and in a file. */
export interface LegendContent {
  /** What the entries are values of, "γ"; '' where each says it itself. */
  readonly title: string;
  readonly entries: readonly LegendEntry[];
}

/** Below this a key's line is hard to tell. */
const LEAST_WIDTH = 1.5;

export const legendOf = ({ series, legendTitle = '' }: TimeContent): LegendContent => ({
  title: legendTitle,
  entries: series.map(entryOf),
});

export const entryOf = (series: Series): LegendEntry => ({
  label: series.short ?? series.label,
  colour: series.colour,
  dash: series.dash,
  width: Math.max(LEAST_WIDTH, series.width),
  marker: (series.kind === 'line' ? series.marker : undefined) ?? null,
});
