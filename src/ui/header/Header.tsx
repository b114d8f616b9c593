import { Presentation, Redo2, SlidersHorizontal, Undo2 } from 'lucide-react';
import { useSettings } from '../../state/settings.ts';
import { RecentButton } from '../history/RecentButton.tsx';
import { IconButton } from '../parts/IconButton.tsx';
import { PinButton } from '../pins/PinButton.tsx';
import { loadsStage } from '../stage/chunk.ts';
import { toggleLecture } from '../stage/enter.ts';
import { HelpDialog } from './HelpDialog.tsx';
import { PresetMenu } from './PresetMenu.tsx';
import { ShareButton } from './ShareButton.tsx';
import { TakeStudy } from './TakeStudy.tsx';
import { ThemeMenu } from './ThemeMenu.tsx';
import { Icon } from '../parts/Icon.tsx';
import './header.css';

interface HeaderProps {
  /** Given where the controls are folded away. */
  readonly onOpenControls: (() => void) | null;
}

export function Header({ onOpenControls }: HeaderProps) {
  const { past, future, undo, redo } = useSettings();

  return (
    <header className="header">
      <h1 className="header-name">Implicit Bias Lab</h1>
      <div className="header-experiment">
        <PresetMenu />
        <RecentButton />
        <PinButton />
        {onOpenControls !== null && (
          <button type="button" className="button header-controls" onClick={onOpenControls}>
            <Icon of={SlidersHorizontal} size="1rem" /> Settings
          </button>
        )}
      </div>
      <div className="header-actions">
        <IconButton icon={Undo2} label="Undo" shortcut="Ctrl Z" disabled={past.length === 0} onClick={undo} />
        <IconButton
          icon={Redo2}
          label="Redo"
          shortcut="Ctrl ⇧ Z"
          disabled={future.length === 0}
          onClick={redo}
        />
        <ShareButton />
        <TakeStudy />
        <IconButton
          icon={Presentation}
          {...loadsStage}
          className="header-lecture"
          label="Lecture mode: one or two charts, large"
          shortcut="L"
          onClick={toggleLecture}
        />
        <ThemeMenu />
        <HelpDialog />
      </div>
    </header>
  );
}
