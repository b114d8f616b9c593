import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { hideTip, leaveTip, showTip } from './tips.ts';
import { Icon } from './Icon.tsx';
import './parts.css';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  readonly icon: LucideIcon;
  /** Its accessible name, and the tooltip. */
  readonly label: string;
  /** Shown in the tooltip only. */
  readonly shortcut?: string;
}

/** A button that is a picture: its name is spoken, and shown on hover and focus. */
export function IconButton({
  icon,
  label,
  shortcut,
  className = '',
  onPointerEnter,
  onPointerLeave,
  onPointerDown,
  onFocus,
  onBlur,
  ...rest
}: IconButtonProps) {
  const show = (anchor: Element): void => showTip({ anchor, label, shortcut });
  return (
    <button
      type="button"
      {...rest}
      className={`icon-button ${className}`}
      aria-label={label}
      onPointerEnter={(event) => {
        onPointerEnter?.(event);
        // A finger does not hover.
        if (event.pointerType === 'mouse') show(event.currentTarget);
      }}
      onPointerLeave={(event) => {
        onPointerLeave?.(event);
        leaveTip();
      }}
      onPointerDown={(event) => {
        onPointerDown?.(event);
        hideTip();
      }}
      onFocus={(event) => {
        onFocus?.(event);
        if (event.currentTarget.matches(':focus-visible')) show(event.currentTarget);
      }}
      onBlur={(event) => {
        onBlur?.(event);
        hideTip();
      }}
    >
      <Icon of={icon} size="1.125rem" strokeWidth={1.75} />
    </button>
  );
}
