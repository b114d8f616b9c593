import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { SheetProps } from '../parts/floating-props.ts';
import { IconButton } from '../parts/IconButton.tsx';

/** Where the controls are on a narrow screen. */
export function Sheet({ open, onOpenChange, children }: SheetProps) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop sheet-backdrop" />
        <Dialog.Popup className="dialog sheet">
          <div className="sheet-head">
            <Dialog.Title className="dialog-title">Settings</Dialog.Title>
            <Dialog.Close render={<IconButton icon={X} label="Close settings" />} />
          </div>
          <div className="sheet-body">{children}</div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
