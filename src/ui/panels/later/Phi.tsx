import { useMemo, type ReactElement } from 'react';
import { PhiCharts } from '../../../charts/function/PhiCharts.tsx';
import { phiCurves, places, traced, type PhiCurve } from '../../../charts/function/curves.ts';
import { formatValue } from '../../../charts/data/format.ts';
import type { Table } from '../../../charts/data/words.ts';
import type { Variant } from '../../../engine/batch.ts';
import { useSettings } from '../../../state/settings.ts';
import type { PanelProps, Told } from '../spec.ts';

const NONE: readonly Variant[] = [];

/** Rows of the table are so far apart. */
const LISTED_EVERY = 0.25;

export function PhiPanel({ variants = NONE }: PanelProps): ReactElement {
  const settings = useSettings((state) => state.settings);
  const curves = useMemo(() => phiCurves(variants, settings), [variants, settings]);
  return <PhiCharts curves={curves} />;
}

const curvesNow = (points: readonly Variant[] = NONE): readonly PhiCurve[] =>
  phiCurves(points, useSettings.getState().settings);

function table(_recordings: unknown, _run?: number, points?: readonly Variant[]): Table {
  const curves = curvesNow(points);
  const at = places(LISTED_EVERY);
  const of = ({ entry }: PhiCurve) => (curves.length > 1 ? `, ${entry.label}` : '');
  return {
    columns: ['z', ...curves.flatMap((curve) => [`φ(z)${of(curve)}`, `φ′(z)${of(curve)}`])],
    count: at.length,
    row: (index) => {
      const z = at[index]!;
      return [
        formatValue(z, 3),
        ...curves.flatMap(({ phi }) => [formatValue(phi.value(z), 4), formatValue(phi.slope(z), 4)]),
      ];
    },
  };
}

export const phiTold: Told = {
  summary: (_recordings, _run, points) =>
    `The activation φ and its slope, of ${curvesNow(points)
      .map(({ entry }) => entry.label)
      .join('; ')}.`,
  table,
  picture: ({ variants, points = variants }) => {
    const curves = curvesNow(points);
    return {
      layout: 'across',
      panes: (['value', 'slope'] as const).map((of) => ({
        kind: 'function',
        name: of === 'value' ? 'φ(z)' : 'φ′(z)',
        lines: curves.map(({ entry, phi }) => ({ entry, points: traced(phi, of) })),
      })),
      valueLabel: '',
      legend: { title: '', entries: curves.map(({ entry }) => entry) },
      colours: null,
    };
  },
};
