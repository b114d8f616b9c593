import { Tooltip } from '@base-ui/react/tooltip';
import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import './parts.css';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  readonly icon: LucideIcon;
  /** Its accessible name, and the tooltip. */
  readonly label: string;
  /** Shown in the tooltip only. */
  readonly shortcut?: string;
}

/** A button that is a picture: its name is spoken, and shown on hover and focus. */
export function IconButton({ icon: Icon, label, shortcut, className = '', ...rest }: IconButtonProps) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger
        render={<button type="button" />}
        {...rest}
        className={`icon-button ${className}`}
        aria-label={label}
      >
        <Icon aria-hidden size="1.125rem" strokeWidth={1.75} />
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Positioner sideOffset={6} className="popup-layer">
          <Tooltip.Popup className="tooltip">
            {label}
            {shortcut !== undefined && <kbd>{shortcut}</kbd>}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
