import { Columns2, Maximize, Minimize, SkipBack, SkipForward, Square, X } from 'lucide-react';
import { useStage } from '../../state/stage.ts';
import { useView } from '../../state/view.ts';
import { stepPreset } from '../header/choose-preset.ts';
import { IconButton } from '../parts/IconButton.tsx';
import { leaveStage } from './enter.ts';
import { hasFullScreen, toggleFullScreen, useFullScreen } from './full-screen.ts';

/** To the next experiment, and back: beside the first chart of a lecture. */
export function ExperimentSteps() {
  return (
    <>
      <IconButton icon={SkipBack} label="Previous experiment" shortcut="P" onClick={() => stepPreset(-1)} />
      <IconButton icon={SkipForward} label="Next experiment" shortcut="N" onClick={() => stepPreset(1)} />
    </>
  );
}

/** One chart or two, and the full screen. */
function LectureActions() {
  const count = useStage((stage) => stage.count);
  const set = useStage((stage) => stage.set);
  const full = useFullScreen();
  return (
    <>
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

/** How the stage is laid out and left: beside the last chart. */
export function StageActions() {
  const enlarged = useView((view) => view.enlarged);
  return (
    <>
      {enlarged === null && <LectureActions />}
      <IconButton
        icon={X}
        label={enlarged === null ? 'Leave lecture mode' : 'Back to all charts'}
        shortcut="Esc"
        onClick={() => leaveStage()}
      />
    </>
  );
}
