import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useRef } from 'react';
import { IconButton } from '../parts/IconButton.tsx';
import { FormulaPopover } from '../cards/FormulaPopover.tsx';
import { PanelBody } from '../cards/PanelBody.tsx';
import type { EnlargedProps } from '../parts/floating-props.ts';
import { PlayerBar } from '../player/PlayerBar.tsx';
import { handleKey } from '../player/useKeyboard.ts';

/** One panel on nearly the whole screen, with the player. */
export function Enlarged({ panel, transport, onClose }: EnlargedProps) {
  const popup = useRef<HTMLDivElement>(null);

  return (
    <Dialog.Root open={panel !== undefined} onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup
          ref={popup}
          initialFocus={popup}
          className="dialog enlarged"
          // A dialog keeps arrow keys to itself; the player in it needs them.
          onKeyDown={(event) => handleKey(event.nativeEvent, transport)}
        >
          {panel !== undefined && (
            <>
              <div className="card-head">
                <Dialog.Title className="dialog-title">{panel.title}</Dialog.Title>
                <div className="card-actions">
                  <FormulaPopover panel={panel} />
                  <Dialog.Close render={<IconButton icon={X} label="Back to all charts" shortcut="Esc" />} />
                </div>
              </div>
              <PanelBody panel={panel} asTable={false} />
              <PlayerBar transport={transport} />
            </>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
