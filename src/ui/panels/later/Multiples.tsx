import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { createBands, type Bands } from '../../../charts/data/means.ts';
import { useGrown } from '../../../charts/hooks/useGrown.ts';
import { Symbols } from '../../../charts/legend/Symbols.tsx';
import { TimeChart } from '../../../charts/time/TimeChart.tsx';
import { timeSummary } from '../../../charts/data/words.ts';
import { useView } from '../../../state/view.ts';
import { axisPanes, paneContents, type AxisMultiplesProps } from '../panes.ts';

/** A chart over time for each value of the second axis, on the same axes. */
export function Multiples({ shown, subject, contentOf, stacked }: AxisMultiplesProps): ReactElement {
  const { points = [], horizon = 0 } = shown;
  const grown = useGrown(shown.recordings, points);
  const time = useView((view) => view.timeAxis);
  const kind = useView((view) => view.band);
  const [kept] = useState(() => new Map<string, Bands>());
  const { panes, contents } = useMemo(() => {
    const bandsOf = (key: number): Bands => {
      const name = `${kind} ${key}`;
      const bands = kept.get(name) ?? createBands(kind);
      kept.set(name, bands);
      return bands;
    };
    const all = axisPanes(grown.variants, grown.recordings);
    return { panes: all, contents: paneContents(all, contentOf, bandsOf, horizon) };
  }, [grown, kind, kept, contentOf, horizon]);
  return (
    <div className="axis-multiples" data-stacked={stacked ? '' : undefined}>
      {panes.map(({ key, name, front }, k) => (
        <div key={key} className="axis-multiple" data-front={front ? '' : undefined}>
          <strong className="axis-multiple-name">
            <Symbols text={name} />
          </strong>
          <TimeChart
            content={contents[k]!}
            time={time}
            horizon={horizon}
            label={timeSummary(`${subject}, ${name}`, contents[k]!)}
          />
        </div>
      ))}
    </div>
  );
}
