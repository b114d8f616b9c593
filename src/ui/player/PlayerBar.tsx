import { ChevronFirst, ChevronLast, Pause, Play, Repeat, StepBack, StepForward } from 'lucide-react';
import { useMemo } from 'react';
import { inTime } from '../../charts/data/moment.ts';
import { computedEpoch } from '../../engine/computed-epoch.ts';
import { useLabFact } from '../../state/lab.ts';
import { useClock } from '../../state/clock.ts';
import { usePlayer } from '../../state/player.ts';
import { useSettings } from '../../state/settings.ts';
import { useView } from '../../state/view.ts';
import { Choice } from '../parts/Choice.tsx';
import { useChunk } from '../parts/chunk.ts';
import { IconButton } from '../parts/IconButton.tsx';
import { theoryChunk } from '../theory/chunk.ts';
import { Scrubber } from './Scrubber.tsx';
import { switchOffMark } from './switch-off-mark.ts';
import type { Transport } from './transport.ts';
import './player.css';

const SPEEDS = [0.25, 0.5, 1, 2, 4, 8].map((speed) => ({ value: String(speed), label: `×${speed}` }));
const integer = new Intl.NumberFormat('en');

/** Where the playhead is, as a number and on the time axis: what changes with every frame. */
function Timeline({ transport }: { readonly transport: Transport }) {
  const epoch = usePlayer((player) => player.epoch);
  const axis = useView((view) => view.timeAxis);
  const asked = useSettings((state) => state.settings.epochs);
  const total = useLabFact(({ current }) => current?.settings.epochs) ?? asked;
  const computed = useLabFact(({ current }) => (current === null ? 0 : computedEpoch(current.recordings)));
  const shown = Math.min(epoch, total);
  const study = useLabFact(({ current }) => current?.study) ?? null;
  const mark = useMemo(() => (study === null ? null : switchOffMark(study)), [study]);

  const isFlow = useSettings((state) => state.settings.method === 'flow');
  const { clock } = useClock();
  const write = clock?.cell ?? integer.format;
  const name = clock ? `${clock.column}${clock.logTime ? ' =' : ''}` : 'epoch';

  return (
    <>
      <output className="player-epoch" data-testid="epoch-readout">
        {/* The widest reading keeps the place, so that nothing moves while it counts. */}
        <span className="player-epoch-room" aria-hidden>
          {name} {write(total)} of {write(total)}
        </span>
        <span>
          {name} <strong>{write(shown)}</strong> of {write(total)}
        </span>
      </output>
      <Scrubber
        epoch={shown}
        total={total}
        computed={computed}
        axis={axis}
        mark={mark}
        onSeek={transport.seek}
        onStep={transport.step}
      />
      {isFlow && <FlowEnd />}
    </>
  );
}

/** At the end of the time axis ∞, whose place is kept before its code is there. */
function FlowEnd() {
  const { parts } = useChunk(theoryChunk);
  return <span className="player-flow-end">{parts !== null && <parts.GoOnInPlayer />}</span>;
}

/** How the recording is played. */
function PlayerOptions() {
  const speed = usePlayer((player) => player.speed);
  const loop = usePlayer((player) => player.loop);
  const set = usePlayer((player) => player.set);
  const axis = useView((view) => view.timeAxis);
  const setView = useView((view) => view.set);
  const flow = useClock(({ clock }) => clock?.spacing);

  return (
    <div className="player-options">
      <Choice
        className="player-speed"
        label="Speed"
        value={String(speed)}
        options={SPEEDS}
        onChange={(value) => set({ speed: Number(value) })}
      />
      <IconButton icon={Repeat} label="Loop" aria-pressed={loop} onClick={() => set({ loop: !loop })} />
      <button
        type="button"
        className="button player-axis"
        aria-pressed={axis === 'log'}
        title={
          flow
            ? 'In all charts log t itself on a logarithmic axis, from log t of about 16 on'
            : 'Logarithmic time in all charts'
        }
        onClick={() => setView({ timeAxis: axis === 'log' ? 'linear' : 'log' })}
      >
        {flow ? 'log log t' : 'log t'}
      </button>
    </div>
  );
}

/** The spine of the page: where in the recording we are, and how to move. */
export function PlayerBar({ transport }: { readonly transport: Transport }) {
  const playing = usePlayer((player) => player.playing);
  useClock();

  return (
    <div className="player" role="group" aria-label="Player">
      <div className="player-buttons">
        <IconButton icon={ChevronFirst} label="To the start" shortcut="Home" onClick={transport.toStart} />
        <IconButton
          icon={StepBack}
          label={inTime('One epoch back')}
          shortcut="←"
          onClick={() => transport.step(-1)}
        />
        <IconButton
          icon={playing ? Pause : Play}
          label={playing ? 'Pause' : 'Play'}
          shortcut="Space"
          className="player-play"
          onClick={transport.toggle}
        />
        <IconButton
          icon={StepForward}
          label={inTime('One epoch on')}
          shortcut="→"
          onClick={() => transport.step(1)}
        />
        <IconButton icon={ChevronLast} label="To the end" shortcut="End" onClick={transport.toEnd} />
      </div>
      <Timeline transport={transport} />
      <PlayerOptions />
    </div>
  );
}
