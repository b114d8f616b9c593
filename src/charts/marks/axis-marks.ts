/** Lines of axes: what they are says how they look, on the page by its style sheet, in a file by its palette. */
export type LineRole = 'grid' | 'axis' | 'broken' | 'event';

/** Texts of a chart: tick labels and names of axes, notes beside lines, and names of marked epochs. */
export type TextRole = 'label' | 'note' | 'event';

interface Line {
  readonly kind: 'line';
  readonly role: LineRole;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** A piece of text, at its anchor. */
export interface Text {
  readonly kind: 'text';
  readonly role: TextRole;
  readonly text: string;
  /** The anchor's place, on the line that letters stand on. */
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/**
 * A line or text of a chart's axes, in pixels of the box that the chart is drawn in. The page makes SVG of it
 * (AxisMarks.tsx), a file's picture draws it on its surface (drawAxisMarks.ts).
 */
export type AxisMark = Line | Text;

export const lineMark = (role: LineRole, x1: number, y1: number, x2: number, y2: number): AxisMark => ({
  kind: 'line',
  role,
  x1,
  y1,
  x2,
  y2,
});

export const textMark = (
  role: TextRole,
  text: string,
  x: number,
  y: number,
  anchor: Text['anchor'],
): Text => ({ kind: 'text', role, text, x, y, anchor });

/** A line of one pixel is crisp when its middle is that of a pixel. */
export const crisp = (position: number): number => Math.round(position) + 0.5;

/** How far below its middle a line of text stands, in em. */
export const BELOW_MIDDLE = 0.35;
