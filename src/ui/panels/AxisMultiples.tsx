import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { createBands, type Bands } from '../../charts/data/means.ts';
import { useGrown } from '../../charts/hooks/useGrown.ts';
import { useSize } from '../../charts/hooks/useSize.ts';
import { Symbols } from '../../charts/legend/Symbols.tsx';
import { TimeChart } from '../../charts/time/TimeChart.tsx';
import { timeSummary } from '../../charts/data/words.ts';
import { useView } from '../../state/view.ts';
import { axisPanes, paneContents, type ContentWith } from './panes.ts';
import type { PanelProps } from './spec.ts';

interface AxisMultiplesProps {
  readonly shown: PanelProps;
  readonly subject: string;
  /** The same function as long as it gives the same. */
  readonly contentOf: ContentWith;
  /** One below the other, not side by side. */
  readonly stacked: boolean;
}

/** A chart over time for each value of the second axis, on the same axes. */
export function AxisMultiples({ shown, subject, contentOf, stacked }: AxisMultiplesProps): ReactElement {
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

/** So many em are wide enough for one of several charts side by side. */
const LEAST_PANE = 14;

interface Multiples {
  /** Whether there is a second axis, and a stage. */
  readonly possible: boolean;
  readonly offered: boolean;
  readonly shown: boolean;
  /** One below the other, where they have no room side by side. */
  readonly stacked: boolean;
}

/**
 * Whether charts over time have a pane for each value of the second axis: where it was asked for, and in a lecture, where
 * nobody scrolls, only where all have room.
 * @returns a ref to attach to what the panes share, whose width and type decide how many have room beside each other
 */
export function useAxisMultiples(
  points: PanelProps['points'] = [],
): [ReturnType<typeof useSize>[0], Multiples] {
  const [stack, size] = useSize();
  const { enlarged, lecture, multiples } = useView();
  const values = new Set(points.flatMap(({ point: { at } }) => (at?.length === 2 ? [at[1]] : [])));
  const possible = (enlarged !== null || lecture) && values.size > 0;
  const isWide = size !== null && size.width >= LEAST_PANE * size.em * values.size;
  const offered = possible && (isWide || !lecture);
  return [stack, { possible, offered, shown: offered && multiples !== 'front', stacked: !isWide }];
}
