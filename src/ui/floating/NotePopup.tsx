import { Popover } from '@base-ui/react/popover';
import { INFERRED, type PresetId } from '../../settings/presets/inferred.ts';
import type { PopupProps } from '../parts/floating-props.ts';
import { Symbols } from '../parts/Symbols.tsx';

/** What a paper leaves open about its experiment. */
export function NotePopup({ of, open, anchor, onOpenChange }: PopupProps & { readonly of: PresetId }) {
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Portal>
        <Popover.Positioner className="popup-layer" anchor={anchor} sideOffset={6} align="start">
          <Popover.Popup className="popup note-popup" finalFocus={anchor}>
            <Popover.Title className="note-title">Not in the paper, or other than in it</Popover.Title>
            <ul>
              {INFERRED[of].map((reason) => (
                <li key={reason}>
                  <Symbols text={reason} />
                </li>
              ))}
            </ul>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
