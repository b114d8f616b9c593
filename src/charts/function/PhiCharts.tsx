import { useMemo, type ReactElement } from 'react';
import { DASHES } from '../data/content.ts';
import { LineKey } from '../legend/LineKey.tsx';
import { Symbols } from '../legend/Symbols.tsx';
import { traced, type PhiCurve } from './curves.ts';
import { FunctionChart } from './FunctionChart.tsx';
import './function.css';

/** φ and φ′ beside each other, under one legend. */
export function PhiCharts({ curves }: { readonly curves: readonly PhiCurve[] }): ReactElement {
  const [values, slopes] = useMemo(
    () =>
      (['value', 'slope'] as const).map((of) =>
        curves.map(({ entry, phi }) => ({ entry, points: traced(phi, of) })),
      ),
    [curves],
  );
  const names = curves.map(({ entry }) => entry.label).join('; ');
  return (
    <div className="chart">
      <ul className="chart-legend">
        {curves.map(({ entry }) => (
          <li key={entry.label}>
            <LineKey
              colour={entry.colour}
              dash={DASHES[entry.dash].join(' ')}
              width={entry.width}
              marker={null}
            />
            <Symbols text={entry.label} />
          </li>
        ))}
      </ul>
      <div className="function-pair">
        <FunctionChart name="φ(z)" lines={values!} label={`φ(z) for z from −4 to 4: ${names}`} />
        <FunctionChart name="φ′(z)" lines={slopes!} label={`φ′(z) for z from −4 to 4: ${names}`} />
      </div>
    </div>
  );
}
