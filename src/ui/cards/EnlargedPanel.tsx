import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useRef } from 'react';
import { useView } from '../../state/view.ts';
import { IconButton } from '../parts/IconButton.tsx';
import { PlayerBar } from '../player/PlayerBar.tsx';
import type { Transport } from '../player/transport.ts';
import { handleKey } from '../player/useKeyboard.ts';
import { FormulaPopover } from './FormulaPopover.tsx';
import { PanelBody } from './PanelBody.tsx';
import { usePanels } from './usePanels.ts';

/** One panel on nearly the whole screen, with the player; which one is part of the link. */
export function EnlargedPanel({ transport }: { readonly transport: Transport }) {
  const popup = useRef<HTMLDivElement>(null);
  const enlarged = useView((view) => view.enlarged);
  const setView = useView((view) => view.set);
  const panel = usePanels().find(({ id }) => id === enlarged);

  return (
    <Dialog.Root open={panel !== undefined} onOpenChange={(open) => !open && setView({ enlarged: null })}>
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
