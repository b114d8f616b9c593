import { useRef, useState, type RefObject } from 'react';
import type { Floating, PopupProps } from './floating-props.ts';
import { loadFloating, loadsFloating, useFloating } from './floating.ts';

interface Popup {
  /** For the button. */
  readonly trigger: {
    readonly ref: RefObject<HTMLButtonElement | null>;
    readonly 'aria-haspopup': 'dialog';
    readonly 'aria-expanded': boolean;
    readonly 'aria-busy': true | undefined;
    readonly 'data-popup-open': '' | undefined;
    onPointerEnter(): void;
    onFocus(): void;
    onClick(): void;
  };
  /** What opens over the page, once the button was pressed and it is loaded. */
  readonly parts: Floating | null;
  readonly popup: PopupProps;
}

/** A button, and the popup it opens, whose code is loaded when the pointer or the focus comes to the button. */
export function usePopup(): Popup {
  const anchor = useRef<HTMLButtonElement>(null);
  const floating = useFloating();
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  return {
    trigger: {
      ref: anchor,
      'aria-haspopup': 'dialog',
      'aria-expanded': open && floating !== null,
      'aria-busy': open && floating === null ? true : undefined,
      'data-popup-open': open ? '' : undefined,
      ...loadsFloating,
      onClick() {
        setWanted(true);
        setOpen(!open);
        void loadFloating().then((loaded) => loaded ?? setOpen(false));
      },
    },
    parts: wanted ? floating : null,
    popup: {
      open,
      anchor,
      onOpenChange(next, details) {
        const target = details?.event.target;
        // A press on the button is the button's: else it would close here and open again there.
        if (target instanceof Node && anchor.current?.contains(target) === true) details?.cancel();
        else setOpen(next);
      },
    },
  };
}
