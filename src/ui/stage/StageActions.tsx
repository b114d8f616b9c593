import { Columns2, Maximize, Minimize, SkipBack, SkipForward, Square, X } from 'lucide-react';
import { useStage } from '../../state/stage.ts';
import { useView } from '../../state/view.ts';
import { stepPreset } from '../header/choose-preset.ts';
import { IconButton } from '../parts/IconButton.tsx';
import { leaveStage } from './enter.ts';
import { hasFullScreen, toggleFullScreen, useFullScreen } from './full-screen.ts';

/** What a lecturer does without going back to the page: the next experiment, one chart or two, the full screen. */
function LectureActions() {
  const count = useStage((stage) => stage.count);
  const set = useStage((stage) => stage.set);
  const full = useFullScreen();
  return (
    <>
      <IconButton icon={SkipBack} label="Previous experiment" shortcut="P" onClick={() => stepPreset(-1)} />
      <IconButton icon={SkipForward} label="Next experiment" shortcut="N" onClick={() => stepPreset(1)} />
      <IconButton
        icon={count === 1 ? Columns2 : Square}
        label={count === 1 ? 'Two charts' : 'One chart'}
        onClick={() => set({ count: count === 1 ? 2 : 1 })}
      />
      {hasFullScreen() && (
        <IconButton
          icon={full ? Minimize : Maximize}
          label={full ? 'Leave full screen' : 'Full screen'}
          shortcut="F"
          onClick={toggleFullScreen}
        />
      )}
    </>
  );
}

export function StageActions() {
  const enlarged = useView((view) => view.enlarged);
  const lecture = useView((view) => view.lecture);
  return (
    <>
      {lecture && enlarged === null && <LectureActions />}
      <IconButton
        icon={X}
        label={enlarged === null ? 'Leave lecture mode' : 'Back to all charts'}
        shortcut="Esc"
        onClick={() => leaveStage()}
      />
    </>
  );
}
