import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../parts/IconButton.tsx';

interface SheetProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly children: ReactNode;
}

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
