import type { LucideIcon } from 'lucide-react';
import { memo } from 'react';

interface IconProps {
  readonly of: LucideIcon;
  readonly size: string;
  readonly strokeWidth?: number;
}

/**
 * A picture beside a name. It is drawn once: what it stands in is rendered at every move of a slider, and an icon's own
 * parts cost more than all else of a button.
 */
export const Icon = memo(function Icon({ of: Of, size, strokeWidth }: IconProps) {
  return <Of aria-hidden size={size} {...(strokeWidth !== undefined && { strokeWidth })} />;
});
