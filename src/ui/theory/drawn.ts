import type { Curve, Drawing } from '../../core/claims/drawing.ts';
import type { Dash, GuideCurve } from '../../charts/data/content.ts';
import { formatCount, formatValue } from '../../charts/data/format.ts';
import { drawGuideCurves } from '../../charts/time/guide-curves.ts';
import { guideLabels } from '../../charts/time/guide-labels.ts';
import { handInGuides } from '../../charts/time/guides.ts';
import { handInTheory, type MakeTheory } from '../panels/theory.ts';

const DASH_OF: Readonly<Record<Exclude<Drawing['as'], 'mark'>, Dash>> = {
  bound: 'dashed',
  printed: 'dotted',
  fitted: 'dash-dot',
};

/** What a chart draws of the curves of a run. */
const theoryOf: MakeTheory = (curves, { beside, offset }, run) => {
  const own = curves.filter(({ drawing }) => drawing.beside.some((name) => beside.includes(name)));
  const guides = own.flatMap((curve) => guideOf(curve, offset));
  const marks = own.flatMap((curve) =>
    curve.drawing.as === 'mark' ? [{ epoch: curve.number ?? 0, label: labelOf(curve, formatCount) }] : [],
  );
  const isOutside = guides.some(({ faint }) => faint);
  const notes = [
    ...(guides.length + marks.length === 0
      ? ['the theory has no curve here']
      : run === ''
        ? []
        : [`theory of ${run}`]),
    ...(isOutside ? ['faint: outside its assumptions'] : []),
  ];
  return { guides, marks, note: notes.join(', ') };
};

function guideOf(curve: Curve, offset: number): readonly GuideCurve[] {
  const { drawing, epochs, met } = curve;
  if (drawing.as === 'mark') return [];
  const values = offset === 0 ? curve.values : curve.values.map((value) => value - offset);
  const label = labelOf(curve, (number) => formatValue(number, 3));
  return [{ label, dash: DASH_OF[drawing.as], epochs, values, faint: !met }];
}

const labelOf = ({ drawing, number }: Curve, format: (number: number) => string): string =>
  number === null ? drawing.label : drawing.label.replace('{}', format(number));

/** From now on charts can draw the theory: there is something to draw once claims were watched. */
export function letChartsDrawTheory(): void {
  handInTheory(theoryOf);
  handInGuides({ draw: drawGuideCurves, labels: guideLabels });
}
