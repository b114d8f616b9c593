import type { ColourName } from '../data/content.ts';
import type { AxisMark, LineRole } from './axis-marks.ts';
import { drawSymbols } from './drawSymbols.ts';
import { fontOf, type Surface } from './surface.ts';

/** As the style sheet has them on the page. */
const LINES: Readonly<Record<LineRole, { colour: ColourName; opacity: number; dash: readonly number[] }>> = {
  grid: { colour: 'line', opacity: 0.6, dash: [] },
  axis: { colour: 'ink-soft', opacity: 0.7, dash: [] },
  broken: { colour: 'ink-soft', opacity: 0.7, dash: [2, 3] },
  event: { colour: 'ink', opacity: 1, dash: [5, 3] },
};

/** Width of a note's rim, in em. */
const RIM = 0.25;

/** A chart's axes on a surface. */
export function drawAxisMarks(surface: Surface, marks: readonly AxisMark[]): void {
  const { context, palette, em } = surface;
  const thickness = em / 13;
  context.save();
  context.textBaseline = 'alphabetic';
  for (const mark of marks) {
    if (mark.kind === 'line') {
      const { colour, opacity, dash } = LINES[mark.role];
      context.strokeStyle = palette.css(colour);
      context.globalAlpha = opacity;
      context.lineWidth = thickness;
      context.setLineDash(dash.map((length) => length * thickness));
      context.beginPath();
      context.moveTo(mark.x1, mark.y1);
      context.lineTo(mark.x2, mark.y2);
      context.stroke();
      context.globalAlpha = 1;
      continue;
    }
    context.font = fontOf(surface, 1, mark.role === 'event' ? 550 : 400);
    context.textAlign = mark.anchor === 'middle' ? 'center' : mark.anchor;
    context.fillStyle = palette.css(mark.role === 'event' ? 'ink' : 'ink-soft');
    if (mark.role === 'note') {
      // A note lies on curves: as on the page it has a rim.
      context.strokeStyle = palette.css('card');
      context.lineWidth = RIM * em;
      context.lineJoin = 'round';
      drawSymbols(context, mark.text, mark.x, mark.y, 'strokeText');
    }
    drawSymbols(context, mark.text, mark.x, mark.y);
  }
  context.restore();
}
