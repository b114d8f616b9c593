import { useCallback, useRef } from 'react';
import type { ReactElement } from 'react';
import type { PlayerState } from '../../state/player.ts';
import { write } from '../hooks/dom.ts';
import { momentInWords } from '../data/moment.ts';
import { usePlayhead } from '../hooks/usePlayhead.ts';
import { useSize } from '../hooks/useSize.ts';
import { snapshotAt } from '../data/snapshots.ts';
import { switchOffMarks } from '../data/modes.ts';
import { LineKey } from '../legend/LineKey.tsx';
import { TrailPane, type TrailRun } from './TrailPane.tsx';
import type { PlaneExtent } from './trails.ts';
import '../charts.css';
import './plane.css';

interface SignalPlaneProps {
  readonly runs: readonly TrailRun[];
  readonly extent: PlaneExtent;
  readonly label: string;
}

/** Narrower than so many em, panes side by side cannot be read: the one in front has all the room. */
const LEAST_PANE = 13;

/** Each neuron's way through the plane of signal and noise; compared points are side by side on the same axes. */
export function SignalPlane({ runs, extent, label }: SignalPlaneProps): ReactElement {
  const [row, size] = useSize();
  const moment = useRef<HTMLSpanElement>(null);
  const place = useCallback(
    ({ epoch }: PlayerState) => {
      const { snapshots = [] } = runs.find(({ front }) => front)?.recording ?? {};
      const shown = snapshots[snapshotAt(snapshots, epoch)];
      write(moment.current, shown ? momentInWords(shown.epoch) : '');
    },
    [runs],
  );
  usePlayhead(place);
  const fits = !size || size.width >= LEAST_PANE * size.em * runs.length;
  const shown = fits ? runs : runs.filter(({ front }) => front);
  const marks = switchOffMarks(runs.flatMap(({ recording }) => recording ?? []));
  return (
    <div className="chart">
      <div className="chart-head">
        <ul className="chart-legend trail-legend">
          <Key shape="M16 4a4 4 0 1 0 0 .001z" colour="positive" dash="none" label="+1 neurons" />
          <Key shape="M12 -1L17 4L12 9L7 4z" colour="negative" dash="6 3.5" label="−1 neurons" />
          {marks.map(({ epoch, label: name }) => (
            <li key={name} data-mark={name}>
              <svg className="chart-key trail-key-off" viewBox="0 0 24 8" aria-hidden="true">
                <path d="M8.5 .5L15.5 7.5M8.5 7.5L15.5 .5" />
              </svg>
              {name} at {momentInWords(epoch)}
            </li>
          ))}
        </ul>
        <span className="chart-moment" ref={moment} />
      </div>
      <div className="trail-panes" ref={row} role="img" aria-label={label} tabIndex={0}>
        {shown.map((run) => (
          <TrailPane key={run.look?.label ?? 'alone'} run={run} extent={extent} compared={runs.length > 1} />
        ))}
      </div>
    </div>
  );
}

function Key(props: {
  readonly shape: string;
  readonly colour: 'positive' | 'negative';
  readonly dash: string;
  readonly label: string;
}): ReactElement {
  return (
    <li>
      <LineKey colour={props.colour} dash={props.dash} width={1.5} marker={props.shape} />
      {props.label}
    </li>
  );
}
