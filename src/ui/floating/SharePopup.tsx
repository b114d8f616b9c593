import { Popover } from '@base-ui/react/popover';
import type { SharePopupProps } from '../parts/floating-props.ts';

/** A field to copy the link from, where the clipboard is refused. */
export function SharePopup({ link, anchor, onClose }: SharePopupProps) {
  return (
    <Popover.Root open={link !== null} onOpenChange={(open) => !open && onClose()}>
      <Popover.Portal>
        <Popover.Positioner className="popup-layer" anchor={anchor} sideOffset={6} align="end">
          <Popover.Popup className="popup share-popup" finalFocus={anchor}>
            <Popover.Title className="share-title">The browser did not let the page copy</Popover.Title>
            <Popover.Description>Select the link and copy it yourself:</Popover.Description>
            <input
              className="text-input"
              aria-label="Link"
              readOnly
              value={link ?? ''}
              onFocus={(event) => event.currentTarget.select()}
            />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
