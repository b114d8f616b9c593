import { Popover } from '@base-ui/react/popover';
import type { ContentPopupProps } from '../parts/floating-props.ts';
import { Symbols } from '../parts/Symbols.tsx';

/** What a button tells when it is pressed: a title and whatever belongs under it. */
export function Popup({ title, children, open, anchor, onOpenChange }: ContentPopupProps) {
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Portal>
        <Popover.Positioner className="popup-layer" anchor={anchor} sideOffset={6} align="end">
          <Popover.Popup className="popup popup-content" finalFocus={anchor}>
            <Popover.Title className="popup-title">
              <Symbols text={title} />
            </Popover.Title>
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
