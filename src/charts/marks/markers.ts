import type { Marker } from '../data/content.ts';

/** What a marker needs of a canvas: tests pass a recorder of calls. */
export type MarkerPath = Pick<CanvasRenderingContext2D, 'moveTo' | 'lineTo' | 'arc' | 'rect' | 'closePath'>;

/** Adds a marker around a point to the current path; shapes of about the same area. */
export function traceMarker(path: MarkerPath, marker: Marker, x: number, y: number, radius: number): void {
  if (marker === 'disc') {
    path.moveTo(x + radius, y);
    path.arc(x, y, radius, 0, 2 * Math.PI);
  } else if (marker === 'square') path.rect(x - 0.9 * radius, y - 0.9 * radius, 1.8 * radius, 1.8 * radius);
  else if (marker === 'diamond') {
    path.moveTo(x, y - 1.35 * radius);
    path.lineTo(x + 1.35 * radius, y);
    path.lineTo(x, y + 1.35 * radius);
    path.lineTo(x - 1.35 * radius, y);
    path.closePath();
  } else {
    path.moveTo(x, y - 1.3 * radius);
    path.lineTo(x + 1.2 * radius, y + 0.9 * radius);
    path.lineTo(x - 1.2 * radius, y + 0.9 * radius);
    path.closePath();
  }
}

/** A marker as the path of an SVG, around a point. */
export function markerPath(marker: Marker, x: number, y: number, radius: number): string {
  if (marker === 'disc') return `M${x + radius} ${y}a${radius} ${radius} 0 1 0 0 .001z`;
  if (marker === 'square')
    return `M${x - 0.9 * radius} ${y - 0.9 * radius}h${1.8 * radius}v${1.8 * radius}h${-1.8 * radius}z`;
  if (marker === 'diamond') {
    const r = 1.35 * radius;
    return `M${x} ${y - r}l${r} ${r}l${-r} ${r}l${-r} ${-r}z`;
  }
  return `M${x} ${y - 1.3 * radius}L${x + 1.2 * radius} ${y + 0.9 * radius}L${x - 1.2 * radius} ${y + 0.9 * radius}z`;
}

/** Curves get so many markers each. */
const MARKERS = 5;
const SHAPES: readonly Marker[] = ['disc', 'triangle', 'square', 'diamond'];

/**
 * Where a curve's markers are, in shares of the plot's width; those of other shapes are elsewhere, so that curves that
 * lie on each other still show each its own.
 */
export const markerPlaces = (marker: Marker): readonly number[] =>
  Array.from({ length: MARKERS }, (_, k) => (k + (SHAPES.indexOf(marker) + 0.5) / SHAPES.length) / MARKERS);
